import { HTTPError, TimeoutError } from 'ky';
import { DAY_MS } from '../catalog/day.ts';
import { BrokenOffError, CutShortError, TooBigError } from './answer-body.ts';
import { retryAfterMs } from './http-date.ts';

/** The limits that apply to an answer. */
export interface Limits {
  readonly timeoutMs: number;
  readonly totalMs: number;
  readonly maxBytes: number;
  /** Aborts when the time for all requests together is over. */
  readonly signal: AbortSignal;
}

const MAX_QUOTE = 200;
const LATER = 'Try again later, or build from a capture with CATALOG_SOURCE=capture.';
export const CHECK_URL = 'Check OPENROUTER_API_URL, or build from a capture with CATALOG_SOURCE=capture.';

/** What went wrong with a request, as the end of a sentence about its address. */
export function problemOf(error: unknown, limits: Limits): string {
  if (limits.signal.aborted) {
    return `had not answered when the ${limits.totalMs / 60_000} minutes for all requests of a capture were over`;
  }
  if (error instanceof HTTPError) return statusProblem(error);
  if (error instanceof TimeoutError) return `did not answer within ${limits.timeoutMs / 1000} s`;
  if (error instanceof TooBigError) {
    return `answered with more than ${Math.round(limits.maxBytes / 1000)} kB`;
  }
  if (error instanceof CutShortError) return 'answered with JSON that is cut short or broken';
  if (error instanceof BrokenOffError) return `broke off in the middle of its answer (${rootMessage(error)})`;
  return `could not be reached (${rootMessage(error)})`;
}

/** What to do about it, as a sentence. */
export function adviceFor(error: unknown): string {
  if (!(error instanceof HTTPError)) return error instanceof TooBigError ? CHECK_URL : LATER;
  const { status } = error.response;
  if (status === 401 || status === 403) {
    return 'Check OPENROUTER_API_KEY (none is needed), or try later: it may be the edge protection.';
  }
  return status === 404 || status === 400 ? CHECK_URL : LATER;
}

/** What is wrong with a body that is not JSON, and what to do about it. */
export function bodyProblem(headers: Headers, body: string): { problem: string; whatToDo: string } {
  if (body.trim() === '') return { problem: 'answered with nothing', whatToDo: LATER };
  const isPage = /^\s*</.test(body);
  const type = headers.get('content-type') ?? 'no content type';
  return {
    problem: `answered with ${isPage ? 'a web page' : 'something else'} instead of JSON (${type})`,
    whatToDo: CHECK_URL,
  };
}

/** The innermost cause has the message, such as `connect ECONNREFUSED 127.0.0.1:1`. */
export function rootMessage(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const inner = error.cause instanceof AggregateError ? (error.cause.errors[0] as unknown) : error.cause;
  return inner === undefined ? error.message || error.name : rootMessage(inner);
}

function statusProblem({ response, data }: HTTPError): string {
  const { status, statusText } = response;
  const wait = retryAfterMs(response);
  const message = messageIn(data);
  return [
    `answered ${status}${statusText === '' ? '' : ` ${statusText}`}`,
    ...(message === null ? [] : [`: ${JSON.stringify(message)}`]),
    ...(wait > 0
      ? [`, and asked to wait ${wait > DAY_MS ? 'more than a day' : `${Math.ceil(wait / 1000)} s`}`]
      : []),
  ].join('');
}

/**
 * The message of an OpenRouter error, `{error: {message}}`; `null` for any other body, such as an HTML page.
 */
function messageIn(data: unknown): string | null {
  if (typeof data !== 'object' || data === null || !('error' in data)) return null;
  const { error } = data;
  if (typeof error !== 'object' || error === null || !('message' in error)) return null;
  return typeof error.message === 'string' ? error.message.slice(0, MAX_QUOTE) : null;
}
