import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../../src/catalog/facts.ts';
import { alikeChanges } from '../../../../src/history/alike-changes.ts';
import {
  changedName,
  leadOf,
  movesSentence,
  remarkOf,
  totalWords,
  valuesOf,
} from '../../../../src/site/words/changes.ts';
import { facts, historyOfDays } from '../../../support/a-history.ts';

type Rows = Readonly<Record<string, Facts>>;

const priced = (input: string, output: string, more: Partial<Facts> = {}) => facts(input, output, more);

/** The lines between two days as `lead (tone) | names | remark | values`. */
function textsBetween(then: Rows, now: Rows): readonly string[] {
  const history = historyOfDays({ '2026-01-01': then, '2026-01-02': now });
  return alikeChanges(history.changes()).map((alike) => {
    const { text, tone } = leadOf(alike);
    const values = valuesOf(alike).map(({ label, text: value }) =>
      label === null ? value : `${label} ${value}`,
    );
    return [
      `${text}${tone === null ? '' : ` (${tone})`}`,
      alike.changes.map(changedName).join(' + '),
      remarkOf(alike),
      values.join('; '),
    ].join(' | ');
  });
}

const X = priced('0.000002', '0.000004');

describe('a line of a list of changes', () => {
  it.each<[string, Rows, Rows, string]>([
    [
      'a price increase with both prices',
      { 'a/x': X },
      { 'a/x': priced('0.000003', '0.000006') },
      '↑\u00a050% (up) | Model |  | Input $2.00 → $3.00; Output $4.00 → $6.00',
    ],
    [
      'a price decrease of one price with the other',
      { 'a/x': X },
      { 'a/x': priced('0.000001', '0.000004') },
      '↓\u00a030% (down) | Model |  | Input $2.00 → $1.00; Output $4.00 same',
    ],
    [
      'a price that became free',
      { 'a/x': X },
      { 'a/x': priced('0', '0') },
      'now free (down) | Model |  | Input $2.00 → free; Output $4.00 → free',
    ],
    [
      'a free price that became paid',
      { 'a/x': priced('0', '0') },
      { 'a/x': X },
      'now paid (up) | Model |  | Input free → $2.00; Output free → $4.00',
    ],
    [
      'a price whose total changed by less than 1%',
      { 'a/x': priced('0.000002', '0.0001') },
      { 'a/x': priced('0.0000021', '0.0001') },
      '↑\u00a00.3% | Model |  | Input $2.00 → $2.10; Output $100.00 same',
    ],
    [
      'a change of another price alone',
      { 'a/x': { ...X, prices: { ...X.prices, cacheRead: '0.0000005' } } },
      { 'a/x': { ...X, prices: { ...X.prices, cacheRead: '0.000001' } } },
      'Other price | Model |  | Input, cache read $0.50 → $1.00',
    ],
    [
      'a changed limit',
      { 'a/x': X },
      { 'a/x': { ...X, context: 16_384 } },
      'Context | Model |  | 8.2K → 16K (↑\u00a0100%)',
    ],
    ['a new model', {}, { 'a/x': X }, 'New | Model |  | $2.00 in, $4.00 out, context 8.2K'],
  ])('says %s', (_, then, now, text) => {
    const other = { 'b/y': priced('0.000001', '0.000001') };
    expect(textsBetween({ ...other, ...then }, { ...other, ...now })).toEqual([text]);
  });

  it('shows other prices that changed by another percent than input and output', () => {
    const cached = (input: string, output: string, cacheRead: string): Facts => ({
      ...X,
      prices: { input, output, cacheRead },
    });
    const before = { 'a/x': cached('0.000002', '0.000004', '0.0000002') };
    expect(textsBetween(before, { 'a/x': cached('0.000001', '0.000002', '0.0000001') })).toEqual([
      '↓\u00a050% (down) | Model |  | Input $2.00 → $1.00; Output $4.00 → $2.00',
    ]);
    expect(textsBetween(before, { 'a/x': cached('0.000001', '0.000002', '0.0000003') })).toEqual([
      '↓\u00a050% (down) | Model |  | Input $2.00 → $1.00; Output $4.00 → $2.00; Input, cache read $0.20 → $0.30',
    ]);
  });
});

describe('remarkOf', () => {
  const named = (name: string, input: string, output: string) => priced(input, output, { name });
  const OLD = {
    'a/x': named('A: X', '0.000002', '0.000004'),
    'a/y': named('A: Y', '0.000002', '0.000004'),
    'a/x:batch': named('A: X (batch)', '0.000001', '0.000002'),
    'a/y:batch': named('A: Y (batch)', '0.000001', '0.000002'),
  };
  const NEW = {
    'a/x': named('A: X', '0.000004', '0.000008'),
    'a/y': named('A: Y', '0.000004', '0.000008'),
    'a/x:batch': named('A: X (batch)', '0.000002', '0.000004'),
    'a/y:batch': named('A: Y (batch)', '0.000002', '0.000004'),
  };
  const remarks = (then: Rows, now: Rows) =>
    textsBetween(then, now).map((text) => text.split(' | ').slice(1, 3));

  it('names the variants that changed with their models', () => {
    expect(remarks(OLD, NEW)).toEqual([['X + Y', 'with batch variants']]);
  });

  it('names one variant that changed with its model', () => {
    const { 'a/x': x, 'a/x:batch': batch } = OLD;
    expect(
      remarks({ 'a/x': x, 'a/x:batch': batch }, { 'a/x': NEW['a/x'], 'a/x:batch': NEW['a/x:batch'] }),
    ).toEqual([['X', 'with the batch variant']]);
  });

  it('names the variants one by one if not every model of the line has one', () => {
    expect(remarks(OLD, { ...NEW, 'a/y:batch': OLD['a/y:batch'] })).toEqual([['X + Y', 'with X (batch)']]);
  });

  it('says that only a variant changed', () => {
    expect(remarks(OLD, { ...OLD, 'a/x:batch': NEW['a/x:batch'] })).toEqual([
      ['X', 'only the batch variant'],
    ]);
    const both = { ...OLD, 'a/x:batch': NEW['a/x:batch'], 'a/y:batch': NEW['a/y:batch'] };
    expect(remarks(OLD, both)).toEqual([['X + Y', 'only the batch variants']]);
  });
});

it('totalWords counts the changes and the models of a list', () => {
  const item = (count: number, models: readonly string[]) => ({
    kind: 'price',
    author: 'a',
    percent: 5,
    isDated: true,
    count,
    models,
  });
  expect(totalWords([item(2, ['a/x', 'a/y']), item(1, ['a/x'])])).toBe('3 changes to 2 models');
  expect(totalWords([item(1, ['a/x'])])).toBe('1 change to 1 model');
  expect(totalWords([])).toBe('0 changes to 0 models');
});

describe('movesSentence', () => {
  const figures = (up: number, upMedian: string | null, down: number, downMedian: string | null) => ({
    increases: { count: up, median: upMedian },
    decreases: { count: down, median: downMedian },
    models: 0,
    priced: 0,
    largest: null,
  });

  it.each([
    [
      figures(67, '45%', 92, '20%'),
      '67 price increases and 92 price decreases, median increase 45% and median decrease 20%',
    ],
    [figures(1, '45%', 0, null), '1 price increase and 0 price decreases, median increase 45%'],
    [figures(0, null, 1, null), '0 price increases and 1 price decrease'],
  ])('of %j names the counts and the medians', (given, text) => {
    expect(movesSentence(given)).toBe(text);
  });
});
