import { describe, expect, it } from 'vitest';
import { familyStepsAmong, typicalSteps } from '../../../src/site/family-steps.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';

const priced = (usdPerMillion: number) => ({
  prices: {
    input: (usdPerMillion / 1e6).toFixed(12),
    output: (usdPerMillion / 1e6).toFixed(12),
  },
});
const one = (id: string, usd: number, sketch: ModelSketch = {}) =>
  aModel(`maker/${id}`, { ...priced(usd), ...sketch });
const steps = (own: ReturnType<typeof one>, ...others: ReturnType<typeof one>[]) => {
  const { up, down } = typicalSteps(own, familyStepsAmong([own, ...others])(own));
  return [up?.model.slug ?? null, down?.model.slug ?? null];
};

describe('familyStepsAmong', () => {
  const own = one('tale-5.6-mid', 2);

  it('takes the next cost up and down among models of the same version', () => {
    const others = [one('tale-5.6-small', 1), one('tale-5.6-tiny', 0.1), one('tale-5.6-large', 9)];
    expect(steps(own, ...others, one('tale-5.6-huge', 90), one('tale-5.5-big', 3))).toEqual([
      'tale-5.6-large',
      'tale-5.6-small',
    ]);
  });

  it('takes the model of each line that was added closest where no other has the version', () => {
    const large = (version: string, addedAt: string) => one(`tale-${version}-large`, 9, { addedAt });
    const near = large('5.4', '2025-11-01T00:00:00Z');
    expect(steps(own, near, large('4.0', '2025-06-01T00:00:00Z'))).toEqual(['tale-5.4-large', null]);
    expect(steps(own, large('3.0', '2024-06-01T00:00:00Z'))).toEqual([null, null]);
  });

  it.each<[string, ReturnType<typeof one>]>([
    ['of its own line', one('tale-5.7-mid', 9)],
    ['with another first word', one('poem-5.6-large', 9)],
    ['by another author', aModel('other/tale-5.6-large', priced(9))],
    ['with other outputs', one('tale-5.6-large', 9, { outputModalities: ['text', 'image'] })],
    ['that is a variant', one('tale-5.6-large:batch', 9)],
    ['that is retiring', one('tale-5.6-large', 9, { expiration: '2026-09-01' })],
    ['at the same cost', one('tale-5.6-large', 2.01)],
    ['without a cost', one('tale-5.6-large', 9, { prices: {} })],
  ])('takes no model %s', (_, other) => {
    expect(steps(own, other)).toEqual([null, null]);
  });

  it('takes a step up only with all features, and a step down only with all inputs', () => {
    const tools = { parameters: ['tools'], inputModalities: ['text', 'image'] };
    const able = one('tale-5.6-mid', 2, tools);
    expect(steps(able, one('tale-5.6-large', 9), one('tale-5.6-small', 1))).toEqual([null, null]);
    const takes = { inputModalities: ['text', 'image'] };
    expect(steps(able, one('tale-5.6-large', 9, tools), one('tale-5.6-small', 1, takes))).toEqual([
      'tale-5.6-large',
      'tale-5.6-small',
    ]);
  });

  it('takes the most used of those with the same cost, and finds steps for variants', () => {
    const [rare, used] = [one('tale-5.6-rare', 1), one('tale-5.6-used', 1, { popularity: 3 })];
    expect(steps(own, rare, used)).toEqual([null, 'tale-5.6-used']);
    expect(steps(one('tale-5.6-mid:batch', 2), rare, used)).toEqual([null, 'tale-5.6-used']);
  });
});
