import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import { familyOf } from './family.ts';

/** Models of one author whose ids differ only in version, date and stage, such as Claude Sonnet. */
export interface ModelFamily {
  /** Slug. */
  readonly author: string;
  /** The words and sizes of the ids: `claude-sonnet`, `llama-70b`. */
  readonly slug: string;
  /** At least two, oldest first. */
  readonly ids: readonly [ModelId, ModelId, ...ModelId[]];
}

interface Dated {
  readonly id: ModelId;
  /** ISO time of its first capture. */
  readonly since: string;
}

/**
 * The families with at least two models, sorted by author and slug. Variants and aliases are in none, because
 * they repeat a model.
 */
export function familiesAmong(models: readonly Dated[]): readonly ModelFamily[] {
  const own = models.filter(({ id }) => {
    const parts = splitId(id);
    return parts !== null && parts.variant === null && !parts.isAlias;
  });
  const families = [...Map.groupBy(own, ({ id }) => familyKey(id)).values()].flatMap(
    (members): readonly ModelFamily[] => {
      const [first, second, ...more] = members
        .toSorted((a, b) => compareText(a.since, b.since) || compareText(a.id, b.id))
        .map(({ id }) => id);
      if (first === undefined || second === undefined) return [];
      const ids = [first, second, ...more] as const;
      const slug = slugOf(ids.at(-1) ?? first);
      return slug === '' ? [] : [{ author: splitId(first)?.author ?? '', slug, ids }];
    },
  );
  return families.sort((a, b) => compareText(a.author, b.author) || compareText(a.slug, b.slug));
}

/** Equal for the ids of one family, whatever the order of their words. */
export function familyKey(id: ModelId): string {
  const { words, sizes } = familyOf(id);
  return JSON.stringify([splitId(id)?.author, words.toSorted(), sizes]);
}

function slugOf(id: ModelId): string {
  const { words, sizes } = familyOf(id);
  return [...words, ...sizes].join('-');
}
