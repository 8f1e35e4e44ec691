import { describe, expect, it } from 'vitest';
import { captured, facts } from '../../support/ledger.ts';
import { daily, historyOf, priced, STAYING } from '../../support/ledger-history.ts';

const A = 'maker/a';

describe('modelHistory', () => {
  it('gives the first and last day, the price steps and the stability of a model', () => {
    const history = historyOf(
      captured('2026-01-01', { 'maker/staying': STAYING }),
      captured('2026-01-05', { 'maker/staying': STAYING, [A]: facts(priced('1')) }),
      captured('2026-02-05', { 'maker/staying': STAYING, [A]: facts(priced('4')) }),
      captured('2026-02-15', { 'maker/staying': STAYING, [A]: facts(priced('2')) }),
      captured('2026-03-10', { 'maker/staying': STAYING }),
      captured('2026-03-20', { 'maker/staying': STAYING }),
    );
    const known = history.historyOf(A);
    expect(known).toMatchObject({
      isListed: false,
      lastSeen: '2026-02-15T00:00:00.000Z',
      first: { isBaseline: false, since: '2026-01-05T00:00:00.000Z' },
      gone: { after: '2026-02-15T00:00:00.000Z', by: '2026-03-10T00:00:00.000Z', isDated: false },
    });
    expect(known?.moves.map(({ move }) => move?.direction)).toEqual(['drop', 'rise']);
    expect(known?.priceSteps.map(({ from, isListed }) => [from.slice(5, 10), isListed])).toEqual([
      ['01-05', true],
      ['02-05', true],
      ['02-15', true],
      ['03-10', false],
    ]);
    expect(history.stability(A)).toMatchObject({ moves: 2, rises: 1 });
    expect(history.stability(A)?.movesPerYear).toBeCloseTo((2 / 41) * 365.25);
    expect(history.retiredModels().map(({ id, daysListed }) => [id, daysListed])).toEqual([[A, 41]]);
    expect(history.historyOf('maker/unknown')).toBeNull();
  });

  it('takes the worst rise from the changes that have a date', () => {
    const history = daily({ 1: priced('1'), 2: priced('2'), 3: priced('3'), 14: priced('30') });
    expect(history.stability(A)).toMatchObject({
      moves: 3,
      rises: 3,
      worstRise: { move: { ratio: '2' }, between: { by: '2026-01-02T00:00:00.000Z' } },
    });
  });

  it('starts at the date of upstream for a model of the first capture', () => {
    const history = historyOf(
      captured('2026-01-01', { [A]: facts({ created: Date.UTC(2025, 11, 1) / 1000 }) }),
    );
    expect(history.historyOf(A)?.first).toMatchObject({
      isBaseline: true,
      since: '2025-12-01T00:00:00.000Z',
    });
  });
});
