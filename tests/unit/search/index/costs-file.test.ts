import { describe, expect, it } from 'vitest';
import { costedOf, costOf } from '../../../../src/catalog/cost/cost.ts';
import { NO_WORKLOAD, WORKLOAD_PRESETS, type Workload } from '../../../../src/catalog/cost/workload.ts';
import { packCosts, readCosts, type CostsFile } from '../../../../src/search/index/costs-file.ts';
import { aModel } from '../../../support/a-model.ts';
import { frozenModels } from '../../../support/frozen-models.ts';

const OPTIONS = { areLast: false, digest: (text: string): string => text };

const WORKLOADS: readonly Workload[] = [
  ...Object.values(WORKLOAD_PRESETS).map(({ workload }) => workload),
  {
    ...NO_WORKLOAD,
    inputTokens: 300_000,
    outputTokens: 1,
    thinkingTokens: 7,
    searches: 2,
    cacheWriteShare: 1,
  },
];

describe('the file of costs', () => {
  it('gives every model of a capture the cost that its prices give', async () => {
    const all = [...(await frozenModels()).values()];
    const costed = all.map((model) => [model.id, costedOf(model)] as const);
    const { models: read } = readCosts(JSON.parse(JSON.stringify(packCosts(costed, OPTIONS))) as CostsFile);
    expect(read.size).toBe(all.length);
    for (const [id, own] of costed) {
      for (const workload of WORKLOADS) {
        const packed = read.get(id);
        expect(packed && costOf(packed, workload), id).toEqual(costOf(own, workload));
      }
    }
  });

  it('keeps models with the same prices and limits once', () => {
    const one = costedOf(aModel('a/one', { prices: { input: '0.000001', output: '0.000002' } }));
    const other = costedOf(aModel('a/other', { prices: { input: '0.000001', output: '0.000003' } }));
    const all = [
      ['a/one', one],
      ['a/two', one],
      ['a/other', other],
    ] as const;
    const file = packCosts(all, OPTIONS);
    expect(file.profiles).toHaveLength(2);
    const { models: read, areLast } = readCosts(file);
    expect(areLast).toBe(false);
    expect(read.get('a/two')).toBe(read.get('a/one'));
  });

  it('has a build that changes with its content', () => {
    const file = (input: string) =>
      packCosts([['a/m', costedOf(aModel('a/m', { prices: { input, output: '0' } }))]], OPTIONS).build;
    expect(file('0.000001')).not.toBe(file('0.000002'));
  });
});
