import { describe, expect, it } from 'vitest';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';

const ID = 'maker/model';
const A_PRICE = 'must be a decimal as text, such as "0.000001"';
const OR_DYNAMIC = `${A_PRICE}, or "-1" for a dynamic price`;
const A_COUNT = 'must be a whole number, zero or more';
const A_TIME = 'must be a time in unix seconds from 2000 to 2099';
const A_DAY = 'must be a date from 2000 to 2099 such as 2026-08-22';
const A_DATE = 'must be a day, a month or a year from 2000 to 2099 such as 2026-08';

const row = (over: Record<string, unknown>): Record<string, unknown> => rawRow(ID, over);
const priced = (over: Record<string, unknown>): Record<string, unknown> =>
  row({ pricing: { prompt: '0.000001', completion: '0.000002', ...over } });
const without = (key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(rawRow(ID)).filter(([name]) => name !== key));

/** What is wrong, the row, and its entry in quarantine: id, path, problem. */
const MALFORMED: readonly (readonly [string, unknown, string, string, string])[] = [
  ['no row', null, 'row 2', '', 'must be an object, but is null'],
  ['a number', 7, 'row 2', '', 'must be an object, but is 7'],
  ['a text', 'maker/model', 'row 2', '', 'must be an object, but is "maker/model"'],
  ['a list', [], 'row 2', '', 'must be an object, but is a list'],
  ['an empty object', {}, 'row 2', 'id', 'must be text, but is missing (and 2 more)'],
  ['no id', without('id'), 'row 2', 'id', 'must be text, but is missing'],
  ['an id that is null', row({ id: null }), 'row 2', 'id', 'must be text, but is null'],
  ['an id that is a number', row({ id: 4 }), 'row 2', 'id', 'must be text, but is 4'],
  ['an empty id', row({ id: '' }), 'row 2', 'id', 'must be text that is not empty, but is ""'],
  [
    'an id that leaves its folder',
    row({ id: '../x' }),
    '../x',
    'id',
    'has the part "..", which would leave its folder',
  ],
  ['an id without author', row({ id: 'model' }), 'model', 'id', 'is not author/slug or author/slug:variant'],
  [
    'the id of another row',
    row({ id: 'good/first' }),
    'good/first',
    'id',
    'is listed twice; the first row stays',
  ],
  ['no name', without('name'), ID, 'name', 'must be text, but is missing'],
  [
    'a blank name',
    row({ name: ' \u200B ' }),
    ID,
    'name',
    'must be a name with a letter or digit, but is " \u200B "',
  ],
  ['a name that is a list', row({ name: ['x'] }), ID, 'name', 'must be text, but is a list'],
  ['a name without end', row({ name: 'x'.repeat(301) }), ID, 'name', 'must be at most 300 characters'],
  ['no prices', without('pricing'), ID, 'pricing', 'must be an object with prices, but is missing'],
  [
    'prices that are null',
    row({ pricing: null }),
    ID,
    'pricing',
    'must be an object with prices, but is null',
  ],
  [
    'prices that are a list',
    row({ pricing: [] }),
    ID,
    'pricing',
    'must be an object with prices, but is a list',
  ],
  [
    'a price that is a number',
    priced({ prompt: 0.000001 }),
    ID,
    'pricing.prompt',
    `${A_PRICE}, but is 0.000001`,
  ],
  [
    'a price that is a word',
    priced({ prompt: 'free' }),
    ID,
    'pricing.prompt',
    `${OR_DYNAMIC}, but is "free"`,
  ],
  ['an empty price', priced({ completion: '' }), ID, 'pricing.completion', `${OR_DYNAMIC}, but is ""`],
  [
    'a price with a currency',
    priced({ completion: '$1' }),
    ID,
    'pricing.completion',
    `${OR_DYNAMIC}, but is "$1"`,
  ],
  [
    'a price with a comma',
    priced({ completion: '0,1' }),
    ID,
    'pricing.completion',
    `${OR_DYNAMIC}, but is "0,1"`,
  ],
  ['a price that is no number', priced({ image: 'NaN' }), ID, 'pricing.image', `${OR_DYNAMIC}, but is "NaN"`],
  [
    'a price without end',
    priced({ request: 'Infinity' }),
    ID,
    'pricing.request',
    `${OR_DYNAMIC}, but is "Infinity"`,
  ],
  ['a price below nothing', priced({ audio: '-0.5' }), ID, 'pricing.audio', `${OR_DYNAMIC}, but is "-0.5"`],
  ['a price beyond reason', priced({ prompt: '1e9' }), ID, 'pricing.prompt', `${OR_DYNAMIC}, but is "1e9"`],
  [
    'a price of many digits',
    priced({ prompt: `0.${'1'.repeat(70)}` }),
    ID,
    'pricing.prompt',
    `${OR_DYNAMIC}, but is "0.${'1'.repeat(70)}"`,
  ],
  [
    'tiers that are an object',
    priced({ overrides: {} }),
    ID,
    'pricing.overrides',
    'must be a list of objects, but is an object',
  ],
  [
    'a tier that is text',
    priced({ overrides: [{}, 'x'] }),
    ID,
    'pricing.overrides[1]',
    'must be an object, but is "x"',
  ],
  [
    'a tier with a bad price',
    priced({ overrides: [{ min_prompt_tokens: 1, prompt: '?' }] }),
    ID,
    'pricing.overrides[0].prompt',
    `${OR_DYNAMIC}, but is "?"`,
  ],
  [
    'a tier with a bad condition',
    priced({ overrides: [{ min_prompt_tokens: '1k' }] }),
    ID,
    'pricing.overrides[0].min_prompt_tokens',
    'must be a number, but is "1k"',
  ],
  [
    'a tier with days by number',
    priced({ overrides: [{ utc_days: [1] }] }),
    ID,
    'pricing.overrides[0].utc_days[0]',
    'must be text, but is 1',
  ],
  [
    'a context of text',
    row({ context_length: '128k' }),
    ID,
    'context_length',
    'must be a whole number, but is "128k"',
  ],
  ['a context below nothing', row({ context_length: -1 }), ID, 'context_length', `${A_COUNT}, but is -1`],
  ['a broken context', row({ context_length: 0.5 }), ID, 'context_length', `${A_COUNT}, but is 0.5`],
  [
    'a context beyond counting',
    row({ context_length: 1e300 }),
    ID,
    'context_length',
    `${A_COUNT}, but is 1e+300`,
  ],
  [
    'an architecture of text',
    row({ architecture: 'text' }),
    ID,
    'architecture',
    'must be an object, but is "text"',
  ],
  [
    'modalities of text',
    row({ architecture: { input_modalities: 'text' } }),
    ID,
    'architecture.input_modalities',
    'must be a list of text, but is "text"',
  ],
  [
    'a modality of null',
    row({ architecture: { output_modalities: [null] } }),
    ID,
    'architecture.output_modalities[0]',
    'must be text, but is null',
  ],
  ['a provider of text', row({ top_provider: 'x' }), ID, 'top_provider', 'must be an object, but is "x"'],
  [
    'a longest answer of text',
    row({ top_provider: { max_completion_tokens: '4096' } }),
    ID,
    'top_provider.max_completion_tokens',
    'must be a whole number, but is "4096"',
  ],
  ['an alias to text', row({ alias_target: 'a/b' }), ID, 'alias_target', 'must be an object, but is "a/b"'],
  [
    'an alias to nothing',
    row({ alias_target: { name: 'B' } }),
    ID,
    'alias_target.slug',
    'must be text, but is missing',
  ],
];

