import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { alikeChanges, type AlikeChanges } from '../../../src/history/alike-changes.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

type Rows = Readonly<Record<string, Facts>>;

/** The lines between two days. The second capture of a week later keeps prices from being a reversion. */
function linesBetween(then: Rows, now: Rows): readonly AlikeChanges[] {
  const history = historyOfDays({ '2026-01-01': then, '2026-01-02': now });
  return alikeChanges(history.changes());
}

const idsOf = ({ changes, variants }: AlikeChanges) => [
  changes.map(({ id }) => id),
  variants.map(({ id }) => id),
];

const at = (input: string, output: string, more: Partial<Facts> = {}) => facts(input, output, more);

describe('alikeChanges', () => {
  it('puts models of one author that changed alike on one line', () => {
    const lines = linesBetween(
      {
        'a/x': at('0.000002', '0.000004'),
        'a/y': at('0.000002', '0.000004'),
        'b/x': at('0.000002', '0.000004'),
      },
      {
        'a/x': at('0.000001', '0.000002'),
        'a/y': at('0.000001', '0.000002'),
        'b/x': at('0.000001', '0.000002'),
      },
    );
    expect(lines.map(idsOf)).toEqual([
      [['a/x', 'a/y'], []],
      [['b/x'], []],
    ]);
    expect(lines.map(({ percent, author }) => [percent, author])).toEqual([
      [-50, 'a'],
      [-50, 'b'],
    ]);
  });

  it('keeps models apart whose percent agrees and whose prices do not', () => {
    const lines = linesBetween(
      { 'a/x': at('0.000002', '0.000004'), 'a/y': at('0.000004', '0.000008') },
      { 'a/x': at('0.000001', '0.000002'), 'a/y': at('0.000002', '0.000004') },
    );
    expect(lines.map(idsOf)).toEqual([
      [['a/x'], []],
      [['a/y'], []],
    ]);
  });

  it('keeps models apart whose changed price agrees and whose other price does not', () => {
    const lines = linesBetween(
      { 'a/x': at('0.000002', '0.000004'), 'a/y': at('0.000002', '0.000005') },
      { 'a/x': at('0.000001', '0.000004'), 'a/y': at('0.000001', '0.000005') },
    );
    expect(lines).toHaveLength(2);
  });

  it('puts a variant on the line of its model if the price changed by the same percent', () => {
    const lines = linesBetween(
      { 'a/x': at('0.000002', '0.000004'), 'a/x:batch': at('0.000001', '0.000002') },
      { 'a/x': at('0.000004', '0.000008'), 'a/x:batch': at('0.000002', '0.000004') },
    );
    expect(lines.map(idsOf)).toEqual([[['a/x'], ['a/x:batch']]]);
  });

  it('gives a variant its own line if its price changed by another percent or alone', () => {
    const before = { 'a/x': at('0.000002', '0.000004'), 'a/x:batch': at('0.000001', '0.000002') };
    const other = { 'a/x': at('0.000004', '0.000008'), 'a/x:batch': at('0.000003', '0.000006') };
    expect(linesBetween(before, other).map(idsOf)).toEqual([
      [['a/x:batch'], []],
      [['a/x'], []],
    ]);
    const alone = { ...before, 'a/x:batch': at('0.000003', '0.000006') };
    expect(linesBetween(before, alone).map(idsOf)).toEqual([[['a/x:batch'], []]]);
  });

  it('puts a variant that is new or retired with its model on the line of the model', () => {
    const keep = { 'b/x': at('0.000001', '0.000001') };
    const both = { ...keep, 'a/x': at('0.000002', '0.000004'), 'a/x:batch': at('0.000001', '0.000002') };
    expect(linesBetween(keep, both).map(idsOf)).toEqual([[['a/x'], ['a/x:batch']]]);
    expect(linesBetween(both, keep).map(idsOf)).toEqual([[['a/x'], ['a/x:batch']]]);
  });

  it('sorts the lines of a capture by topic, and price changes by their size', () => {
    const lines = linesBetween(
      { 'a/x': at('0.000002', '0.000004'), 'a/y': at('0.000002', '0.000004', { context: 1000 }) },
      {
        'a/x': at('0.000003', '0.000006'),
        'a/y': at('0.000001', '0.000001', { context: 2000 }),
        'a/z': at('0', '0'),
      },
    );
    expect(lines.map(({ topic, percent }) => [topic, percent])).toEqual([
      ['price', -60],
      ['price', 50],
      ['new', null],
      ['limits', null],
    ]);
  });

  it('counts what became paid or free as larger than any percent', () => {
    const lines = linesBetween(
      { 'a/x': at('0.000002', '0.000004'), 'a/y': at('0', '0'), 'a/z': at('0.000001', '0.000001') },
      { 'a/x': at('0.000009', '0.000009'), 'a/y': at('0.000001', '0.000001'), 'a/z': at('0', '0') },
    );
    expect(lines.map(({ percent }) => percent)).toEqual([Infinity, -Infinity, 260]);
  });

  it('folds a change of the tiers into the change of the price', () => {
    const tiers = (price: string) => ({
      tiers: [{ when: [{ kind: 'prompt-above' as const, tokens: 1000 }], prices: { input: price } }],
    });
    const lines = linesBetween(
      {
        'a/x': at('0.000002', '0.000004', tiers('0.000004')),
        'a/y': at('0.000002', '0.000004', tiers('0.000004')),
      },
      {
        'a/x': at('0.000001', '0.000002', tiers('0.000002')),
        'a/y': at('0.000002', '0.000004', tiers('0.000002')),
      },
    );
    expect(lines.map((line) => [...(idsOf(line)[0] ?? []), line.changes[0].kind, line.withTiers])).toEqual([
      ['a/x', 'price', true],
      ['a/y', 'tiers', false],
    ]);
  });

  it('holds every change in one line, of several captures, newest first', () => {
    const history = historyOfDays({
      '2026-01-01': { 'a/x': at('0.000001', '0.000001') },
      '2026-01-05': { 'a/x': at('0.000002', '0.000002') },
      '2026-01-10': { 'a/x': at('0.000002', '0.000002', { context: 9000 }) },
    });
    const lines = alikeChanges(history.changes());
    expect(lines.map(({ between, topic }) => [between.by.slice(0, 10), topic])).toEqual([
      ['2026-01-10', 'limits'],
      ['2026-01-05', 'price'],
    ]);
  });
});
