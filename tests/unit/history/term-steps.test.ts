import { describe, expect, it } from 'vitest';
import { daily } from '../../support/ledger-history.ts';

const PRICES = { input: '0.000001', output: '0.000002' };
const LONG = [{ when: [{ kind: 'prompt-above', tokens: 1000 } as const], prices: { input: '0.000002' } }];

const termsOf = (days: Parameters<typeof daily>[0]) => daily(days).historyOf('maker/a')?.termSteps ?? [];

describe('termSteps', () => {
  it('has one step while nothing changes', () => {
    expect(termsOf({ 1: { prices: PRICES }, 2: { prices: PRICES }, 3: { prices: PRICES } })).toHaveLength(1);
  });

  it('has a step for a change of tiers alone', () => {
    const steps = termsOf({ 1: { prices: PRICES }, 2: { prices: PRICES, tiers: LONG } });
    expect(steps.map(({ from, tiers }) => [from.slice(0, 10), tiers.length])).toEqual([
      ['2026-01-01', 0],
      ['2026-01-02', 1],
    ]);
  });

  it('has a step for a change of a limit, and reads 0 as not stated', () => {
    const steps = termsOf({ 1: { context: 1000 }, 2: { context: 2000 }, 3: { context: 0 } });
    expect(steps.map(({ context }) => context)).toEqual([1000, 2000, null]);
  });

  it('has a step that is not listed where the model is missing for more than a week', () => {
    const steps = termsOf({ 1: {}, 2: null, 12: {} });
    expect(steps.map(({ isListed }) => isListed)).toEqual([true, false, true]);
  });

  it('has no step for an absence of a few days', () => {
    expect(termsOf({ 1: {}, 2: null, 4: {} })).toHaveLength(1);
  });
});
