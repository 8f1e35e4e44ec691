import { describe, expect, it } from 'vitest';
import type { PreviousSize } from '../../../src/catalog/snapshot.ts';
import { everyCategory, type Capture } from '../../../src/upstream/capture.ts';
import { isUsable, refusals } from '../../../src/upstream/guard.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';

const LAST_TIME = '2026-08-22T00:00:00.000Z';

function capture(count: number, over: Partial<Capture> = {}, pictures = 0): Capture {
  const none = { ids: null, problem: 'none' } as const;
  return {
    capturedAt: '2026-08-23T00:00:00.000Z',
    scope: 'text',
    rows: [
      ...Array.from({ length: count }, (_, index) => rawRow(`a/model-${index}`)),
      ...Array.from({ length: pictures }, (_, index) =>
        rawRow(`a/picture-${index}`, { architecture: { output_modalities: ['image'] } }),
      ),
    ],
    totalCount: null,
    popularity: none,
    categories: everyCategory(() => none),
    categoriesOrigin: 'none',
    categoriesNote: null,
    ...over,
  };
}

const last = (count: number, over: Partial<PreviousSize> = {}): PreviousSize => ({
  capturedAt: LAST_TIME,
  scope: 'text',
  count,
  textCount: count,
  ...over,
});

const NOW = new Date('2026-08-23T00:00:30.000Z');

const refusalsOf = (live: Capture, previous: PreviousSize | null): readonly string[] =>
  refusals(live, validateRows(live.rows), previous, NOW);

describe('refusals', () => {
  it.each([81, 100, 159])('accept %i models after 100', (count) => {
    expect(refusalsOf(capture(count), last(100))).toEqual([]);
  });

  it.each([
    [80, `it holds 80 models, 20% fewer than the 100 of ${LAST_TIME}, and 20% is too much at once`],
    [1, `it holds 1 model, 99% fewer than the 100 of ${LAST_TIME}, and 20% is too much at once`],
    [160, `it holds 160 models, 60% more than the 100 of ${LAST_TIME}, and 60% is too much at once`],
  ])('refuse %i models after 100', (count, reason) => {
    expect(refusalsOf(capture(count), last(100))).toEqual([reason]);
  });

  it('refuse an answer without rows or without a valid row', () => {
    expect(refusalsOf(capture(0), null)).toEqual(['it holds no models']);
    expect(refusalsOf(capture(0, { rows: [1, 2] }), null)).toEqual(['it holds no valid model']);
  });

  it('refuse an answer with fewer rows than it says', () => {
    expect(refusalsOf(capture(10, { totalCount: 10 }), null)).toEqual([]);
    expect(refusalsOf(capture(10, { totalCount: 11 }), null)).toEqual([
      'it says that there are 11 models and holds 10',
    ]);
  });

  it('refuse an answer with more than 5% invalid rows', () => {
    const { rows } = capture(19);
    expect(refusalsOf(capture(0, { rows: [...rows, 1] }), null)).toEqual([]);
    expect(refusalsOf(capture(0, { rows: [...rows, 1, 2] }), null)).toEqual([
      '2 of its 21 rows (9.5%) are not valid, and at most 5% may be',
    ]);
  });

  it('give every reason at once', () => {
    const { rows } = capture(10);
    expect(refusalsOf(capture(0, { rows: [...rows, 1], totalCount: 40 }), last(40))).toHaveLength(3);
  });

  it('compare two scopes by the models that make text', () => {
    const wide = { scope: 'all' } as const;
    expect(refusalsOf(capture(100, wide, 90), last(100))).toEqual([]);
    expect(refusalsOf(capture(70, wide, 90), last(100))).toEqual([
      `it holds 70 models that give text, 30% fewer than the 100 of ${LAST_TIME}, and 20% is too much at once`,
    ]);
    expect(refusalsOf(capture(100), last(190, { scope: 'all', textCount: 100 }))).toEqual([]);
    expect(refusalsOf(capture(100, wide, 10), last(190, { scope: 'all', textCount: 100 }))).toHaveLength(1);
  });

  it.each([
    ['the ledger ends there', '2026-08-22T00:00:00.000Z'],
    ['it is 10 minutes before the ledger’s end', '2026-08-21T23:50:00.000Z'],
    ['it is a day after the clock', '2026-08-24T00:00:30.000Z'],
  ])('accept the time when %s', (_, capturedAt) => {
    expect(refusalsOf(capture(1, { capturedAt }), last(1))).toEqual([]);
  });

  it.each([
    [
      '2026-08-21T23:49:59.000Z',
      `it is dated 2026-08-21T23:49:59.000Z, more than 10 minutes before the ledger's last capture, that of ${LAST_TIME}`,
    ],
    [
      '2026-08-24T00:00:31.000Z',
      "it is dated 2026-08-24T00:00:31.000Z, more than a day after this machine's clock, which says 2026-08-23T00:00:30.000Z",
    ],
    [
      '9999-12-31T23:59:59.000Z',
      "it is dated 9999-12-31T23:59:59.000Z, more than a day after this machine's clock, which says 2026-08-23T00:00:30.000Z",
    ],
    ['1970-01-01T00:00:00.000Z', 'it is dated 1970-01-01T00:00:00.000Z, which is not between 2000 and 9999'],
    [
      '+010000-01-01T00:00:00.000Z',
      'it is dated +010000-01-01T00:00:00.000Z, which is not between 2000 and 9999',
    ],
  ])('refuse the time %s and name what it was compared with', (capturedAt, reason) => {
    expect(refusalsOf(capture(1, { capturedAt }), last(1))).toEqual([reason]);
  });

  it('compare the time with no ledger when there is none', () => {
    expect(refusalsOf(capture(1, { capturedAt: '2001-01-01T00:00:00.000Z' }), null)).toEqual([]);
  });

  it('isUsable is false without a valid row, or with a time out of range', () => {
    const usable = (live: Capture) => isUsable(live, validateRows(live.rows));
    expect(usable(capture(1))).toBe(true);
    expect(usable(capture(0, { rows: [1] }))).toBe(false);
    expect(usable(capture(1, { capturedAt: '1999-12-31T23:59:59.000Z' }))).toBe(false);
  });

  it('refuse no count when there is nothing to compare with', () => {
    expect(refusalsOf(capture(1), null)).toEqual([]);
    expect(refusalsOf(capture(1), last(0))).toEqual([]);
  });
});
