import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD, WORKLOAD_PRESETS } from '../../../../src/catalog/cost/workload.ts';
import type { ModelRecord } from '../../../../src/outputs/record/record.ts';
import {
  differenceSentence,
  matrixOf,
  type MarkedRow,
} from '../../../../src/ui/compare/client/matrix/matrix.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';
import { aRecord } from '../../../support/a-record.ts';

const NONE: Parameters<typeof matrixOf>[1] = { workload: null, reference: 0 };

const records = (...sketches: readonly ModelSketch[]): ModelRecord[] =>
  sketches.map((sketch, place) => aRecord(aModel(`maker/${place}`, sketch)));

function rowOf(all: readonly ModelRecord[], label: string, options = NONE): MarkedRow {
  const rows = matrixOf(all, options).flatMap((group) => group.rows);
  const found = rows.find((row) => row.label === label);
  if (!found) throw new Error(`no row ${label} among ${rows.map((row) => row.label).join(', ')}`);
  return found;
}

const ratios = ({ cells }: MarkedRow) => cells.map(({ ratio }) => ratio?.text ?? null);
const texts = ({ cells }: MarkedRow) => cells.map(({ text }) => text);
const best = ({ cells }: MarkedRow) => cells.map(({ isBest }) => isBest);

const priced = (input: string, output = input): ModelSketch => ({ prices: { input, output } });

describe('ratios of a comparison', () => {
  const row = rowOf(
    records(
      priced('0.000002'),
      priced('0.0000002'),
      priced('0.0000024'),
      priced('0.000006'),
      priced('0.000002'),
    ),
    'Input',
  );

  it('are percentages, and multiples from 2.5 times on', () => {
    expect(texts(row)).toEqual(['$2.00', '$0.20', '$2.40', '$6.00', '$2.00']);
    expect(ratios(row)).toEqual([null, '90% cheaper', '20% more', '3× as much', 'same']);
    expect(row.cells.map(({ ratio }) => ratio?.tone ?? null)).toEqual([null, 'down', 'up', 'up', null]);
  });

  it('stand beside every digit of a price that has few', () => {
    const all = records(priced('0.00001875'), priced('0.000000413772'), priced('0.0000000416666666667'));
    expect(texts(rowOf(all, 'Input'))).toEqual(['$18.75', '$0.413772', '$0.0417']);
  });

  it('refer to the chosen reference', () => {
    const all = records(priced('0.000002'), priced('0.000001'));
    expect(ratios(rowOf(all, 'Input', { workload: null, reference: 1 }))).toEqual(['100% more', null]);
  });

  it('are less and more for limits, without a tone', () => {
    const limits = rowOf(records({ context: 1_000_000 }, { context: 200_000 }, { context: null }), 'Context');
    expect(ratios(limits)).toEqual([null, '80% less', null]);
    expect(texts(limits)).toEqual(['1M', '200K', 'not stated']);
    expect(limits.cells[1]?.ratio?.tone).toBeNull();
  });

  it('are not there for prices of different units', () => {
    const image = rowOf(
      records(
        { prices: { input: '0.000001', output: '0.000001', image: '0.000001' } },
        { prices: { input: '0.000001', output: '0.000001', image: '0.001' } },
      ),
      'Image input',
    );
    expect(ratios(image)).toEqual([null, null]);
    expect(best(image)).toEqual([false, false]);
    expect(image.cells.map(({ notes }) => notes)).toEqual([['/ M image tokens'], ['/ image']]);
  });

  it('say that a paid model is not free beside a free one', () => {
    const free = rowOf(records(priced('0'), priced('0.000001')), 'Input');
    expect(texts(free)).toEqual(['free', '$1.00']);
    expect(ratios(free)).toEqual([null, 'not free']);
  });
});

describe('the best values of a comparison', () => {
  it('are all within one percent of the lowest price', () => {
    const row = rowOf(records(priced('0.000100'), priced('0.000101'), priced('0.000102')), 'Input');
    expect(best(row)).toEqual([true, true, false]);
  });

  it('are all within one percent of the largest limit', () => {
    const row = rowOf(records({ context: 1000 }, { context: 990 }, { context: 989 }), 'Context');
    expect(best(row)).toEqual([true, true, false]);
  });

  it('are not marked where all are as good, and not where only one is known', () => {
    expect(best(rowOf(records({ context: 1000 }, { context: 1000 }), 'Context'))).toEqual([false, false]);
    expect(best(rowOf(records({ context: 1000 }, { context: 999 }), 'Context'))).toEqual([false, false]);
    expect(best(rowOf(records({ context: 1000 }, { context: null }), 'Context'))).toEqual([false, false]);
  });
});

