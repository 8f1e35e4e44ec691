import { describe, expect, it } from 'vitest';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';
import { ID, row, wrongValueCases, type WrongValue } from '../../support/wrong-values.ts';

const A_TIME = 'must be a time in unix seconds from 2000 to 2099';
const A_DAY = 'must be a date from 2000 to 2099 such as 2026-08-22';
const A_DATE = 'must be a day, a month or a year from 2000 to 2099 such as 2026-08';

const DROPPED: readonly WrongValue[] = [
  ['description', {}, 'must be text, but is an object'],
  ['description', 'x'.repeat(200_001), 'must be at most 200000 characters'],
  ['pricing.discount', '0.5', 'must be a number, but is "0.5"'],
  ['pricing.discount', 1.5, 'must be a fraction between 0 and 1, but is 1.5'],
  ['created', '2026-08-22', 'must be a time in unix seconds, but is "2026-08-22"'],
  ['created', 1_787_336_476_000, `${A_TIME}, but is 1787336476000`],
  ['created', -1, `${A_TIME}, but is -1`],
  ['architecture.tokenizer', 1, 'must be text, but is 1'],
  ['top_provider.is_moderated', 'no', 'must be true or false, but is "no"'],
  ['per_request_limits.prompt_tokens', '1', 'must be a number, but is "1"'],
  ['supported_parameters', 'tools', 'must be a list of text, but is "tools"'],
  ['supported_parameters', ['tools', null], 'must be text, but is null', 'supported_parameters[1]'],
  ['default_parameters.temperature', 'hot', 'must be a number, but is "hot"'],
  ['hugging_face_id', 5, 'must be text, but is 5'],
  ['expiration_date', '2026-02-30', `${A_DAY}, but is "2026-02-30"`],
  ['expiration_date', 'soon', `${A_DAY}, but is "soon"`],
  ['created', 0, `${A_TIME}, but is 0`],
  ['expiration_date', '', `${A_DAY}, but is ""`],
  ['expiration_date', '2026-09', `${A_DAY}, but is "2026-09"`],
  ['expiration_date', '9999-12-31', `${A_DAY}, but is "9999-12-31"`],
  ['expiration_date', '0001-01-01', `${A_DAY}, but is "0001-01-01"`],
  ['knowledge_cutoff', '', `${A_DATE}, but is ""`],
  ['knowledge_cutoff', '2025-13', `${A_DATE}, but is "2025-13"`],
  ['knowledge_cutoff', 'June 2024', `${A_DATE}, but is "June 2024"`],
  ['knowledge_cutoff', '1999', `${A_DATE}, but is "1999"`],
  ['reasoning', true, 'must be an object, but is true'],
  ['reasoning.supported_efforts', [1], 'must be text, but is 1', 'reasoning.supported_efforts[0]'],
  ['supported_voices', 'alloy', 'must be a list of text, but is "alloy"'],
  ['links', '/x', 'must be an object, but is "/x"'],
  ['benchmarks', [], 'must be an object, but is a list'],
  [
    'benchmarks.design_arena',
    [{ arena: 'a', category: 'b' }],
    'must be a number, but is missing (and 2 more)',
    'benchmarks.design_arena[0].elo',
  ],
];

describe('validateRows: fields that are only shown', () => {
  it.each(wrongValueCases(DROPPED))(
    'drops and reports $field when it is $shown, and keeps the row',
    ({ raw, path, problem }) => {
      const { rows, quarantined, dropped } = validateRows([rawRow('good/first'), raw, rawRow('good/last')]);
      expect(rows.map((valid) => valid.id)).toEqual(['good/first', ID, 'good/last']);
      expect(quarantined).toEqual([]);
      expect(dropped).toEqual([{ id: ID, path, problem }]);
    },
  );

  it('keeps the rest of the row, the object and the list around a dropped field', () => {
    const good = row({
      benchmarks: {
        artificial_analysis: { intelligence_index: 50 },
        design_arena: [{ arena: 'a', category: 'b', elo: 1, win_rate: 2, rank: 3 }],
      },
      default_parameters: { top_p: 0.9 },
      reasoning: { mandatory: true },
      supported_voices: ['alloy', 'echo'],
    });
    const raw = row({
      benchmarks: {
        artificial_analysis: { intelligence_index: 50, coding_index: 'high' },
        design_arena: [{ arena: 'x' }, { arena: 'a', category: 'b', elo: 1, win_rate: 2, rank: 3 }, null],
      },
      default_parameters: { temperature: 'hot', top_p: 0.9 },
      reasoning: { mandatory: true, supported_efforts: 'high' },
      supported_voices: ['alloy', 7, 'echo'],
      created: 0,
    });
    const { rows, dropped } = validateRows([raw]);
    expect(rows).toEqual([{ ...good, created: undefined }]);
    expect(dropped.map(({ path }) => path).sort()).toEqual([
      'benchmarks.artificial_analysis.coding_index',
      'benchmarks.design_arena[0].category',
      'benchmarks.design_arena[2]',
      'created',
      'default_parameters.temperature',
      'reasoning.supported_efforts',
      'supported_voices[1]',
    ]);
  });

  it('drops all of reasoning when it does not say whether the model always thinks', () => {
    const { rows, dropped } = validateRows([row({ reasoning: { mandatory: 'yes', default_enabled: true } })]);
    expect(rows[0]?.reasoning).toBeUndefined();
    expect(dropped).toEqual([
      { id: ID, path: 'reasoning.mandatory', problem: 'must be true or false, but is "yes"' },
    ]);
  });

  it('reports no dropped field of a row that is quarantined', () => {
    const { quarantined, dropped } = validateRows([row({ created: 0, name: 7 })]);
    expect(quarantined).toEqual([{ id: ID, path: 'name', problem: 'must be text, but is 7' }]);
    expect(dropped).toEqual([]);
  });
});
