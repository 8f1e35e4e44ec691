import { describe, expect, it } from 'vitest';
import { modelIn } from '../../../src/outputs/record/read.ts';
import { aModel } from '../../support/a-model.ts';
import { aRecord } from '../../support/a-record.ts';
import { frozenModels, frozenWideModels } from '../../support/frozen-models.ts';

describe('modelIn', () => {
  it('reads every model of a capture from its record as it was', async () => {
    const models = [...(await frozenModels()), ...(await frozenWideModels())];
    expect(models.length).toBeGreaterThan(800);
    for (const model of models) expect(modelIn(aRecord(model))).toEqual(model);
  });

  it('reads benchmarks', () => {
    const model = aModel('a/b', {
      benchmarks: {
        artificialAnalysis: { intelligence: 50, coding: null, agentic: 12.5 },
        designArena: [{ arena: 'models', category: 'website', elo: 1200, winRate: 50, rank: 1 }],
      },
    });
    expect(modelIn(aRecord(model)).benchmarks).toEqual(model.benchmarks);
  });
});