describe('validateRows: malformed rows', () => {
  it.each(MALFORMED)('with %s is quarantined, and its neighbours are not', (_, raw, id, path, problem) => {
    const { rows, quarantined } = validateRows([rawRow('good/first'), raw, rawRow('good/last')]);
    expect(rows.map((valid) => valid.id)).toEqual(['good/first', 'good/last']);
    expect(quarantined).toEqual([{ id, path, problem }]);
  });

  it('shortens a very long id in the quarantine', () => {
    const { quarantined } = validateRows([rawRow(`a/${'x'.repeat(300)}`)]);
    expect(quarantined[0]?.id).toBe(`a/${'x'.repeat(118)}…`);
  });
});

/** What is wrong, the row, where, and the entry in the report. */
const NONSENSE: readonly (readonly [string, unknown, string, string])[] = [
  [
    'a description that is an object',
    row({ description: {} }),
    'description',
    'must be text, but is an object',
  ],
  [
    'a description without end',
    row({ description: 'x'.repeat(200_001) }),
    'description',
    'must be at most 200000 characters',
  ],
  [
    'a discount that is text',
    priced({ discount: '0.5' }),
    'pricing.discount',
    'must be a number, but is "0.5"',
  ],
  [
    'a discount above all',
    priced({ discount: 1.5 }),
    'pricing.discount',
    'must be a fraction between 0 and 1, but is 1.5',
  ],
  [
    'a time of text',
    row({ created: '2026-08-22' }),
    'created',
    'must be a time in unix seconds, but is "2026-08-22"',
  ],
  [
    'a time in milliseconds',
    row({ created: 1_787_336_476_000 }),
    'created',
    `${A_TIME}, but is 1787336476000`,
  ],
  ['a time before time', row({ created: -1 }), 'created', `${A_TIME}, but is -1`],
  [
    'a tokenizer of numbers',
    row({ architecture: { tokenizer: 1 } }),
    'architecture.tokenizer',
    'must be text, but is 1',
  ],
  [
    'moderation in words',
    row({ top_provider: { is_moderated: 'no' } }),
    'top_provider.is_moderated',
    'must be true or false, but is "no"',
  ],
  [
    'limits of text',
    row({ per_request_limits: { prompt_tokens: '1' } }),
    'per_request_limits.prompt_tokens',
    'must be a number, but is "1"',
  ],
  [
    'parameters as text',
    row({ supported_parameters: 'tools' }),
    'supported_parameters',
    'must be a list of text, but is "tools"',
  ],
  [
    'a parameter of null',
    row({ supported_parameters: ['tools', null] }),
    'supported_parameters[1]',
    'must be text, but is null',
  ],
  [
    'a default of text',
    row({ default_parameters: { temperature: 'hot' } }),
    'default_parameters.temperature',
    'must be a number, but is "hot"',
  ],
  ['weights by number', row({ hugging_face_id: 5 }), 'hugging_face_id', 'must be text, but is 5'],
  [
    'a day that is none',
    row({ expiration_date: '2026-02-30' }),
    'expiration_date',
    `${A_DAY}, but is "2026-02-30"`,
  ],
  ['a day in words', row({ expiration_date: 'soon' }), 'expiration_date', `${A_DAY}, but is "soon"`],
  ['no time at all', row({ created: 0 }), 'created', `${A_TIME}, but is 0`],
  ['an empty day', row({ expiration_date: '' }), 'expiration_date', `${A_DAY}, but is ""`],
  ['half a day', row({ expiration_date: '2026-09' }), 'expiration_date', `${A_DAY}, but is "2026-09"`],
  [
    'a day of another age',
    row({ expiration_date: '9999-12-31' }),
    'expiration_date',
    `${A_DAY}, but is "9999-12-31"`,
  ],
  [
    'a day before all',
    row({ expiration_date: '0001-01-01' }),
    'expiration_date',
    `${A_DAY}, but is "0001-01-01"`,
  ],
  ['an empty cutoff', row({ knowledge_cutoff: '' }), 'knowledge_cutoff', `${A_DATE}, but is ""`],
  [
    'a cutoff in a thirteenth month',
    row({ knowledge_cutoff: '2025-13' }),
    'knowledge_cutoff',
    `${A_DATE}, but is "2025-13"`,
  ],
  [
    'a cutoff in words',
    row({ knowledge_cutoff: 'June 2024' }),
    'knowledge_cutoff',
    `${A_DATE}, but is "June 2024"`,
  ],
  ['a cutoff long ago', row({ knowledge_cutoff: '1999' }), 'knowledge_cutoff', `${A_DATE}, but is "1999"`],
  ['reasoning as a flag', row({ reasoning: true }), 'reasoning', 'must be an object, but is true'],
  [
    'efforts by number',
    row({ reasoning: { supported_efforts: [1] } }),
    'reasoning.supported_efforts[0]',
    'must be text, but is 1',
  ],
  [
    'voices as text',
    row({ supported_voices: 'alloy' }),
    'supported_voices',
    'must be a list of text, but is "alloy"',
  ],
  ['links as text', row({ links: '/x' }), 'links', 'must be an object, but is "/x"'],
  ['benchmarks as a list', row({ benchmarks: [] }), 'benchmarks', 'must be an object, but is a list'],
  [
    'an arena without figures',
    row({ benchmarks: { design_arena: [{ arena: 'a', category: 'b' }] } }),
    'benchmarks.design_arena[0].elo',
    'must be a number, but is missing (and 2 more)',
  ],
];

