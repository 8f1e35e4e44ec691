import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Model } from '../../../src/catalog/model.ts';
import type { Snapshot } from '../../../src/catalog/snapshot.ts';
import { translate, type Orders } from '../../../src/upstream/translate.ts';
import { toWireRow } from '../../../src/upstream/to-wire-row.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';

const NO_ORDERS: Orders = { categories: {}, popularity: null };

function read(rows: readonly unknown[], orders = NO_ORDERS): Pick<Snapshot, 'models' | 'facts'> {
  const { rows: valid, quarantined } = validateRows(rows);
  expect(quarantined).toEqual([]);
  return translate(valid, orders);
}

function models(rows: readonly unknown[], orders = NO_ORDERS): readonly Model[] {
  return read(rows, orders).models;
}

function model(over: Record<string, unknown> = {}, id = 'maker/model'): Model {
  const [only] = models([rawRow(id, over)]);
  if (only === undefined) throw new Error('no model');
  return only;
}

const pricing = (over: Record<string, unknown>): Record<string, unknown> => ({
  pricing: { prompt: '0.000001', completion: '0.000002', ...over },
});

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
