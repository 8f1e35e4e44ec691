import { cleanLine } from '../catalog/text.ts';
import type { Past } from '../search/index/entries.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { differencesIn } from '../history/differences.ts';
import type { History } from '../history/history.ts';
import type { Retired } from '../history/model-history.ts';

/** What search needs to know of the past: the retired models, and every name and permanent slug that a model ever had. */
export function searchPast(
  { historyOf }: Pick<History, 'historyOf'>,
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
