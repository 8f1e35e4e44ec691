import { afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { alternativesAmong, type Alternative } from '../../../../src/catalog/alternatives.ts';
import { costedOf, costing } from '../../../../src/catalog/cost/cost.ts';
import { typicalCost } from '../../../../src/catalog/cost/typical.ts';
import { NO_WORKLOAD, WORKLOAD_PRESETS, type Workload } from '../../../../src/catalog/cost/workload.ts';
import type { Model } from '../../../../src/catalog/model.ts';
import { isLowerCost } from '../../../../src/catalog/saving.ts';
import type { ModelRecord } from '../../../../src/outputs/record/record.ts';
import { packMostUsed } from '../../../../src/search/index/most-used-file.ts';
import { familyStepsAmong, typicalSteps } from '../../../../src/site/family-steps.ts';
import { modelRecordPath } from '../../../../src/site/urls.ts';
import { choose, type Choice } from '../../../../src/ui/model-page/client/choose-alternatives.ts';
import type { CostOf } from '../../../../src/ui/workload/client/cost-data.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';
import { aRecord } from '../../../support/a-record.ts';
import { frozenModels } from '../../../support/frozen-models.ts';

/** A site of these models: what browsers can load of it. */
function siteOf(models: readonly Model[], name: string) {
  const alternatives = alternativesAmong(models);
  const stepsOf = familyStepsAmong(models);
  const recordOf = (model: Model): ModelRecord =>
    aRecord(model, {
      alternatives: {
        same_features: [...alternatives.sameAtAnyCost(model)],
        family: stepsOf(model).map((step) => ({
          id: step.model.id,
          has_all: step.isUp,
          takes_all: step.isDown,
        })),
      },
    });
  const records = new Map(models.map((model) => [modelRecordPath(model.id), recordOf(model)]));
  const byId = new Map(models.map((model) => [model.id, model]));
  const file = packMostUsed(alternatives.mostUsed, () => name);
  vi.stubGlobal('fetch', (address: string) => {
    const body = address.includes('most-used') ? file : records.get(address);
    return Promise.resolve(
      body === undefined ? new Response('', { status: 404 }) : new Response(JSON.stringify(body)),
    );
  });
  const costOf =
    (workload: Workload | null): CostOf =>
    (id) => {
      const model = byId.get(id);
      if (model === undefined) return { kind: 'none', reason: 'It is not listed.' };
      if (workload === null) return typicalCost(model);
      const batch = byId.get(`${id}:batch`);
      return costing(workload)(costedOf(model), batch ? costedOf(batch) : null);
    };
  return {
    alternatives,
    stepsOf,
    /** At the typical workload where it is `null`. */
    choose: (model: Model, workload: Workload | null): Promise<Choice> => {
      const record = records.get(modelRecordPath(model.id));
      if (record === undefined) throw new Error(`${model.id} has no record.`);
      const costs = costOf(workload);
      return choose(record, costs(model.id), costs, `/models/most-used.json?${name}`);
    },
  };
}

const idsOf = (found: readonly Alternative[]): string[] => found.map(({ model }) => model.id);

afterEach(() => {
  vi.unstubAllGlobals();
});

describe('choose, of the models of a capture', () => {
  let models: readonly Model[];
  let site: ReturnType<typeof siteOf>;
  beforeAll(async () => {
    models = await frozenModels();
  });
  beforeEach(() => {
    site = siteOf(models, 'capture');
  });

  it('finds at the typical workload what the page was built with, with the same gains and losses', async () => {
    let count = 0;
    for (const model of models) {
      const { same, near, steps } = await site.choose(model, null);
      expect(same).toEqual(site.alternatives.sameFor(model));
      expect(near).toEqual(site.alternatives.nearFor(model));
      const { up, down } = typicalSteps(model, site.stepsOf(model));
      expect(idsOf(steps)).toEqual([up, down].flatMap((step) => step?.model.id ?? []));
      count += same.length + near.length;
    }
    expect(count).toBeGreaterThan(500);
  });

  it('finds only what costs less at another workload, and other models than at the typical one', async () => {
    const { workload } = WORKLOAD_PRESETS['coding-agent'];
    const costOf = costing({ ...workload, thinkingTokens: 3000 });
    let changed = 0;
    for (const model of models.filter((_, place) => place % 5 === 0)) {
      const { same, near, reason } = await site.choose(model, { ...workload, thinkingTokens: 3000 });
      const own = costOf(costedOf(model));
      if (reason !== null || own.kind === 'none') {
        expect([same, near]).toEqual([[], []]);
        continue;
      }
      for (const { model: other, usd } of [...same, ...near]) {
        expect(isLowerCost(usd, own.usd)).toBe(true);
        expect(costOf(costedOf(other))).toMatchObject({ kind: 'cost', usd });
      }
      const typical = [site.alternatives.sameFor(model), site.alternatives.nearFor(model)].map(idsOf);
      if (JSON.stringify([idsOf(same), idsOf(near)]) !== JSON.stringify(typical)) changed += 1;
    }
    expect(changed).toBeGreaterThan(10);
  });
});

const perToken = (usdPerMillion: number): string => (usdPerMillion / 1e6).toFixed(12);
const at = (id: string, input: number, output: number, sketch: ModelSketch = {}): Model =>
  aModel(id, { prices: { input: perToken(input), output: perToken(output) }, popularity: 5, ...sketch });

describe('choose', () => {
  const READ = { ...NO_WORKLOAD, inputTokens: 10_000, requestsPerMonth: 1000 };
  const WRITTEN = { ...NO_WORKLOAD, outputTokens: 1000, requestsPerMonth: 1000 };

  it('leaves out a model with the same features where it costs the same, and takes the next one', async () => {
    const own = at('a/own', 2, 10);
    const site = siteOf(
      [own, at('b/output', 2, 1, { popularity: 1 }), at('c/input', 1, 10, { popularity: 2 })],
      'equal',
    );
    expect(idsOf((await site.choose(own, null)).same)).toEqual(['b/output', 'c/input']);
    expect(idsOf((await site.choose(own, READ)).same)).toEqual(['c/input']);
    expect(idsOf((await site.choose(own, WRITTEN)).same)).toEqual(['b/output']);
  });

  it('names what is cheaper with something missing by the workload', async () => {
    const own = at('a/own', 2, 2, { parameters: ['tools'] });
    const reads = at('b/reads', 0.5, 8, { parameters: [] });
    const writes = at('c/writes', 8, 0.5, { parameters: [] });
    const site = siteOf([own, reads, writes], 'near');
    expect(idsOf((await site.choose(own, READ)).near)).toEqual(['b/reads']);
    const [found] = (await site.choose(own, WRITTEN)).near;
    expect(found?.model.id).toBe('c/writes');
    // A million tokens.
    expect(found?.usd).toBe('0.5');
    expect(found?.losses.map(({ kind }) => kind)).toEqual(['price', 'features']);
  });

  it('takes the steps of a family by the workload', async () => {
    const own = at('maker/tale-5-mid', 2, 2);
    const other = at('maker/tale-5-large', 1, 8);
    const site = siteOf([own, other], 'family');
    const step = async (workload: Workload) => {
      const { steps } = await site.choose(own, workload);
      return steps.map(({ usd }) => usd);
    };
    expect(await step(READ)).toEqual(['10']);
    expect(await step(WRITTEN)).toEqual(['8']);
  });

  it('says why a model is not compared that has no cost for the workload', async () => {
    const own = at('a/own', 2, 2, { context: 8000 });
    const site = siteOf([own, at('b/cheap', 1, 1, { context: 8000 })], 'misfit');
    expect(idsOf((await site.choose(own, null)).same)).toEqual(['b/cheap']);
    const { reason, same, near, steps } = await site.choose(own, READ);
    expect(reason).toBe('A request needs 10,000 tokens, and the context is 8,000.');
    expect([same, near, steps]).toEqual([[], [], []]);
  });

  it('leaves out a model whose record cannot be loaded', async () => {
    const own = at('a/own', 2, 2);
    const site = siteOf([own, at('b/lost', 1, 1)], 'lost');
    const { fetch } = globalThis;
    vi.stubGlobal('fetch', (address: string) =>
      address.includes('lost.json') ? Promise.reject(new Error('offline')) : fetch(address),
    );
    expect((await site.choose(own, READ)).same).toEqual([]);
  });
});