describe('validateRows: fields that are only shown', () => {
  it.each(NONSENSE)('drops and reports %s, and keeps the row', (_, raw, path, problem) => {
    const { rows, quarantined, dropped } = validateRows([rawRow('good/first'), raw, rawRow('good/last')]);
    expect(rows.map((valid) => valid.id)).toEqual(['good/first', ID, 'good/last']);
    expect(quarantined).toEqual([]);
    expect(dropped).toEqual([{ id: ID, path, problem }]);
  });

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

describe('validateRows: rows that are nested too deeply', () => {
  const nested = (levels: number): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level += 1) value = level % 2 === 0 ? [value] : { a: value };
    return value;
  };

  it('quarantines the row with its id and the place, and keeps the others', () => {
    const { rows, quarantined } = validateRows([
      rawRow('good/first'),
      row({ brand_new: nested(50_000) }),
      row({ id: 'deep/list', pricing: { new_key: nested(100) } }),
      nested(1_000),
      rawRow('good/last'),
    ]);
    const problem = 'holds lists or objects within each other on more than 100 levels';
    expect(rows.map(({ id }) => id)).toEqual(['good/first', 'good/last']);
    expect(quarantined).toEqual([
      { id: ID, path: 'brand_new.a[0]', problem },
      { id: 'deep/list', path: 'pricing.new_key.a', problem },
      { id: 'row 4', path: 'a[0].a', problem },
    ]);
  });

  it('accepts 100 levels', () => {
    expect(validateRows([row({ brand_new: nested(99) })]).quarantined).toEqual([]);
    expect(validateRows([row({ brand_new: nested(100) })]).quarantined).toHaveLength(1);
  });
});

