import { cleanLine } from '../catalog/text.ts';
import type { Past } from '../search/index/entries.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import type { Retired } from '../history/model-history.ts';
import { isStable } from '../history/stability.ts';

/** What search needs to know of the past: the retired models, and every name and permanent slug that a model ever had. */
export function searchPast(
  { historyOf, now }: Pick<History, 'historyOf' | 'now'>,
  retired: readonly (Pick<Retired, 'gone'> & {
    readonly model: Model;
    readonly replacement: ModelId | null;
  })[],
): Past {
  return {
    models: retired.map(({ model, gone, replacement }) => ({
      model,
      retired: gone.by.slice(0, 10),
      replacement,
    })),
    isStable: stabilityIn({ historyOf, now }),
    textsOf: (id) => {
      const known = historyOf(id);
      if (known === null) return [];
      const { facts, firstFacts, changes } = known;
      return [
        ...changes.flatMap((change) => differencesIn(change, 'name').flatMap((name) => [name.new, name.old])),
        ...[facts, firstFacts].flatMap(({ name, permanentSlug }) => [
          cleanLine(name),
          ...(permanentSlug == null ? [] : [permanentSlug]),
        ]),
      ];
    },
  };
}

/** Tells whether the price of a model has not changed in 90 days; `null`: not known for as long. */
export function stabilityIn({
  historyOf,
  now,
}: Pick<History, 'historyOf' | 'now'>): (id: ModelId) => boolean | null {
  return (id) => {
    const known = historyOf(id);
    return known && isStable(known, now);
  };
}
