import { compareUsd } from '../catalog/compare.ts';
import { usdOf, type Filterable } from './filterable.ts';
import { matcher, valuesIn, withValues, type FilterKey, type Filters } from './filters.ts';
import { readRequest, writeRequest, type ListTerms } from './params.ts';

/** The finder of the home page: the cheapest models that pass a few filters. */

/** The prices that can be compared; also keys of `SORTS`. */
export type ComparedPrice = 'input' | 'output';

export interface Question {
  readonly filters: Filters;
  readonly by: ComparedPrice;
}

/** The number of models in an answer. */
export const MAX_FOUND = 5;

/**
 * Filters of every question: prices of models without text output are not comparable, a variant repeats its
 * model, and a router has no price of its own.
 */
const ALWAYS: Filters = { out: ['text'], hide: ['variants', 'routers'] };

export const DEFAULT_QUESTION: Question = {
  filters: { ...ALWAYS, in: ['image'], can: ['tools'], price: ['paid'], context_min: ['200000'] },
  by: 'input',
};

const TERMS: ListTerms = { sorts: { input: 'asc', output: 'asc' }, ownOrder: null, columns: [] };

/** The question in URL parameters. `today` is the day of the data. */
export function readQuestion(parameters: URLSearchParams, today: string): Question {
  const { filters, order } = readRequest(parameters, TERMS, today);
  return { filters: { ...filters, ...ALWAYS }, by: order?.sort === 'output' ? 'output' : 'input' };
}

/** The query of a list that shows all models of the answer in the same order: `in=image&sort=input`. */
export function listQuery(question: Question): string {
  return parametersOf(question).toString().replaceAll('%2C', ',');
}

/** The parameters without the filters that are part of every question. */
export function ownParameters({ filters, by }: Question): URLSearchParams {
  const own = Object.keys(ALWAYS).reduce((rest, key) => withValues(rest, key as FilterKey, []), filters);
  return parametersOf({ filters: own, by });
}

function parametersOf({ filters, by }: Question): URLSearchParams {
  return writeRequest({ typed: '', filters, order: { sort: by, direction: 'asc' }, columns: [] }, TERMS);
}

/** The same question about free models. */
export function amongFree({ filters, by }: Question): Question {
  return { filters: withValues(filters, 'price', ['free']), by };
}

/** A row of a list: a base, and its variants and aliases. */
export type FinderGroup = readonly [base: Filterable, ...members: Filterable[]];

export interface Found {
  /** The cheapest first; equal prices in the order of the groups; at most `MAX_FOUND`. */
  readonly cheapest: readonly Filterable[];
  /** Number of matching models: the rows of the filtered list. */
  readonly count: number;
  /** Number of those without an amount for the compared price. */
  readonly unpriced: number;
  /** Number of matching free models; `null` unless the question is about paid ones. */
  readonly free: number | null;
}

/** Answers a question. `groups` are in the default order of lists. */
export function find(question: Question, groups: readonly FinderGroup[]): Found {
  const rows = matching(question, groups);
  const prices = valuesIn(question.filters, 'price');
  const priced = prices.includes('free') ? rows : sortByPrice(rows, question.by);
  return {
    cheapest: priced.slice(0, MAX_FOUND),
    count: rows.length,
    unpriced: rows.length - priced.length,
    free: prices.includes('paid') ? matching(amongFree(question), groups).length : null,
  };
}

/** The rows with an amount for the price, the cheapest first. */
function sortByPrice(rows: readonly Filterable[], by: ComparedPrice): readonly Filterable[] {
  return rows
    .flatMap((row) => {
      const usd = usdOf(row[by]);
      return usd === null ? [] : [{ row, usd }];
    })
    .sort((a, b) => compareUsd(a.usd, b.usd))
    .map(({ row }) => row);
}

/** A member whose base does not match is a row of its own. */
function matching({ filters }: Question, groups: readonly FinderGroup[]): Filterable[] {
  const passes = matcher(filters);
  return groups.flatMap(([base, ...members]) => (passes(base) ? [base] : members.filter(passes)));
}
