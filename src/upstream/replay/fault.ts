import type { Answer } from './answer.ts';

/**
 * The requests that a fault applies to: those that meet all conditions, or every request without conditions.
 */
export interface FaultCondition {
  /** Path of the address; one `*` matches any text. */
  readonly path?: string;
  /** Query parameters: their value, `*` for any value, `null` for "not given". */
  readonly query?: Readonly<Record<string, string | null>>;
  /** 1-based position among the requests that meet the other conditions. */
  readonly nth?: { readonly first: number; readonly last: number };
}

/** The replacement body. `error` is upstream's error form; `html` is a page like that of an edge network. */
export type FaultBody = 'error' | 'html' | 'empty' | 'not-json' | 'wrong-envelope';

export interface FaultEffect {
  /** The body is `error` unless `body` is given. */
  readonly status?: number;
  /** The `Retry-After` header: seconds, or an HTTP date. */
  readonly retryAfter?: string;
  /** The `Date` header: an ISO time, or `null` for an answer without one. */
  readonly date?: string | null;
  readonly body?: FaultBody;
  /** Sends only the first rows, as if they were the whole list. */
  readonly rows?: number;
  /** Number of rows, from the first, that keep their id but have values of other types. */
  readonly wrongTypes?: number | 'all';
  /** Any other change; only available in code. */
  readonly rewrite?: (answer: Answer) => Answer;
  /** Bytes of white space before the body, sent without `Content-Length`; the JSON after it is valid. */
  readonly pad?: number;
  /** Milliseconds before the first byte. */
  readonly delay?: number;
  /** Sends the body in pieces. */
  readonly drip?: { readonly bytes: number; readonly everyMs: number };
  /** Closes the connection after this part of the promised body. */
  readonly cut?: { readonly bytes: number } | { readonly percent: number };
  /** Resets the connection, before the first byte or, with `cut`, within the body. */
  readonly reset?: true;
  /** Never sends anything. */
  readonly hang?: true;
}

export interface Fault extends FaultEffect {
  readonly when?: FaultCondition;
}

/** Whether the request meets the conditions, except `nth`. */
export function fits(when: FaultCondition, url: URL): boolean {
  if (when.path !== undefined && !fitsPath(when.path, url.pathname)) return false;
  return Object.entries(when.query ?? {}).every(([name, wanted]) => {
    const given = url.searchParams.get(name);
    return wanted === '*' ? given !== null : given === wanted;
  });
}

function fitsPath(pattern: string, path: string): boolean {
  const star = pattern.indexOf('*');
  if (star < 0) return path === pattern;
  const before = pattern.slice(0, star);
  const after = pattern.slice(star + 1);
  return path.length >= before.length + after.length && path.startsWith(before) && path.endsWith(after);
}
