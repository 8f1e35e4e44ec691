import ky, { HTTPError, TimeoutError, type KyInstance } from 'ky';
import pLimit from 'p-limit';
import { UpstreamError } from './errors.ts';

/** One JSON answer of upstream's. */
export interface Answer {
  readonly json: unknown;
  /** Where it came from, after redirects. */
  readonly url: string;
  /** The answer's `Date` header as ISO time; `null` without a readable one. */
  readonly date: string | null;
}

export interface UpstreamClient {
  /** Asks for an address under the API's own, such as `models`; throws `UpstreamError`. */
  readonly get: (path: string, parameters?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** The same for a whole address. */
  readonly getUrl: (url: URL) => Promise<Answer>;
}

export interface ClientOptions {
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly apiKey: string | null;
  /** Limit of one attempt, body included. */
  readonly timeoutMs?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  /** Pause before the first retry; doubled with each further one. */
  readonly retryDelayMs?: number;
  /** A server that asks for a longer pause than this is given up. */
  readonly maxRetryAfterMs?: number;
  readonly maxBytes?: number;
  /** Gets a line for each answer, failure and retry. */
  readonly progress?: (line: string) => void;
}

const MEBIBYTE = 1024 * 1024;
type Settings = Required<Omit<ClientOptions, 'apiUrl' | 'apiKey'>>;

const DEFAULTS: Settings = {
  timeoutMs: 30_000,
  retries: 3,
  retryDelayMs: 500,
  maxRetryAfterMs: 60_000,
  maxBytes: 64 * MEBIBYTE,
  progress: () => undefined,
};
const MAX_AT_ONCE = 4;
/** Enough of a failure's body to quote its message. */
const MAX_ERROR_BYTES = MEBIBYTE / 16;
const MAX_QUOTE = 200;
const RETRIED_STATUSES = [408, 429, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
const BODILESS_STATUSES = [204, 205, 304];
const USER_AGENT = 'modeldex/0.1 (static catalog of the models that OpenRouter lists)';

const LATER = 'Try again later, or build from a capture with CATALOG_SOURCE=capture.';
const CHECK_URL = 'Check OPENROUTER_API_URL, or build from a capture with CATALOG_SOURCE=capture.';

/** The body was larger than allowed; asking again would bring the same. */
class TooBigError extends Error {
  override readonly name = 'TooBigError';
}

/** The body ended before its JSON did. */
class CutShortError extends Error {
  override readonly name = 'CutShortError';
}

/** The connection closed within the body. */
class BrokenOffError extends Error {
  override readonly name = 'BrokenOffError';
}

/** A client that retries what may pass, and gives up with words on what does not. At most four requests run at once. */
export function createClient(options: ClientOptions): UpstreamClient {
  const settings = { ...DEFAULTS, ...options };
  const limit = pLimit(MAX_AT_ONCE);
  const http = ky.create({
    timeout: settings.timeoutMs,
    headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    retry: {
      limit: settings.retries,
      statusCodes: RETRIED_STATUSES,
      afterStatusCodes: RETRIED_STATUSES,
      retryOnTimeout: true,
      delay: (attempt) => settings.retryDelayMs * 2 ** (attempt - 1),
      jitter: (delay) => delay * (0.75 + Math.random() / 2),
      shouldRetry: ({ error }) => {
        if (error instanceof CutShortError || error instanceof BrokenOffError) return true;
        // A machine without network should not wait for it; a name server that is only busy says EAI_AGAIN.
        if (rootMessage(error).includes('ENOTFOUND')) return false;
        if (error instanceof HTTPError && retryAfterMs(error.response) > settings.maxRetryAfterMs)
          return false;
        return undefined;
      },
    },
  });
  const httpWithKey =
    options.apiKey === null ? http : http.extend({ headers: { authorization: `Bearer ${options.apiKey}` } });
  // The key is for the API alone: an answer may name addresses elsewhere.
  const { origin } = new URL(options.apiUrl);
  const getUrl = (url: URL): Promise<Answer> =>
    limit(() => request(url.origin === origin ? httpWithKey : http, url, settings));
  return {
    getUrl,
    get: (path, parameters = {}) => {
      const url = new URL(`${settings.apiUrl}/${path}`);
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return getUrl(url);
    },
  };
}

async function request(http: KyInstance, url: URL, settings: Settings): Promise<Answer> {
  const { maxBytes, progress } = settings;
  const shown = shownUrl(url);
  let attempts = 0;
  let landedAt = url.href;
  const fetchWhole = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    attempts += 1;
    const response = await fetch(input, init);
    landedAt = response.url;
    return response.ok ? wholeAnswer(response, maxBytes) : failedAnswer(response);
  };
  try {
    const response = await http(url, {
      fetch: fetchWhole,
      hooks: {
        beforeRetry: [
          ({ error }) => {
            progress(`${shown} ${problemOf(error, settings)}; trying again`);
          },
        ],
      },
    });
    const body = await response.text();
    if (body.trim() === '') throw new UpstreamError(emptyAnswer(shown, response.status));
    const json = parseJson(body);
    if (json === undefined) throw new UpstreamError(notJson(shown, response, body));
    progress(`${shown} ${response.status}, ${Math.ceil(body.length / 1000)} kB`);
    return { json, url: landedAt, date: isoTime(response.headers.get('date')) };
  } catch (cause) {
    const error =
      cause instanceof UpstreamError
        ? cause
        : new UpstreamError({
            url: shown,
            status: cause instanceof HTTPError ? cause.response.status : null,
            problem: problemOf(cause, settings) + (attempts > 1 ? ` (${attempts} attempts)` : ''),
            whatToDo: adviceFor(cause),
            cause,
          });
    progress(`${shown} ${error.problem}`);
    throw error;
  }
}

/** Reads the whole body within the attempt, so that time limit and retries cover it too. */
async function wholeAnswer(response: Response, maxBytes: number): Promise<Response> {
  const body = await readBody(response, maxBytes).catch((cause: unknown) => {
    // What fetch throws on a body that does not arrive whole; a time limit throws something else.
    throw cause instanceof TypeError ? new BrokenOffError('broken off', { cause }) : cause;
  });
  if (body.isCut) throw new TooBigError(`more than ${maxBytes} bytes`);
  if (/^\s*[[{]/.test(body.text) && parseJson(body.text) === undefined) throw new CutShortError();
  return rebuilt(response, body.text);
}

async function failedAnswer(response: Response): Promise<Response> {
  return rebuilt(response, (await readBody(response, MAX_ERROR_BYTES)).text);
}

async function readBody(response: Response, maxBytes: number): Promise<{ text: string; isCut: boolean }> {
  const decoder = new TextDecoder();
  let text = '';
  let bytes = 0;
  for await (const chunk of response.body ?? []) {
    bytes += chunk.byteLength;
    // Leaving the loop cancels the rest of the body.
    if (bytes > maxBytes) return { text, isCut: true };
    text += decoder.decode(chunk, { stream: true });
  }
  return { text: text + decoder.decode(), isCut: false };
}

function rebuilt({ status, statusText, headers }: Response, text: string): Response {
  return new Response(BODILESS_STATUSES.includes(status) ? null : text, { status, statusText, headers });
}

function problemOf(error: unknown, { timeoutMs, maxBytes }: Settings): string {
  if (error instanceof HTTPError) {
    const { status, statusText } = error.response;
    const wait = retryAfterMs(error.response);
    const message = messageIn(error.data);
    return [
      `answered ${status}${statusText === '' ? '' : ` ${statusText}`}`,
      ...(message === null ? [] : [`: ${JSON.stringify(message)}`]),
      ...(wait > 0 ? [`, and asked to wait ${Math.ceil(wait / 1000)} s`] : []),
    ].join('');
  }
  if (error instanceof TimeoutError) return `did not answer within ${timeoutMs / 1000} s`;
  if (error instanceof TooBigError) return `answered with more than ${Math.round(maxBytes / 1000)} kB`;
  if (error instanceof CutShortError) return 'answered with JSON that is cut short or broken';
  if (error instanceof BrokenOffError) return `broke off in the middle of its answer (${rootMessage(error)})`;
  return `could not be reached (${rootMessage(error)})`;
}

function adviceFor(error: unknown): string {
  if (!(error instanceof HTTPError)) return error instanceof TooBigError ? CHECK_URL : LATER;
  const { status } = error.response;
  if (status === 401 || status === 403) {
    return 'Check OPENROUTER_API_KEY (none is needed), or try later: it may be the edge protection.';
  }
  return status === 404 || status === 400 ? CHECK_URL : LATER;
}

function emptyAnswer(url: string, status: number): ConstructorParameters<typeof UpstreamError>[0] {
  return { url, status, problem: 'answered with nothing', whatToDo: LATER };
}

function notJson(
  url: string,
  { status, headers }: Response,
  body: string,
): ConstructorParameters<typeof UpstreamError>[0] {
  const isPage = /^\s*</.test(body);
  const type = headers.get('content-type') ?? 'no content type';
  return {
    url,
    status,
    problem: `answered with ${isPage ? 'a web page' : 'something else'} instead of JSON (${type})`,
    whatToDo: CHECK_URL,
  };
}

/** The message of OpenRouter's errors, `{error: {message}}`; `null` for pages and the like. */
function messageIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('error' in data)) return null;
  const { error } = data;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message.slice(0, MAX_QUOTE) : null;
}

/** The innermost cause has the words, such as `connect ECONNREFUSED 127.0.0.1:1`. */
function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof AggregateError ? (error.cause.errors[0] as unknown) : error.cause;
  return inner === undefined ? error.message || error.name : rootMessage(inner);
}

/** How long the server asks to wait, in milliseconds; 0 when it does not say. */
function retryAfterMs({ headers }: Response): number {
  const value = headers.get('retry-after');
  if (value === null) return 0;
  const ms = /^\d+$/.test(value) ? Number(value) * 1000 : Date.parse(value) - Date.now();
  return Number.isNaN(ms) ? 0 : Math.max(0, ms);
}

/** `undefined` is no JSON value, so it can stand for "no JSON". */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

function isoTime(header: string | null): string | null {
  const time = Date.parse(header ?? '');
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

/** Errors reach logs and pages, so an address never shows a password. */
function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
