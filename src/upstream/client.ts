import ky, { HTTPError, type KyInstance } from 'ky';
import pLimit from 'p-limit';
import { BrokenOffError, CutShortError, parseJson, readWhole } from './answer-body.ts';
import { adviceFor, bodyProblem, problemOf, rootMessage, type Limits } from './answer-problem.ts';
import { UpstreamError } from './errors.ts';
import { httpTime, retryAfterMs } from './http-date.ts';

/** One JSON answer from upstream. */
export interface Answer {
  readonly json: unknown;
  /** The address after redirects. */
  readonly url: string;
  /** The answer's `Date` header as ISO time; `null` if it is missing or unreadable. */
  readonly date: string | null;
  /** Size of its body. */
  readonly bytes: number;
}

/** Serves one acquisition. The total time limit starts when the client is created. */
export interface UpstreamClient {
  /** Requests a path relative to the API's address, such as `models`. Throws `UpstreamError`. */
  readonly get: (path: string, parameters?: Readonly<Record<string, string>>) => Promise<Answer>;
  /** The same for a whole address. */
  readonly getUrl: (url: URL) => Promise<Answer>;
}

export interface ClientOptions {
  /** Without a trailing slash. */
  readonly apiUrl: string;
  readonly apiKey: string | null;
  /** Timeout of one attempt, body included. */
  readonly timeoutMs?: number;
  /** Timeout of all requests together, pauses included. */
  readonly totalMs?: number;
  /** Attempts after the first. */
  readonly retries?: number;
  /** Pause before the first retry; doubles with each retry. */
  readonly retryDelayMs?: number;
  /** The client gives up when a server asks for a longer pause. */
  readonly maxRetryAfterMs?: number;
  readonly maxBytes?: number;
  /** Gets a line for each answer, failure and retry. */
  readonly progress?: (line: string) => void;
}

const MEBIBYTE = 1024 * 1024;
type Settings = Required<ClientOptions>;

const DEFAULTS: Omit<Settings, 'apiUrl' | 'apiKey'> = {
  timeoutMs: 30_000,
  totalMs: 600_000,
  retries: 3,
  retryDelayMs: 500,
  maxRetryAfterMs: 60_000,
  maxBytes: 64 * MEBIBYTE,
  progress: () => undefined,
};
const MAX_AT_ONCE = 4;
const RETRIED_STATUSES = [408, 429, ...Array.from({ length: 100 }, (_, index) => 500 + index)];
const USER_AGENT = 'modeldex/0.1 (static catalog of the models that OpenRouter lists)';

/**
 * A client that retries temporary failures and throws on permanent ones. At most four requests run at once.
 */
export function createClient(options: ClientOptions): UpstreamClient {
  const settings: Settings = { ...DEFAULTS, ...options };
  const limits: Limits = { ...settings, signal: AbortSignal.timeout(settings.totalMs) };
  const limit = pLimit(MAX_AT_ONCE);
  const http = ky.create({
    timeout: settings.timeoutMs,
    signal: limits.signal,
    headers: { accept: 'application/json', 'user-agent': USER_AGENT },
    retry: {
      limit: settings.retries,
      statusCodes: RETRIED_STATUSES,
      afterStatusCodes: RETRIED_STATUSES,
      retryOnTimeout: true,
      // Caps the pause that the library derives from any header.
      maxRetryAfter: settings.maxRetryAfterMs,
      delay: (attempt) => settings.retryDelayMs * 2 ** (attempt - 1),
      jitter: (delay) => delay * (0.75 + Math.random() / 2),
      shouldRetry: ({ error }) => {
        if (limits.signal.aborted) return false;
        if (error instanceof CutShortError || error instanceof BrokenOffError) return true;
        // Fail at once on a machine without network. A name server that is only busy reports EAI_AGAIN.
        if (rootMessage(error).includes('ENOTFOUND')) return false;
        if (error instanceof HTTPError && retryAfterMs(error.response) > settings.maxRetryAfterMs)
          return false;
        return undefined;
      },
    },
  });
  const httpWithKey =
    options.apiKey === null ? http : http.extend({ headers: { authorization: `Bearer ${options.apiKey}` } });
  // Send the key to the API's origin only: an answer can contain addresses on other hosts.
  const { origin } = new URL(options.apiUrl);
  const getUrl = (url: URL): Promise<Answer> =>
    limit(() => request(url.origin === origin ? httpWithKey : http, url, settings, limits));
  return {
    getUrl,
    get: (path, parameters = {}) => {
      const url = new URL(`${settings.apiUrl}/${path}`);
      for (const [name, value] of Object.entries(parameters)) url.searchParams.set(name, value);
      return getUrl(url);
    },
  };
}

async function request(http: KyInstance, url: URL, settings: Settings, limits: Limits): Promise<Answer> {
  const shown = shownUrl(url);
  const say = (problem: string): void => {
    settings.progress(`${shown} ${withoutKey(problem, settings)}`);
  };
  let attempts = 0;
  let landedAt = url.href;
  const fetchWhole = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
    attempts += 1;
    const response = await fetch(input, init);
    landedAt = response.url;
    return readWhole(response, limits.maxBytes);
  };
  try {
    const response = await http(url, {
      fetch: fetchWhole,
      hooks: {
        beforeRetry: [
          ({ error }) => {
            say(`${problemOf(error, limits)}; trying again`);
          },
        ],
      },
    });
    const { status, headers } = response;
    const body = await response.text();
    const json = parseJson(body);
    if (json === undefined) throw new UpstreamError({ url: shown, status, ...bodyProblem(headers, body) });
    const bytes = Buffer.byteLength(body);
    say(`${status}, ${Math.ceil(bytes / 1000)} kB`);
    return { json, url: landedAt, date: isoTime(headers.get('date')), bytes };
  } catch (cause) {
    const error =
      cause instanceof UpstreamError
        ? cause
        : new UpstreamError({
            url: shown,
            status: cause instanceof HTTPError ? cause.response.status : null,
            problem:
              withoutKey(problemOf(cause, limits), settings) +
              (attempts > 1 ? ` (${attempts} attempts)` : ''),
            whatToDo: adviceFor(cause),
            cause,
          });
    say(error.problem);
    throw error;
  }
}

function isoTime(header: string | null): string | null {
  const time = httpTime(header);
  return time === null ? null : new Date(time).toISOString();
}

/** Removes the key: an answer may repeat the key it rejects, and errors appear in logs and pages. */
function withoutKey(text: string, { apiKey }: Settings): string {
  return apiKey === null ? text : text.replaceAll(apiKey, '…');
}

/** An address without user name and password. */
function shownUrl(url: URL): string {
  const shown = new URL(url);
  shown.username = '';
  shown.password = '';
  return shown.href;
}