/** Odd, but upstream's right: kept. */
const ODD: readonly (readonly [string, unknown])[] = [
  ['only what was always there', { id: ID, name: 'Model', pricing: {} }],
  [
    'null wherever there may be none',
    row(
      Object.fromEntries(
        Object.keys(rawRow(ID))
          .filter((key) => !['id', 'name', 'pricing'].includes(key))
          .map((key) => [key, null]),
      ),
    ),
  ],
  ['null prices', priced({ prompt: null, image: null, overrides: null, discount: null })],
  ['a dynamic price', priced({ prompt: '-1', completion: '-1' })],
  ['a price in scientific writing', priced({ prompt: '1.25e-6' })],
  ['a price with more digits than a double', priced({ prompt: '0.00000080267549538462' })],
  ['limits without content', row({ per_request_limits: {} })],
  [
    'no efforts, or one that is null',
    row({ reasoning: { mandatory: false, supported_efforts: ['high', null] } }),
  ],
  ['a cutoff by month', row({ knowledge_cutoff: '2024-06' })],
  ['a cutoff by year', row({ knowledge_cutoff: '2024' })],
  ['a name of other letters', row({ name: '通义千问' })],
  ['a new field at every depth', row({ brand_new: { deep: [1] }, architecture: { newer: 1 } })],
  [
    'a field named like the prototype',
    JSON.parse(
      `{"id":"${ID}","name":"M","pricing":{"__proto__":{"x":1}},"__proto__":{"y":2},"constructor":1}`,
    ),
  ],
];

describe('validateRows: unusual rows', () => {
  it.each(ODD)('keeps a row with %s', (_, raw) => {
    const { rows, quarantined, dropped } = validateRows([raw]);
    expect(quarantined).toEqual([]);
    expect(dropped).toEqual([]);
    expect(rows.map(({ id }) => id)).toEqual([ID]);
  });
});

describe('validateRows: unknown fields and values', () => {
  it('lists each unknown field and value once, sorted', () => {
    const raw = [1, 2].map((number) =>
      rawRow(`a/model-${number}`, {
        brand_new: { deep: 1 },
        architecture: { tokenizer: 'Runes', input_modalities: ['text', 'smell'], newer: null },
        pricing: {
          prompt: '0',
          completion: '0',
          per_wish: '1',
          overrides: [{ region: 'eu' }, { utc_days: ['someday'] }],
        },
        supported_parameters: ['tools', 'telepathy'],
        reasoning: { mandatory: true, default_effort: 'heroic' },
      }),
    );
    expect(validateRows(raw).unknown).toEqual([
      'architecture.input_modalities[] = "smell"',
      'architecture.newer',
      'architecture.tokenizer = "Runes"',
      'brand_new',
      'pricing.overrides[].region',
      'pricing.overrides[].utc_days[] = "someday"',
      'pricing.per_wish',
      'reasoning.default_effort = "heroic"',
      'supported_parameters[] = "telepathy"',
    ]);
  });

  it('lists nothing unknown of a quarantined row', () => {
    expect(validateRows([row({ name: null, brand_new: 1 })]).unknown).toEqual([]);
  });
});
