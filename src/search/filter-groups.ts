import { CAPABILITIES, isCapability } from '../catalog/capabilities.ts';
import { shortTokens } from '../catalog/figures.ts';
import { daysBefore, RECENT_DAYS, recentShort } from './filter-dates.ts';
import type { FilterKey } from './filters.ts';

/** How filters are offered to readers: in groups, with values (steps) to choose from. */

export interface FilterGroup {
  readonly title: string;
  readonly keys: readonly FilterKey[];
  /** Whether a panel shows its choices at first. */
  readonly isOpen?: true;
}

/** Every filter, in the order of the filter panel and of the facets of search. */
export const FILTER_GROUPS: readonly FilterGroup[] = [
  { title: 'Date retired', keys: ['retired_after'], isOpen: true },
  { title: 'Price', keys: ['price', 'input_max', 'output_max'], isOpen: true },
  { title: 'Input modalities', keys: ['in'], isOpen: true },
  { title: 'Features', keys: ['can', 'open'], isOpen: true },
  { title: 'Context and max output', keys: ['context_min', 'max_output_min'], isOpen: true },
  { title: 'Author', keys: ['author'] },
  { title: 'Output modalities', keys: ['out'] },
  { title: 'Category', keys: ['category'] },
  { title: 'Parameters', keys: ['param'] },
  { title: 'Added and knowledge cutoff', keys: ['added_after', 'cutoff_after'] },
  { title: 'Stable price, moderated, hidden', keys: ['stable', 'moderated', 'hide'] },
];

/** Whether a value is offered by its own filter: features that are modalities or open weights are not. */
export function isOffered(key: FilterKey, value: string): boolean {
  if (key !== 'can' || !isCapability(value)) return true;
  return value !== 'open-weights' && !('isModality' in CAPABILITIES[value]);
}

const DOLLARS = ['0.5', '2', '5'];
const TOKENS = ['32000', '128000', '200000', '1000000'];
const MAX_OUTPUT_TOKENS = ['8000', '32000', '64000', '128000'];
const YEARS = 3;

const recentDays = (today: string): readonly string[] => RECENT_DAYS.map((days) => daysBefore(today, days));

/** The offered values of filters other than lists. `today`: the day of the data. */
export const STEPS: Readonly<Partial<Record<FilterKey, (today: string) => readonly string[]>>> = {
  price: () => ['free', 'paid', 'dynamic'],
  input_max: () => DOLLARS,
  output_max: () => DOLLARS,
  context_min: () => TOKENS,
  max_output_min: () => MAX_OUTPUT_TOKENS,
  added_after: recentDays,
  retired_after: recentDays,
  cutoff_after: (today) => Array.from({ length: YEARS }, (_, ago) => String(Number(today.slice(0, 4)) - ago)),
  open: () => ['1'],
  moderated: () => ['yes', 'no'],
  stable: () => ['1'],
  hide: () => ['variants', 'routers', 'retiring'],
};

/** A step on a small button: `128K`, `$0.50`, `30 days`. */
export function stepWord(kind: 'tokens' | 'dollars' | 'date', value: string, today: string): string {
  if (kind === 'tokens') return shortTokens(Number(value));
  if (kind === 'dollars') return `$${value.includes('.') ? Number(value).toFixed(2) : value}`;
  return recentShort(value, today) ?? value;
}
