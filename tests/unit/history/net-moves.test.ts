import { describe, expect, it } from 'vitest';
import { netMoves } from '../../../src/history/net-moves.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

/** The moves of one model whose price per token was each of these on successive days, four days apart. */
function movesOf(...prices: readonly string[]) {
  const history = historyOfDays(
    Object.fromEntries(
      prices.map((price, index) => [
        `2026-01-${String(1 + index * 4).padStart(2, '0')}`,
        { 'a/b': facts(price, price) },
      ]),
    ),
  );
  return netMoves(history.recent(60));
}

describe('netMoves', () => {
  it('gives one change from the first price to the last', () => {
    expect(movesOf('0.000001', '0.000004', '0.000002')).toMatchObject([
      { id: 'a/b', move: { old: '1', new: '2', ratio: '2', direction: 'rise' } },
    ]);
  });

  it('leaves out a price that returned to its first value', () => {
    expect(movesOf('0.000001', '0.000004', '0.000001')).toEqual([]);
    expect(movesOf('0.000001', '0.000004', '0.000001005')).toEqual([]);
  });

  it('gives no percent between free and paid', () => {
    expect(movesOf('0', '0.000001', '0.000002')).toMatchObject([
      { move: { ratio: null, direction: 'became-paid' } },
    ]);
    expect(movesOf('0.000001', '0')).toMatchObject([{ move: { ratio: null, direction: 'became-free' } }]);
  });

  it('leaves out a change of the blended price by less than 1%', () => {
    expect(movesOf('0.000001', '0.000001008', '0.000001016')).toEqual([]);
    const at = (input: string, cacheRead: string) =>
      facts(input, input, { prices: { input, output: input, cacheRead } });
    const history = historyOfDays({
      '2026-01-01': { 'a/b': at('0.000001', '0.0000001') },
      '2026-01-05': { 'a/b': at('0.000001008', '0.0000002') },
      '2026-01-09': { 'a/b': at('0.000001016', '0.0000004') },
    });
    expect(history.recent(60)).toHaveLength(2);
    expect(netMoves(history.recent(60))).toEqual([]);
  });

  /** The moves of one model by day, of captures that may lie far apart. */
  const movesBy = (days: Readonly<Record<string, string>>) =>
    netMoves(
      historyOfDays(
        Object.fromEntries(
          Object.entries(days).map(([day, price]) => [`2026-${day}`, { 'a/b': facts(price, price) }]),
        ),
      ).changes(),
    );

  it('reports nothing when the price changed again between captures too far apart to date it', () => {
    expect(movesBy({ '08-20': '0.0000002', '08-22': '0.0000004' })).toHaveLength(1);
    expect(movesBy({ '08-20': '0.0000002', '08-22': '0.0000004', '09-10': '0.0000003' })).toEqual([]);
  });

  it('keeps a change when captures far apart found the price unchanged afterwards', () => {
    expect(movesBy({ '08-20': '0.0000002', '08-22': '0.0000004', '09-10': '0.0000004' })).toMatchObject([
      { move: { old: '0.2', new: '0.4' } },
    ]);
  });

  it('starts after the last change that has no date', () => {
    expect(
      movesBy({
        '08-20': '0.0000002',
        '08-22': '0.0000004',
        '09-10': '0.0000003',
        '09-11': '0.0000006',
      }),
    ).toMatchObject([{ move: { old: '0.3', new: '0.6', ratio: '2' }, changes: [{ kind: 'price' }] }]);
  });

  it('ignores a price that changed for at most three days', () => {
    expect(
      movesBy({ '08-20': '0.0000004', '08-21': '0.0000002', '08-22': '0.0000002', '08-23': '0.0000004' }),
    ).toEqual([]);
  });

  it('reports nothing for a price that is not a number', () => {
    expect(movesOf('0.000001', '-1')).toEqual([]);
  });
});