describe('rows of a comparison', () => {
  it('are the same where all values read the same', () => {
    const all = records({ context: 1000, tokenizer: 'GPT' }, { context: 2000, tokenizer: 'GPT' });
    expect(rowOf(all, 'Context').isSame).toBe(false);
    expect(rowOf(all, 'Tokenizer').isSame).toBe(true);
  });

  it('are counted in a sentence', () => {
    const group = (...rows: readonly boolean[]) => [
      { title: '', rows: rows.map((isSame) => ({ ...rowOf(records({}, {}), 'Context'), isSame })) },
    ];
    expect(differenceSentence(group(false, false, true))).toBe('2 rows differ, 1 is the same.');
    expect(differenceSentence(group(false, true, true))).toBe('1 row differs, 2 are the same.');
    expect(differenceSentence(group())).toBe('0 rows differ, 0 are the same.');
  });

  it('have a price only if a model bills it, and say what is billed in its place', () => {
    const all = records(
      { prices: { input: '0.000001', output: '0.000002', cacheRead: '0.0000001' } },
      priced('0.000001'),
    );
    expect(texts(rowOf(all, 'Input, cache read'))).toEqual(['$0.10', 'as input']);
    expect(() => rowOf(all, 'Web search')).toThrow('no row');
  });

  it('say that a cache-write price below the input price comes on top of it', () => {
    const all = records({ prices: { input: '0.000002', output: '0.000002', cacheWrite: '0.000000375' } }, {});
    expect(rowOf(all, 'Input, cache write').cells[0]?.notes).toEqual(['on top of input']);
  });

  it('name the prices of long prompts', () => {
    const tiers = [
      { when: [{ kind: 'prompt-above' as const, tokens: 200_000 }], prices: { input: '0.000004' } },
    ];
    const { cells } = rowOf(records({ ...priced('0.000002'), tiers }, {}), 'Long prompts, hours');
    expect(cells.map(({ text, notes }) => [text, ...notes])).toEqual([
      ['Above 200K:', '$4.00 in, $2.00 out'],
      ['same price'],
    ]);
  });

  it('say by how much a batch variant is cheaper', () => {
    const batch = aModel('maker/a:batch', priced('0.0000005', '0.000001'));
    const own = aRecord(aModel('maker/a', priced('0.000001', '0.000002')), { variants: [batch] });
    expect(texts(rowOf([own, ...records({})], 'Batch'))).toEqual(['50% cheaper', 'none']);
  });

  it('do not guess what the ledger does not store of a retired model', () => {
    const by = '2026-01-05T00:00:00.000Z';
    const past: ModelSketch = { parameters: null, inputModalities: [], popularity: null };
    const retired = aRecord(aModel('maker/old', past), {
      status: { kind: 'retired', after: null, by, is_dated: true, last_seen: by, renamed_to: null },
    });
    const [listed] = records({ parameters: ['tools'], popularity: 3 });
    const all = listed ? [listed, retired] : [];
    expect(texts(rowOf(all, 'Tools'))).toEqual(['Yes', 'not recorded']);
    expect(texts(rowOf(all, 'tools'))).toEqual(['Yes', 'not recorded']);
    expect(texts(rowOf(all, 'Text input'))).toEqual(['Yes', 'not recorded']);
    expect(texts(rowOf(all, 'Popularity rank'))).toEqual(['3', 'retired']);
    expect(rowOf(all, 'Status').cells[1]?.notes).toEqual(['Jan 5, 2026']);
  });

  it('have benchmarks with the name of those who measured', () => {
    const measured = aRecord(
      aModel('maker/a', {
        benchmarks: {
          artificialAnalysis: { intelligence: 50, coding: null, agentic: null },
          designArena: [],
        },
      }),
    );
    const groups = matrixOf([measured, ...records({})], NONE);
    const group = groups.find(({ attribution }) => attribution !== undefined);
    expect(group?.attribution?.name).toBe('Artificial Analysis');
    expect(group?.rows.map((row) => [row.label, ...texts(row)])).toEqual([
      ['Intelligence', '50', 'none listed'],
    ]);
    expect(matrixOf(records({}, {}), NONE).some(({ attribution }) => attribution !== undefined)).toBe(false);
  });
});

describe('the cost in a comparison', () => {
  const workload = { ...NO_WORKLOAD, inputTokens: 1000, outputTokens: 1000, requestsPerMonth: 1000 };

  it('is US dollars a month, with a reason where there is none', () => {
    const all = records(priced('0.000001'), priced('0.000002'), { context: 1500 });
    const row = rowOf(all, 'Cost a month, your workload', { workload, reference: 0 });
    expect(texts(row)).toEqual(['$2.00', '$4.00', 'no cost']);
    expect(ratios(row)).toEqual([null, '100% more', null]);
    expect(row.cells[2]?.notes[0]).toMatch(/context/i);
  });

  it('is at the prices of the batch variant of a batch workload', () => {
    const batch = aModel('maker/a:batch', priced('0.0000005'));
    const own = aRecord(aModel('maker/a', priced('0.000001')), { variants: [batch] });
    const row = rowOf([own, ...records(priced('0.000001'))], 'Cost a month, your workload', {
      workload: { ...workload, isBatch: true },
      reference: 0,
    });
    expect(texts(row)).toEqual(['$1.00', '$2.00']);
    expect(row.cells.map(({ notes }) => notes)).toEqual([
      ['batch prices'],
      ['no batch variant: usual prices'],
    ]);
  });

  it('is named after a preset', () => {
    const { workload: chat } = WORKLOAD_PRESETS.chat;
    expect(
      texts(rowOf(records({}, {}), 'Cost a month, Chat', { workload: chat, reference: 0 })),
    ).toHaveLength(2);
  });

  it('has no row without a workload', () => {
    const labels = matrixOf(records({}, {}), NONE).flatMap(({ rows }) => rows.map(({ label }) => label));
    expect(labels.filter((label) => label.startsWith('Cost a month'))).toEqual([]);
  });
});
