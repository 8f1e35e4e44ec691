import { cleanLine } from '../catalog/text.ts';
import type { Past } from '../search/index/entries.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import { retiredOn, type Retired } from '../history/model-history.ts';
import { isStable } from '../history/stability.ts';

/** The past as search needs it: retired models, and every former name and permanent slug of a model. */
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
      retired: retiredOn({ gone }),
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

/** Whether a model's price has been unchanged for 90 days; `null` if its history is shorter. */
export function stabilityIn({
  historyOf,
  now,
}: Pick<History, 'historyOf' | 'now'>): (id: ModelId) => boolean | null {
  return (id) => {
    const known = historyOf(id);
    return known && isStable(known, now);
  };
}
