import { expect, it } from 'vitest';
import { CAPABILITIES } from '../../../src/catalog/capabilities.ts';
import { daysBefore } from '../../../src/search/filter-dates.ts';
import { FILTER_GROUPS, isOffered, STEPS, stepWord } from '../../../src/search/filter-groups.ts';
import { FILTERS, FILTER_KEYS } from '../../../src/search/filters.ts';

const TODAY = '2026-08-22';

it('the groups of filters have every filter once', () => {
  expect(FILTER_GROUPS.flatMap(({ keys }) => keys).sort()).toEqual([...FILTER_KEYS].sort());
});

it('every step of a filter is a value that its address keeps', () => {
  for (const key of FILTER_KEYS)
    for (const value of STEPS[key]?.(TODAY) ?? []) expect(FILTERS[key].read(value), key).toEqual([value]);
});

it.each([
  ['tokens', '128000', '128K'],
  ['tokens', '1000000', '1M'],
  ['dollars', '0.5', '$0.50'],
  ['dollars', '2', '$2'],
  ['date', daysBefore(TODAY, 30), '30 days'],
  ['date', daysBefore(TODAY, 365), '1 year'],
  ['date', '2025', '2025'],
] as const)('a step by %s of %s is called %s', (kind, value, word) => {
  expect(stepWord(kind, value, TODAY)).toBe(word);
});

it('features that are modalities or open weights are not offered twice', () => {
  const offered = Object.keys(CAPABILITIES).filter((key) => isOffered('can', key));
  expect(offered).toContain('tools');
  expect(offered).not.toContain('vision');
  expect(isOffered('open', '1')).toBe(true);
});
