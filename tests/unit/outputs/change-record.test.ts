import { describe, expect, it } from 'vitest';
import { changeRecord, writeChange } from '../../../src/outputs/api/change-record.ts';
import { daily } from '../../support/ledger-history.ts';

type Days = Parameters<typeof daily>[0];

/** The changes of a model as programs read them, newest first. */
function changesOf(days: Days) {
  const written: unknown = JSON.parse(
    JSON.stringify(daily(days).changes({ includeTiny: true }).map(writeChange)),
  );
  return changeRecord.array().parse(written);
}

const PRICED = { prices: { input: '0.000001', output: '0.000001' } };

describe('writeChange', () => {
  it('writes old and new prices, and the percent of the blended price', () => {
    const [change] = changesOf({ 5: PRICED, 20: { prices: { input: '0.0000005', output: '0.0000005' } } });
    expect(change).toMatchObject({
      id: 'maker/a',
      kind: 'price',
      topic: 'price',
      headline: 'price down 50%',
      differences: [
        {
          field: 'price',
          direction: 'drop',
          percent: -50,
          prices: [
            { price: 'input', old: { kind: 'amount', usd: '1' }, new: { kind: 'amount', usd: '0.5' } },
            { price: 'output', old: { kind: 'amount', usd: '1' }, new: { kind: 'amount', usd: '0.5' } },
          ],
        },
      ],
    });
  });

  it.each<[string, object, object, object]>([
    ['context', { context: 1000 }, { context: 2000 }, { old: 1000, new: 2000 }],
    ['max_output', { maxOutput: null }, { maxOutput: 2000 }, { old: null, new: 2000 }],
    [
      'knowledge_cutoff',
      { knowledgeCutoff: '2025' },
      { knowledgeCutoff: '2026' },
      { old: '2025', new: '2026' },
    ],
    ['parameters', { parameters: ['a', 'b'] }, { parameters: ['b', 'c'] }, { added: ['c'], removed: ['a'] }],
  ])('writes a change of %s with what it was and what it is', (field, before, after, difference) => {
    const [change] = changesOf({ 5: { ...PRICED, ...before }, 6: { ...PRICED, ...after } });
    expect(change?.differences).toEqual([{ field, ...difference }]);
  });

  it('writes reasoning under the names that records have', () => {
    const reasoning = {
      mandatory: true,
      defaultEnabled: null,
      defaultEffort: null,
      efforts: [],
      tokenBudget: null,
    };
    const [change] = changesOf({ 5: { ...PRICED, reasoning: null }, 6: { ...PRICED, reasoning } });
    expect(change?.differences).toEqual([
      {
        field: 'reasoning',
        old: null,
        new: {
          mandatory: true,
          default_enabled: null,
          default_effort: null,
          efforts: [],
          token_budget: null,
        },
      },
    ]);
  });

  it('writes of a model that was removed no differences', () => {
    const [change] = changesOf({ 5: PRICED, 6: null });
    expect(change).toMatchObject({ kind: 'removed', topic: 'gone', differences: [], former_id: null });
  });

  it('writes of a model that returned what changed while it was not listed', () => {
    const [change] = changesOf({
      1: PRICED,
      2: null,
      20: { prices: { input: '0.000002', output: '0.000001' } },
    });
    expect(change).toMatchObject({
      kind: 'returned',
      differences: [{ field: 'price', percent: null, prices: [{ price: 'input' }] }],
    });
  });
});
