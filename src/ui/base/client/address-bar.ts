/** Writes what a page shows into its address. Safari throws at more than 100 writes in 30 seconds, so typing is written when it pauses. */

const PAUSE = 400;
const RETRY = 3_000;

type How = 'push' | 'replace';

let pending: { readonly query: string; readonly how: How } | undefined;
let timer: ReturnType<typeof setTimeout> | undefined;

/** Parameters as they stand in an address, where commas may stay as they are. */
export function queryText(parameters: URLSearchParams): string {
  return parameters.toString().replaceAll('%2C', ',');
}

/** `push`: at once, as a step of the history. `replace`: soon. Never throws; what cannot be written is tried again. */
export function writeAddress(parameters: URLSearchParams, how: How): void {
  if (how === 'push') flush();
  // A step that could not be written yet stays one.
  pending = { query: queryText(parameters), how: pending?.how === 'push' ? 'push' : how };
  if (how === 'push') flush();
  else flushIn(PAUSE);
}

function flush(): void {
  clearTimeout(timer);
  if (!pending) return;
  // Whole, because a path that begins with two slashes would be taken for a host.
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
  timer = setTimeout(flush, delay);
}

addEventListener('popstate', () => {
  clearTimeout(timer);
  pending = undefined;
});
// Where a click or a key leads away, the step that is left must hold what was typed.
for (const type of ['click', 'pagehide']) addEventListener(type, flush, { capture: true });
