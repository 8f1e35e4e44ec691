import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import type { Change, ChangeOf } from '../../../src/history/change.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { netMoves } from '../../../src/history/net-moves.ts';
import { changeLines, changeWords } from '../../../src/history/change-presentation.ts';
import { stabilityWords } from '../../../src/site/words/history.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';
import { feedAt, sourcesOf } from '../../support/feeds.ts';

const A = 'maker/a';
const STAYING = facts({ name: 'Maker: Staying', created: 1, permanentSlug: 'maker/staying' });

/**
 * Captures of every day of March up to the last given one. A day that is not given repeats the previous one.
 */
function everyDay(days: Readonly<Record<number, Partial<Facts> | null>>, id = A) {
  let own: Partial<Facts> | null = null;
  return Array.from({ length: Math.max(...Object.keys(days).map(Number)) }, (_, index) => {
    own = days[index + 1] === undefined ? own : (days[index + 1] ?? null);
    return captured(`2026-03-${String(index + 1).padStart(2, '0')}`, {
      'maker/staying': STAYING,
      ...(own && { [id]: facts(own) }),
    });
  });
}

function historyOf(days: Parameters<typeof everyDay>[0], id = A): History {
  const ledger = ledgerOf(...everyDay(days, id));
  return historyFrom(ledger, ledger.state.last.any ?? '');
}

const priced = (input: string): Partial<Facts> => ({ prices: { input, output: input } });
const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind);

function returnOf(history: History): ChangeOf<'returned'> {
  const [change] = history.changes({ kinds: ['returned'] });
  if (change?.kind !== 'returned') throw new Error('The model was not back.');
  return change;
}

describe('a model that returns after more than a week', () => {
  const days = {
    1: { ...priced('0.000001'), context: 1000 },
    2: null,
    10: { ...priced('0.000002'), context: 2000, parameters: ['max_tokens'] },
  };

  it('lists what changed in its return, without a date and without a percent', () => {
    const history = historyOf(days);
    expect(kinds(history.changes({ includeTiny: true }))).toEqual(['returned', 'removed']);
    expect(returnOf(history)).toMatchObject({
      since: '2026-03-02T00:00:00.000Z',
      lastListed: '2026-03-01T00:00:00.000Z',
      between: { after: '2026-03-09T00:00:00.000Z', by: '2026-03-10T00:00:00.000Z', isDated: true },
      meanwhile: [
        { kind: 'context', old: 1000, new: 2000, ratio: null },
        { kind: 'parameters', removed: ['temperature'] },
        {
          kind: 'price',
          lines: [
            { key: 'input', old: { usd: '1' }, new: { usd: '2' }, ratio: null },
            { key: 'output', ratio: null },
          ],
          move: null,
        },
      ],
    });
  });

  it('labels what changed as changed while unlisted', () => {
    const change = returnOf(historyOf(days));
    expect(changeLines(change).map(({ label, text, ratio }) => [label, text, ratio])).toEqual([
      ['Returned', 'missing since Mar 2, 2026; $2.00 in, $2.00 out, context 2K', null],
      ['Changed while unlisted', 'Context 1K → 2K', null],
      ['Changed while unlisted', 'Parameters − temperature', null],
      ['Changed while unlisted', 'Input $1.00 → $2.00', null],
      ['Changed while unlisted', 'Output $1.00 → $2.00', null],
    ]);
    expect(changeWords(change).lines).toContain(
      'Changed while unlisted: Input: $1.00 → $2.00 per million tokens',
    );
  });

  it('counts no price change while it was unlisted, in its history or in the recent changes', () => {
    const history = historyOf(days);
    expect(history.historyOf(A)?.moves).toEqual([]);
    expect(history.stability(A)).toMatchObject({ moves: 0, rises: 0, worstRise: null, whileUnlisted: 1 });
    expect(stabilityWords(history.stability(A) ?? never(), null)).toBe(
      'Its price changed only while it was not listed.',
    );
    expect(history.recent(30, { kinds: ['price'] })).toEqual([]);
    expect(netMoves(history.changes())).toEqual([]);
  });

  it('measures no price change across the time it was unlisted', () => {
    const history = historyOf({
      1: priced('0.000001'),
      5: priced('0.000002'),
      10: null,
      20: priced('0.000003'),
    });
    expect(history.historyOf(A)?.moves.map(({ move }) => move?.ratio)).toEqual(['2']);
    expect(netMoves(history.changes())).toEqual([]);
    const later = historyOf({
      1: priced('0.000001'),
      10: null,
      20: priced('0.000003'),
      25: priced('0.000006'),
    });
    expect(netMoves(later.changes())).toMatchObject([{ id: A, move: { old: '3', new: '6' } }]);
    expect(later.historyOf(A)?.priceChanges.map(({ kind }) => kind)).toEqual(['price', 'returned']);
  });

  it('appears in no feed of price drops or rises for a change while unlisted', () => {
    const sources = sourcesOf(everyDay(days));
    for (const path of ['/feeds/price-rises', '/feeds/price-drops']) {
      expect(feedAt(sources, path).items, path).toEqual([]);
    }
    expect(feedAt(sources, '/feeds/changes').items[0]?.title).toBe('Maker: Model: listed again');
  });

  it('does not take a price from before its absence for one that was soon restored', () => {
    const history = historyOf({
      1: priced('0.000001'),
      2: null,
      12: priced('0.000002'),
      14: priced('0.000001'),
    });
    expect(kinds(history.changes())).toEqual(['price', 'returned', 'removed']);
    expect(history.changes()[0]).toMatchObject({ move: { old: '2', new: '1', ratio: '0.5' } });
    expect(returnOf(history).meanwhile).toMatchObject([
      { lines: [{ old: { usd: '1' }, new: { usd: '2' } }, {}] },
    ]);
  });

  it('appears in the feed of removals when it returns with a removal date', () => {
    const sources = sourcesOf(everyDay({ 1: {}, 2: null, 12: { expiration: '2026-05-01' } }));
    expect(feedAt(sources, '/feeds/retiring').items.map(({ title }) => title)).toEqual([
      'Maker: Model: listed again, removal announced for May 1, 2026',
    ]);
  });

  it('shows only the target of an alias that returns', () => {
    const alias = (aliasTarget: string, context: number) => ({ aliasTarget, context });
    const history = historyOf({ 1: alias('m/1', 1), 2: null, 12: alias('m/2', 2) }, '~maker/latest');
    expect(returnOf(history).meanwhile).toEqual([{ kind: 'retargeted', old: 'm/1', new: 'm/2' }]);
  });
});

describe('a model that returns within a week', () => {
  it('has price changes dated between the last capture that listed it and its return', () => {
    const history = historyOf({ 1: priced('0.000001'), 2: null, 6: priced('0.000002') });
    expect(
      history.changes().map(({ kind, between }) => [kind, between.after?.slice(0, 10), between.isDated]),
    ).toEqual([
      ['absent', '2026-03-05', true],
      ['price', '2026-03-01', true],
    ]);
    expect(history.stability(A)?.worstRise?.move?.ratio).toBe('2');
  });

  it('has no dated price change when the captures that listed it are more than a week apart', () => {
    const history = historyOf({ 1: priced('0.000001'), 2: null, 9: priced('0.000002') });
    expect(history.changes().map(({ kind, between }) => [kind, between.isDated])).toEqual([
      ['absent', true],
      ['price', false],
    ]);
    expect(history.recent(30, { kinds: ['price'] })).toEqual([]);
    expect(history.stability(A)?.worstRise).toBeNull();
  });
});

function never(): never {
  throw new Error('There is nothing.');
}
