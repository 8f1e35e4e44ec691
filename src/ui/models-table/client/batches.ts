const FIRST = 30;
const BATCH = 80;
/** Beyond this many, the next batch waits until the reader nears the end of what is drawn. */
const EAGER = 500;

/**
 * Appends the elements of `items` to `parent`: what fits a screen (or `atOnce` items) at once, then a batch after each frame, and past 500 only as the
 * reader scrolls, so that the frame after a click stays short however long the list is. `elementOf` is asked when an item is about
 * to be seen. Returns a function that stops it.
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
  append(Math.max(FIRST, atOnce));
  continueLater();
  return () => {
    stopped = true;
    observer.disconnect();
  };
}
