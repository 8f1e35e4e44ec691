import { expect, it } from 'vitest';
import { atLeast, atMost, figure, skipped, tableOf } from '../../../src/cli/bench/report.ts';

it('tableOf marks what misses its budget, and marks nothing without a budget', () => {
  const table = tableOf('A list', [
    atMost('build', 21, 's', 20),
    atMost('page', 11_999, 'kB', 12_000),
    atLeast('score', 98, 'points', 98),
    figure('pages', 2117, 'count'),
    skipped('Lighthouse', 'no browser'),
  ]);
  expect(table.split('\n')).toEqual([
    'A list',
    '✗ build        21.0 s  ≤ 20.0 s',
    '✓ page        12.0 kB  ≤ 12.0 kB',
    '✓ score            98  ≥ 98',
    '  pages          2117',
    '  Lighthouse  not measured: no browser',
  ]);
});
