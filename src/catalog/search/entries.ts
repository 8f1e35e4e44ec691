import { capabilitiesOf } from '../capabilities.ts';
import { CATEGORY_NAMES } from '../categories.ts';
import { toSignificant, toNumber } from '../decimal.ts';
import type { Model } from '../model.ts';
import type { Price } from '../price.ts';
import type { EntryPrice, SearchEntry } from './entry.ts';

const PRICE_DIGITS = 6;
const PREFIX_END = ': ';

/** What search needs of every listed model. Retired ones, where they are known, are added by the caller. */
export function searchEntries(models: readonly Model[]): SearchEntry[] {
  const listed = new Set(models.map((model) => model.id));
  const names = namesByAuthor(models);
  return models.map((model) => ({
    id: model.id,
    name: model.name,
    author: model.author.slug,
    authorNames: names.get(model.author.slug) ?? [model.author.name],
    slug: model.slug,
    variant: model.variant,
    isAlias: model.isAlias,
    hasListedBase: model.variant !== null && listed.has(model.baseId),
    permanentSlug: model.permanentSlug,
    context: model.context,
    maxOutput: model.maxOutput,
    input: entryPrice(model.prices.input),
    output: entryPrice(model.prices.output),
    addedOn: model.addedAt?.slice(0, 10) ?? null,
    popularity: model.popularity,
    inputModalities: model.inputModalities,
    outputModalities: model.outputModalities,
    capabilities: capabilitiesOf(model),
    categories: CATEGORY_NAMES.filter((category) => model.ranks[category] !== undefined),
    hasOpenWeights: model.huggingFaceId !== null,
    retired: null,
  }));
}

/** The display name of each author first, then the other prefixes that its models carry. */
function namesByAuthor(models: readonly Model[]): Map<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const { author, fullName, name } of models) {
    const known = names.get(author.slug) ?? new Set([author.name]);
    if (fullName.endsWith(PREFIX_END + name)) known.add(fullName.slice(0, -(PREFIX_END + name).length));
    names.set(author.slug, known);
  }
  return new Map([...names].map(([author, known]) => [author, [...known]]));
}

function entryPrice(price: Price): EntryPrice {
  // Six digits are enough to filter and to show; the exact decimal is on the model's page.
  return price.kind === 'amount' ? toNumber(toSignificant(price.usd, PRICE_DIGITS)) : price.kind;
}
