import { describe, expect, it } from 'vitest';
import type { Condition, TierFacts } from '../../../src/catalog/facts.ts';
import { settleTiers } from '../../../src/catalog/settle-tiers.ts';

const above = (tokens: number): Condition => ({ kind: 'prompt-above', tokens });
const tier = (prices: TierFacts['prices'], ...when: readonly Condition[]): TierFacts => ({ when, prices });

describe('settleTiers for a tier that always holds', () => {
  it('makes the tier the base price', () => {
    expect(settleTiers({ input: '1', output: '2' }, [tier({ input: '3' }, above(0))])).toEqual({
      prices: { input: '3', output: '2' },
      tiers: [],
    });
  });

  it('removes the prices that it names from earlier tiers', () => {
    const earlier = tier({ input: '5', output: '6' }, above(100));
    expect(settleTiers({ input: '1', output: '2' }, [earlier, tier({ input: '3' })])).toEqual({
      prices: { input: '3', output: '2' },
      tiers: [tier({ output: '6' }, above(100))],
    });
    expect(
      settleTiers({ input: '1' }, [tier({ input: '5' }, above(100)), tier({ input: '3' })]).tiers,
    ).toEqual([]);
  });

  it('keeps later tiers', () => {
    const later = tier({ input: '5' }, above(100));
    expect(settleTiers({ input: '1' }, [tier({ input: '3' }), later])).toEqual({
      prices: { input: '3' },
      tiers: [later],
    });
  });
});

describe('settleTiers for a tier that holds under a condition', () => {
  it.each<Condition>([
    above(1),
    { kind: 'utc-window', start: 0, end: 1439 },
    { kind: 'utc-days', days: ['monday'] },
  ])('keeps the tier: %j', (condition) => {
    const tiers = [tier({ input: '3' }, condition)];
    expect(settleTiers({ input: '1' }, tiers)).toEqual({ prices: { input: '1' }, tiers });
  });
});
