import { describe, expect, it } from 'vitest';
import { validateRows } from '../../../src/upstream/validate.ts';
import { rawRow } from '../../support/raw-row.ts';
import { ID, row, without, wrongValueCases, type WrongValue } from '../../support/wrong-values.ts';

const A_PRICE = 'must be a decimal as text, such as "0.000001"';
const OR_DYNAMIC = `${A_PRICE}, or "-1" for a dynamic price`;
const A_COUNT = 'must be a whole number, zero or more';

const priced = (over: Record<string, unknown>): Record<string, unknown> =>
  row({ pricing: { prompt: '0.000001', completion: '0.000002', ...over } });

/** What is wrong, a whole row, and its entry in quarantine: id, path, problem. */
const MALFORMED_ROWS: readonly (readonly [string, unknown, string, string, string])[] = [
  ['null in place of a row', null, 'row 2', '', 'must be an object, but is null'],
  ['a number in place of a row', 7, 'row 2', '', 'must be an object, but is 7'],
  ['text in place of a row', 'maker/model', 'row 2', '', 'must be an object, but is "maker/model"'],
  ['a list in place of a row', [], 'row 2', '', 'must be an object, but is a list'],
  ['an empty row', {}, 'row 2', 'id', 'must be text, but is missing (and 2 more)'],
  ['a row without an id', without('id'), 'row 2', 'id', 'must be text, but is missing'],
  ['a row whose id is null', row({ id: null }), 'row 2', 'id', 'must be text, but is null'],
  ['a row whose id is a number', row({ id: 4 }), 'row 2', 'id', 'must be text, but is 4'],
  ['a row with an empty id', row({ id: '' }), 'row 2', 'id', 'must be text that is not empty, but is ""'],
  [
    'a row whose id would leave its folder',
    row({ id: '../x' }),
    '../x',
    'id',
    'has the part "..", which would leave its folder',
  ],
  [
    'a row whose id has no author',
    row({ id: 'model' }),
    'model',
    'id',
    'is not author/slug or author/slug:variant',
  ],
  [
    'a row with the id of another row',
    row({ id: 'good/first' }),
    'good/first',
    'id',
    'is listed twice; the first row stays',
  ],
];

const MALFORMED: readonly WrongValue[] = [
  ['name', undefined, 'must be text, but is missing'],
  ['name', ' \u200B ', 'must be a name with a letter or digit, but is " \u200B "'],
  ['name', ['x'], 'must be text, but is a list'],
  ['name', 'x'.repeat(301), 'must be at most 300 characters'],
  ['pricing', undefined, 'must be an object with prices, but is missing'],
  ['pricing', null, 'must be an object with prices, but is null'],
  ['pricing', [], 'must be an object with prices, but is a list'],
  ['pricing.prompt', 0.000001, `${A_PRICE}, but is 0.000001`],
  ['pricing.prompt', 'free', `${OR_DYNAMIC}, but is "free"`],
  ['pricing.completion', '', `${OR_DYNAMIC}, but is ""`],
  ['pricing.completion', '$1', `${OR_DYNAMIC}, but is "$1"`],
  ['pricing.completion', '0,1', `${OR_DYNAMIC}, but is "0,1"`],
  ['pricing.image', 'NaN', `${OR_DYNAMIC}, but is "NaN"`],
  ['pricing.request', 'Infinity', `${OR_DYNAMIC}, but is "Infinity"`],
  ['pricing.audio', '-0.5', `${OR_DYNAMIC}, but is "-0.5"`],
  ['pricing.prompt', '1e9', `${OR_DYNAMIC}, but is "1e9"`],
  ['pricing.prompt', `0.${'1'.repeat(70)}`, `${OR_DYNAMIC}, but is "0.${'1'.repeat(70)}"`],
  ['pricing.overrides', {}, 'must be a list of objects, but is an object'],
  ['pricing.overrides', [{}, 'x'], 'must be an object, but is "x"', 'pricing.overrides[1]'],
  [
    'pricing.overrides',
    [{ min_prompt_tokens: 1, prompt: '?' }],
    `${OR_DYNAMIC}, but is "?"`,
    'pricing.overrides[0].prompt',
  ],
  [
    'pricing.overrides',
    [{ min_prompt_tokens: '1k' }],
    'must be a number, but is "1k"',
    'pricing.overrides[0].min_prompt_tokens',
  ],
  ['pricing.overrides', [{ utc_days: [1] }], 'must be text, but is 1', 'pricing.overrides[0].utc_days[0]'],
  ['context_length', '128k', 'must be a whole number, but is "128k"'],
  ['context_length', -1, `${A_COUNT}, but is -1`],
  ['context_length', 0.5, `${A_COUNT}, but is 0.5`],
  ['context_length', 1e300, `${A_COUNT}, but is 1e+300`],
  ['architecture', 'text', 'must be an object, but is "text"'],
  ['architecture.input_modalities', 'text', 'must be a list of text, but is "text"'],
  [
    'architecture.output_modalities',
    [null],
    'must be text, but is null',
    'architecture.output_modalities[0]',
  ],
  ['top_provider', 'x', 'must be an object, but is "x"'],
  ['top_provider.max_completion_tokens', '4096', 'must be a whole number, but is "4096"'],
  ['alias_target', 'a/b', 'must be an object, but is "a/b"'],
  ['alias_target', { name: 'B' }, 'must be text, but is missing', 'alias_target.slug'],
];

describe('validateRows: malformed rows', () => {
  function expectQuarantine(raw: unknown, entry: object): void {
    const { rows, quarantined } = validateRows([rawRow('good/first'), raw, rawRow('good/last')]);
    expect(rows.map((valid) => valid.id)).toEqual(['good/first', 'good/last']);
    expect(quarantined).toEqual([entry]);
  }

  it.each(MALFORMED_ROWS)('quarantines %s, and keeps the rows around it', (_, raw, id, path, problem) => {
    expectQuarantine(raw, { id, path, problem });
  });

  it.each(wrongValueCases(MALFORMED))(
    'quarantines a row whose $field is $shown, and keeps the rows around it',
    ({ raw, path, problem }) => {
      expectQuarantine(raw, { id: ID, path, problem });
    },
  );

  it('shortens a very long id in the quarantine', () => {
    const { quarantined } = validateRows([rawRow(`a/${'x'.repeat(300)}`)]);
    expect(quarantined[0]?.id).toBe(`a/${'x'.repeat(118)}…`);
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
