import { WORKLOAD_NAMES } from '../../../search/workload-names.ts';

/**
 * Writes the state of a page into its URL. Safari throws at more than 100 writes in 30 seconds, so writes
 * while typing are debounced.
 */

const PAUSE = 400;
const RETRY = 3_000;

type How = 'push' | 'replace';

let pending: { readonly query: string; readonly how: How } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Query text with unescaped commas. */
export function queryText(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%2C', ',');
}

/** The parameters, and after them those of the workload in the URL of the page. */
export function withWorkload(parameters: URLSearchParams): URLSearchParams {
  const given = new URLSearchParams(location.search);
  const own = WORKLOAD_NAMES.flatMap((name) => given.getAll(name).map((value) => [name, value]));
  return new URLSearchParams([...parameters, ...own]);
}

/**
 * `push`: writes at once and adds a history entry. `replace`: debounced. Never throws; a failed write is
 * retried.
 */
export function writeAddress(parameters: URLSearchParams, how: How): void {
  if (how === 'push') flushAddress();
  // A pending push must not become a replace.
  pending = { query: queryText(parameters), how: pending?.how === 'push' ? 'push' : how };
  if (how === 'push') flushAddress();
  else flushIn(PAUSE);
}

/** Writes at once what `writeAddress` has put off. */
export function flushAddress(): void {
  clearTimeout(timer);
  if (!pending) return;
  // An absolute URL, because a path that begins with two slashes would be read as a host.
  const address = new URL(location.href);
  address.search = pending.query;
  try {
    history[`${pending.how}State`](null, '', address.href);
    pending = undefined;
  } catch {
    flushIn(RETRY);
  }
}

function flushIn(delay: number): void {
  clearTimeout(timer);
  timer = setTimeout(flushAddress, delay);
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  pending = undefined;
});
// A click or a key may leave the page, so the typed text must be in the current history entry first.
for (const type of ['click', 'pagehide']) addEventListener(type, flushAddress, { capture: true });
