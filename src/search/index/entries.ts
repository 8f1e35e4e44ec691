import type { Author, Model, ModelId } from '../../catalog/model.ts';
import { splitName } from '../../catalog/names.ts';
import type { SearchEntry } from '../entry.ts';
import type { Filterable } from '../filterable.ts';
import { exactTexts } from '../match/exact.ts';
import { squeeze } from '../match/words.ts';
import { filterableOf } from './filterables.ts';

/** A retired model. */
interface PastModel {
  readonly model: Model;
  /** `YYYY-MM-DD`. */
  readonly retired: string;
  readonly replacement: ModelId | null;
}

/** Data from the history. */
export interface Past {
  readonly models: readonly PastModel[];
  /** Every full name and permanent slug under which a model was ever listed. */
  readonly textsOf: (id: ModelId) => readonly string[];
  /** Whether a price has not changed in 90 days; `null` where the history is shorter. */
  readonly isStable: (id: ModelId) => boolean | null;
}

const NO_PAST: Past = { models: [], textsOf: () => [], isStable: () => null };

/** The search entries of all models, listed and retired. */
export function searchEntries(listed: readonly Model[], past: Past = NO_PAST): SearchEntry[] {
  const retired = past.models.map(({ model }) => model);
  const names = namesByAuthor(
    [...listed, ...retired].flatMap(({ id, author, fullName }) =>
      [fullName, ...past.textsOf(id)].map((text) => ({ author, fullName: text })),
    ),
  );
  const byId = new Map(past.models.map((one) => [one.model.id, one]));
  const entriesOf = (models: readonly Model[]): SearchEntry[] => {
    const ids = new Set(models.map(({ id }) => id));
    return models.map((model) => {
      const filterable = filterableOf(model, {
        isStable: past.isStable(model.id),
        retired: byId.get(model.id)?.retired ?? null,
      });
      const authorNames = names.get(model.author.slug) ?? [model.author.name];
      return toEntry(model, filterable, authorNames, ids, past.textsOf(model.id));
    });
  };
  return [
    ...entriesOf(listed),
    ...entriesOf(retired).map((entry) => ({
      ...entry,
      replacement: byId.get(entry.id)?.replacement ?? null,
    })),
  ];
}

/** `ids` are the ids of all listed models, or of all retired ones if this one is retired. */
function toEntry(
  model: Model,
  filterable: Filterable,
  authorNames: readonly string[],
  ids: ReadonlySet<ModelId>,
  texts: readonly string[],
): SearchEntry {
  const entry = {
    ...filterable,
    name: model.name,
    authorNames,
    prefix:
      authorNames.find((name) => squeeze(name) === squeeze(splitName(model.fullName).prefix ?? '')) ?? null,
    slug: model.slug,
    variant: model.variant,
    isAlias: model.isAlias,
    aliasTarget: model.aliasTarget?.id ?? null,
    hasListedBase: model.variant !== null && ids.has(model.baseId),
    permanentSlug: model.permanentSlug,
    formerly: [],
    popularity: model.popularity,
    replacement: null,
  };
  return { ...entry, formerly: formerlyOf(entry, texts) };
}

/** The `texts` that do not name the entry already, without duplicates. */
function formerlyOf(entry: SearchEntry, texts: readonly string[]): string[] {
  const known = exactTexts(entry);
  return [...new Set(texts)].filter((text) => !known.has(text));
}

/**
 * The names of each author: the display name first, then the other current and former prefixes of its models.
 */
function namesByAuthor(
  named: readonly { readonly author: Author; readonly fullName: string }[],
): Map<string, string[]> {
  const names = new Map<string, Map<string, string>>();
  for (const { author, fullName } of named) {
    const known = names.get(author.slug) ?? new Map([[squeeze(author.name), author.name]]);
    const { prefix } = splitName(fullName);
    if (prefix !== null && !known.has(squeeze(prefix))) known.set(squeeze(prefix), prefix);
    names.set(author.slug, known);
  }
  return new Map([...names].map(([author, known]) => [author, [...known.values()]]));
}
