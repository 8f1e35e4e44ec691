import type { EntryPrice, SearchEntry } from './entry.ts';
import { glue, wordsOf } from './match/words.ts';

/** What a reader narrows results by. Within `authors` and `categories` any may hold; of the other lists all must. */
export interface Filters {
  /** Slugs. */
  readonly authors: readonly string[];
  readonly takes: readonly string[];
  readonly gives: readonly string[];
  readonly can: readonly string[];
  readonly categories: readonly string[];
  readonly price: PriceClass | null;
  readonly context: ContextClass | null;
  readonly added: AddedClass | null;
  readonly open: boolean;
}

export const NO_FILTERS: Filters = {
  authors: [],
  takes: [],
  gives: [],
  can: [],
  categories: [],
  price: null,
  context: null,
  added: null,
  open: false,
};

/** Input price in US dollars per million tokens, strictly below `under`; 0 stands for free alone. */
export const PRICE_CLASSES = {
  free: { label: 'Free', under: 0 },
  'under-0.5': { label: 'Under $0.50', under: 0.5 },
  'under-2': { label: 'Under $2', under: 2 },
  'under-5': { label: 'Under $5', under: 5 },
} as const;

/** Tokens of context, at least. */
export const CONTEXT_CLASSES = {
  '32k': { label: '32K or more', least: 32_000 },
  '128k': { label: '128K or more', least: 128_000 },
  '200k': { label: '200K or more', least: 200_000 },
  '1m': { label: '1M or more', least: 1_000_000 },
} as const;

/** Days before the time of the data. */
export const ADDED_CLASSES = {
  '7d': { label: 'In the last 7 days', days: 7 },
  '30d': { label: 'In the last 30 days', days: 30 },
  '90d': { label: 'In the last 90 days', days: 90 },
  '1y': { label: 'In the last year', days: 365 },
} as const;

export type PriceClass = keyof typeof PRICE_CLASSES;
export type ContextClass = keyof typeof CONTEXT_CLASSES;
export type AddedClass = keyof typeof ADDED_CLASSES;

const DAY_MS = 86_400_000;

/** Whether `entry` passes all filters at `now`, an ISO time. */
export function passes(entry: SearchEntry, filters: Filters, now: string): boolean {
  return (
    (filters.authors.length === 0 || filters.authors.includes(entry.author)) &&
    (filters.categories.length === 0 ||
      entry.categories.some((category) => filters.categories.includes(category))) &&
    filters.takes.every((modality) => entry.inputModalities.includes(modality)) &&
    filters.gives.every((modality) => entry.outputModalities.includes(modality)) &&
    filters.can.every((capability) => entry.capabilities.includes(capability)) &&
    (filters.price === null || isInPriceClass(entry.input, filters.price)) &&
    (filters.context === null || (entry.context ?? 0) >= CONTEXT_CLASSES[filters.context].least) &&
    (filters.added === null || isAddedWithin(entry, ADDED_CLASSES[filters.added].days, now)) &&
    (!filters.open || entry.hasOpenWeights)
  );
}

export function hasFilters(filters: Filters): boolean {
  return Object.values(filters).some((value: unknown) =>
    Array.isArray(value) ? value.length > 0 : Boolean(value),
  );
}

/** Dollars per million tokens; `null` for dynamic and unknown, which are in no price class and below no bound. */
export function dollarsOf(price: EntryPrice): number | null {
  if (typeof price === 'number') return price;
  return price === 'free' ? 0 : null;
}

function isInPriceClass(price: EntryPrice, key: PriceClass): boolean {
  const usd = dollarsOf(price);
  return usd !== null && (usd === 0 || usd < PRICE_CLASSES[key].under);
}

/** Whether the entry's author is the one that was typed: a slug or a name, glued or not, or the beginning of one. */
export function isByAuthor(entry: SearchEntry, typed: string): boolean {
  const wanted = glue(wordsOf(typed));
  return [entry.author, ...entry.authorNames].some((name) => glue(wordsOf(name)).startsWith(wanted));
}

function isAddedWithin({ addedOn }: SearchEntry, days: number, now: string): boolean {
  return addedOn !== null && Date.parse(now.slice(0, 10)) - Date.parse(addedOn) <= days * DAY_MS;
}
