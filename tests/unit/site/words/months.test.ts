import { expect, it } from 'vitest';
import { chartMonth, partMonthWords } from '../../../../src/site/words/months.ts';

it.each([
  [
    '2026-08',
    '2026-08-22T00:00:00.000Z',
    'August 2026, to Aug 22',
    ' Dashed: August, up to Aug 22; the month is not over.',
  ],
  ['2026-08', '2026-08-31T09:00:00.000Z', 'August 2026', ''],
  ['2026-02', '2026-02-28T09:00:00.000Z', 'February 2026', ''],
  [
    '2028-02',
    '2028-02-28T09:00:00.000Z',
    'February 2028, to Feb 28',
    ' Dashed: February, up to Feb 28; the month is not over.',
  ],
  ['2026-12', '2026-12-31T23:59:59.000Z', 'December 2026', ''],
])('%s with its last capture at %s is "%s" in a chart', (month, at, name, remark) => {
  expect(chartMonth(month, at)).toBe(name);
  expect(partMonthWords(month, at)).toBe(remark);
});
