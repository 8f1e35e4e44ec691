import type { ModelId } from '../catalog/model.ts';

/**
 * The order of a list as text: for each place, the place in `base` of the model that is there, counted from
 * 1. Consecutive places are a range: `1-3,5,4,6-170`. Both lists hold the same ids.
 */
export function writePlaces(base: readonly ModelId[], order: readonly ModelId[]): string {
  const places = new Map(base.map((id, index) => [id, index + 1]));
  const runs: [first: number, last: number][] = [];
  for (const id of order) {
    const place = places.get(id) ?? 0;
    const run = runs.at(-1);
    if (run && place === run[1] + 1) run[1] = place;
    else runs.push([place, place]);
  }
  return runs.map(([first, last]) => (first === last ? String(first) : `${first}-${last}`)).join();
}

const RUN = /^([1-9]\d{0,5})(?:-([1-9]\d{0,5}))?$/;

/** The order that `writePlaces` wrote; `null` if the text is not an order of exactly these ids. */
export function readPlaces(base: readonly ModelId[], text: string): readonly ModelId[] | null {
  const order = new Set<ModelId>();
  let places = 0;
  for (const run of text === '' ? [] : text.split(',')) {
    const [, first, last = first] = RUN.exec(run) ?? [];
    // A damaged line may have a huge range, so check it before expanding it.
    if (first === undefined || Number(last) > base.length) return null;
    for (let place = Number(first); place <= Number(last); place += 1) {
      order.add(base[place - 1] ?? '');
      places += 1;
    }
  }
  return places === base.length && order.size === base.length ? [...order] : null;
}
