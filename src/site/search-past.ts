import { cleanLine } from '../catalog/text.ts';
import type { Past } from '../catalog/search/entries.ts';
import type { Model } from '../catalog/model.ts';
import type { History, Retired } from '../history/history.ts';

/** What search needs to know of the past: the retired models, and every name and permanent slug that a model ever had. */
export function searchPast(
  { historyOf }: Pick<History, 'historyOf'>,
  retired: readonly (Pick<Retired, 'gone' | 'successor'> & { readonly model: Model })[],
): Past {
  return {
    models: retired.map(({ model, gone, successor }) => ({
      model,
      retired: gone.by.slice(0, 10),
      replacement: successor?.id ?? null,
    })),
    textsOf: (id) => {
      const known = historyOf(id);
      if (known === null) return [];
      const { facts, firstFacts, changes } = known;
      return [
        ...changes.flatMap((change) => (change.kind === 'name' ? [change.new, change.old] : [])),
        ...[facts, firstFacts].flatMap(({ name, permanentSlug }) => [
          cleanLine(name),
          ...(permanentSlug == null ? [] : [permanentSlug]),
        ]),
      ];
    },
  };
}
