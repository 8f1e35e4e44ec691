import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { toWireRow } from '../../../src/upstream/to-wire-row.ts';
import { rawRow } from '../../support/raw-row.ts';
import { model, pricing, read } from '../../support/translated.ts';

describe('toWireRow', () => {
  const written = ({ models: all, facts }: ReturnType<typeof read>) =>
    all.map((one) => toWireRow(one, facts.get(one.id) ?? { prices: {} }));

  it('writes back unknown fields', () => {
    const row = rawRow('maker/model', {
      brand_new: [1],
      architecture: { output_modalities: ['text'], newer: true },
      ...pricing({
        video: '1',
        overrides: [{ region: 'eu' }, { min_prompt_tokens: 1, video: '2' }, { region: 'us' }],
      }),
    });
    expect(written(read([row]))[0]).toMatchObject({
      brand_new: [1],
      architecture: { newer: true },
      pricing: {
        video: '1',
        overrides: [{ region: 'eu' }, { min_prompt_tokens: 1, video: '2' }, { region: 'us' }],
      },
    });
  });

  it('never touches a prototype', () => {
    const path = fc.array(fc.constantFrom('__proto__', 'constructor', 'prototype', 'polluted', 'toString'), {
      minLength: 1,
    });
    fc.assert(
      fc.property(path, (steps) => {
        toWireRow({ ...model(), other: [{ path: steps.join('.'), json: '"polluted"' }] }, { prices: {} });
        expect({}).not.toHaveProperty('polluted');
        expect(Object.prototype.toString.call({})).toBe('[object Object]');
      }),
    );
  });
});
