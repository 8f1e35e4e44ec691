import { describe, expect, it } from 'vitest';
import { netMoves, sizeOf } from '../../../src/history/net-moves.ts';
import { facts, historyOfDays } from '../site/a-history.ts';

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
  it('is from the first price to the last', () => {
    expect(movesOf('0.000001', '0.000004', '0.000002')).toMatchObject([
      { id: 'a/b', move: { old: '1', new: '2', ratio: 2, direction: 'rise' } },
    ]);
  });

  it('leaves out what came back', () => {
    expect(movesOf('0.000001', '0.000004', '0.000001')).toEqual([]);
    expect(movesOf('0.000001', '0.000004', '0.000001005')).toEqual([]);
  });

  it('knows no percent between free and paid', () => {
    expect(movesOf('0', '0.000001', '0.000002')).toMatchObject([
      { move: { ratio: null, direction: 'became-paid' } },
    ]);
    expect(movesOf('0.000001', '0')).toMatchObject([{ move: { ratio: null, direction: 'became-free' } }]);
  });

  it('says nothing of prices that are no numbers', () => {
    expect(movesOf('0.000001', '-1')).toEqual([]);
  });
});

it('takes halving for as big as doubling, and free for bigger than any', () => {
  const move = (ratio: number | null) => ({ old: null, new: null, ratio, direction: 'rise' }) as const;
  expect(sizeOf(move(2))).toBeCloseTo(sizeOf(move(0.5)));
  expect(sizeOf(move(null))).toBeGreaterThan(sizeOf(move(1000)));
});
