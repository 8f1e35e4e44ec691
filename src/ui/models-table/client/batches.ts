/** The least height of a row, in pixels. */
const ROW_HEIGHT = 40;
const BATCH = 80;
/** After this many items, the next batch waits until the reader scrolls near the end. */
const EAGER = 500;

/**
 * Appends the elements of `items` to `parent`: a screenful (or `atOnce` items) at once, then one batch per
 * frame, and after 500 items only as the reader scrolls. This keeps the frame after a click short for any
 * list. `elementOf` is called when an item is about to be shown. Returns a function that cancels the rest.
 */
export function appendInBatches<Item>(
  parent: Element,
  items: readonly Item[],
  elementOf: (item: Item) => Element,
  atOnce = 0,
): () => void {
  let next = 0;
  let stopped = false;
  const append = (count: number): void => {
    parent.append(...items.slice(next, next + count).map(elementOf));
    next += count;
  };
  const observer = new IntersectionObserver(
    (entries) => {
      if (entries.some((entry) => entry.isIntersecting)) step();
    },
    { rootMargin: '1500px' },
  );
  const step = (): void => {
    if (stopped) return;
    observer.disconnect();
    append(BATCH);
    continueLater();
  };
  const continueLater = (): void => {
    if (next >= items.length) return;
    const last = parent.lastElementChild;
    if (next < EAGER) requestAnimationFrame(() => setTimeout(step));
    else if (last) observer.observe(last);
  };
  append(Math.max(Math.ceil(innerHeight / ROW_HEIGHT), atOnce));
  continueLater();
  return () => {
    stopped = true;
    observer.disconnect();
  };
}
