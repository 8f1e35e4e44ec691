import { isCategory } from '../../catalog/categories.ts';
import { compareDecimals } from '../../catalog/decimal.ts';
import type { ReplayCapture } from './replay-capture.ts';
import {
  authorOf,
  contextOf,
  createdOf,
  idOf,
  inputModalitiesOf,
  nameOf,
  outputModalitiesOf,
  parametersOf,
  permanentSlugOf,
  priceOf,
} from './row.ts';

/** The query parameters that the server supports. It ignores all others, as upstream does. */
export const QUERY_PARAMETERS = [
  'category',
  'sort',
  'output_modalities',
  'input_modalities',
  'supported_parameters',
  'model_authors',
  'q',
  'offset',
  'limit',
  'use_rss',
  'use_rss_chat_links',
] as const;

const DEFAULT_LIMIT = 500;
const MAX_LIMIT = 1000;

/** One page of the requested rows. */
export interface Page {
  readonly rows: readonly unknown[];
  /** Number of rows on all pages. */
  readonly total: number;
  /** Start of the next page; `null` on the last page and without paging. */
  readonly next: { readonly offset: number; readonly limit: number } | null;
}

/** A request that upstream answers with 400. */
export class BadQuery extends Error {
  override readonly name = 'BadQuery';
}

type Order = (rows: readonly unknown[], capture: ReplayCapture) => readonly unknown[];

/** Orders by measurements that no capture holds, such as speed: the rows keep their order. */
const unmeasured: Order = (rows) => rows;
const byPopularity: Order = (rows, { popularity }) => {
  const positions = new Map(popularity.map((id, position) => [id, position]));
  return sortBy(rows, (row) => positions.get(idOf(row)) ?? null, ascending);
};

const ORDERS: Readonly<Record<string, Order>> = {
  'most-popular': byPopularity,
  'top-weekly': byPopularity,
  newest: (rows) => sortBy(rows, createdOf, descending),
  'pricing-low-to-high': (rows) => sortBy(rows, priceOf, compareDecimals),
  'pricing-high-to-low': (rows) => sortBy(rows, priceOf, (a, b) => compareDecimals(b, a)),
  'context-high-to-low': (rows) => sortBy(rows, contextOf, descending),
  'throughput-high-to-low': unmeasured,
  'latency-low-to-high': unmeasured,
  'intelligence-high-to-low': unmeasured,
  'coding-high-to-low': unmeasured,
  'agentic-high-to-low': unmeasured,
  'design-arena-elo-high-to-low': unmeasured,
};

/**
 * Filters, sorts and pages the rows as upstream does. A list of outputs or authors matches any of its items;
 * a list of inputs or parameters matches all of them. Upstream's documentation does not state which applies.
 * Throws `BadQuery`.
 */
export function selectRows(capture: ReplayCapture, query: URLSearchParams): Page {
  const selected = rowsOfCategory(capture, query.get('category')).filter(rowFilter(query));
  return page(orderOf(query.get('sort'))(selected, capture), query.get('offset'), query.get('limit'));
}

function rowsOfCategory(capture: ReplayCapture, category: string | null): readonly unknown[] {
  if (category === null) return capture.rows;
  if (!isCategory(category)) throw new BadQuery(`Invalid category: ${category}`);
  const rows = new Map(capture.rows.map((row) => [idOf(row), row]));
  return (capture.categories[category] ?? []).flatMap((id) => (rows.has(id) ? [rows.get(id)] : []));
}

function rowFilter(query: URLSearchParams): (row: unknown) => boolean {
  const outputs = list(query, 'output_modalities') ?? ['text'];
  const inputs = list(query, 'input_modalities');
  const parameters = list(query, 'supported_parameters');
  const authors = list(query, 'model_authors');
  const words = query.get('q')?.trim().toLowerCase();
  return (row) =>
    (outputs.includes('all') || hasAny(outputModalitiesOf(row), outputs)) &&
    (inputs === null || hasAll(inputModalitiesOf(row), inputs)) &&
    (parameters === null || hasAll(parametersOf(row), parameters)) &&
    (authors === null || authors.includes(authorOf(row))) &&
    (!words ||
      [idOf(row), permanentSlugOf(row), nameOf(row)].some((name) => name.toLowerCase().includes(words)));
}

function orderOf(sort: string | null): Order {
  if (sort === null) return unmeasured;
  const order = Object.hasOwn(ORDERS, sort) ? ORDERS[sort] : undefined;
  if (order === undefined) throw new BadQuery(`Invalid sort: ${sort}`);
  return order;
}

/** Without `offset` and `limit`, the whole list is one page. */
function page(rows: readonly unknown[], offsetText: string | null, limitText: string | null): Page {
  if (offsetText === null && limitText === null) return { rows, total: rows.length, next: null };
  const offset = wholeNumber('offset', offsetText ?? '0', 0, Number.MAX_SAFE_INTEGER);
  const limit = wholeNumber('limit', limitText ?? String(DEFAULT_LIMIT), 1, MAX_LIMIT);
  const end = offset + limit;
  return {
    rows: rows.slice(offset, end),
    total: rows.length,
    next: end < rows.length ? { offset: end, limit } : null,
  };
}

function wholeNumber(name: string, text: string, least: number, most: number): number {
  const value = /^\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= least && value <= most)) throw new BadQuery(`Invalid ${name}: ${text}`);
  return value;
}

function list(query: URLSearchParams, name: string): readonly string[] | null {
  const items = query.get(name)?.split(',').filter(Boolean);
  return items === undefined || items.length === 0 ? null : items;
}

function hasAny(has: readonly string[], wanted: readonly string[]): boolean {
  return wanted.some((item) => has.includes(item));
}

function hasAll(has: readonly string[], wanted: readonly string[]): boolean {
  return wanted.every((item) => has.includes(item));
}

/** A stable sort that puts rows without a value last in both directions. */
function sortBy<T extends number | string>(
  rows: readonly unknown[],
  valueOf: (row: unknown) => T | null,
  compare: (a: T, b: T) => number,
): readonly unknown[] {
  return rows
    .map((row) => ({ row, value: valueOf(row) }))
    .sort((a, b) => {
      if (a.value === null || b.value === null) return Number(a.value === null) - Number(b.value === null);
      return compare(a.value, b.value);
    })
    .map(({ row }) => row);
}

function ascending(a: number, b: number): number {
  return a - b;
}

function descending(a: number, b: number): number {
  return b - a;
}
