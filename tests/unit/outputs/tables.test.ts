import { describe, expect, it } from 'vitest';
import { csvOf } from '../../../src/outputs/data/csv.ts';
import { HISTORY_COLUMNS, periodsOf } from '../../../src/outputs/data/history-columns.ts';
import { MODEL_COLUMNS, RETIRED_COLUMNS } from '../../../src/outputs/data/model-columns.ts';
import { parquetOf } from '../../../src/outputs/data/parquet.ts';
import { sqliteOf } from '../../../src/outputs/data/sqlite.ts';
import { tableOf, type Table } from '../../../src/outputs/data/table.ts';
import { column, jsonColumn, type Cell } from '../../../src/outputs/record/column.ts';
import { aModel } from '../../support/a-model.ts';
import { aListEntry, aRecord } from '../../support/a-record.ts';
import { daily, priced } from '../../support/ledger-history.ts';

const texts = (...rows: readonly (string | null)[]): Table =>
  tableOf('texts', [column<string | null>('text', 'text', (text) => text)], rows);

/** The columns of a row by their names. */
const cellsOf = ({ columns, rows: [row = []] }: Table): Readonly<Record<string, Cell>> =>
  Object.fromEntries(columns.map(({ name }, place) => [name, row[place] ?? null]));

describe('csvOf', () => {
  it('ends lines with CR and LF and quotes what would break a line', () => {
    expect(csvOf(texts('a,b', 'a"b', 'a\nb', null))).toBe('text\r\n"a,b"\r\n"a""b"\r\n"a\nb"\r\n\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1'])('writes the formula %j as text', (formula) => {
    expect(csvOf(texts(formula))).toContain(`'${formula}`);
  });
});

describe('sqliteOf and parquetOf', () => {
  const table = tableOf(
    'history',
    [
      column<readonly [string, number]>('id', 'text', ([id]) => id),
      column('usd', 'number', () => '0.1'),
      column<readonly [string, number]>('count', 'integer', ([, count]) => count),
      column('is_alias', 'boolean', () => true),
      column('at', 'time', () => '2026-01-01T00:00:00.000Z'),
      jsonColumn('list', () => ["'; DROP TABLE history; --"]),
    ],
    [
      ["Robert'); DROP TABLE history; --", 1],
      ['b', 2],
    ],
  );
  const about = { captured_at: '2026-01-01T00:00:00.000Z' };

  it('give the same bytes for the same rows', () => {
    expect(sqliteOf([table], about)).toEqual(sqliteOf([table], about));
    expect(parquetOf(table, about)).toEqual(parquetOf(table, about));
  });

  it('write files of their format', () => {
    expect(new TextDecoder().decode(sqliteOf([table], about).slice(0, 15))).toBe('SQLite format 3');
    expect(new TextDecoder().decode(parquetOf(table, about).slice(0, 4))).toBe('PAR1');
  });

  it('write a table without rows', () => {
    const empty = { ...table, rows: [] };
    expect(sqliteOf([empty], about).length).toBeGreaterThan(0);
    expect(parquetOf(empty, about).byteLength).toBeGreaterThan(0);
  });
});

describe('the columns of models', () => {
  it.each([
    ['models', MODEL_COLUMNS],
    ['retired', RETIRED_COLUMNS],
    ['history', HISTORY_COLUMNS],
  ])('of the table %s have names of their own', (_, columns) => {
    const names = columns.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(names.filter((name) => !/^[a-z][a-z0-9_]*$/.test(name))).toEqual([]);
  });

  it('give a price as its kind, US dollars and unit', () => {
    const model = aModel('maker/a', { prices: { input: '0.0000001', output: '0', webSearch: '0.01' } });
    expect(cellsOf(tableOf('models', MODEL_COLUMNS, [aListEntry(model)]))).toMatchObject({
      input_kind: 'amount',
      input_usd: '0.1',
      input_unit: 'million tokens',
      output_kind: 'free',
      output_usd: '0',
      output_unit: null,
      cache_read_kind: 'none',
      cache_read_usd: null,
      web_search_usd: '0.01',
      web_search_unit: 'search',
    });
  });

  it('give no number for a dynamic price', () => {
    const model = aModel('maker/a', { prices: { input: '-1', output: '-1' } });
    expect(cellsOf(tableOf('models', MODEL_COLUMNS, [aListEntry(model)]))).toMatchObject({
      input_kind: 'dynamic',
      input_usd: null,
    });
  });
});

describe('periodsOf', () => {
  const periods = (days: Parameters<typeof daily>[0], status: 'listed' | 'not-asked-for' = 'listed') =>
    periodsOf(
      aRecord(aModel('maker/a'), {
        history: daily(days).historyOf('maker/a'),
        ...(status === 'not-asked-for' && {
          status: { kind: 'not-asked-for', last_seen: '2026-01-09T00:00:00.000Z', reason: 'scope' },
        }),
      }),
    ).map(({ step, until }) => [step.from.slice(8, 10), until?.slice(8, 10) ?? null, step.prices.input]);
  const usd = (amount: string) => ({ kind: 'amount', usd: amount, unit: 'million tokens' });

  it('end where the next price begins, and the last is open', () => {
    expect(periods({ 1: priced('0.000001'), 9: priced('0.000002') })).toEqual([
      ['01', '09', usd('1')],
      ['09', null, usd('2')],
    ]);
  });

  it('have no tiers before tiers were recorded', () => {
    const tiers = [
      { when: [{ kind: 'prompt-above', tokens: 1000 } as const], prices: { input: '0.000002' } },
    ];
    const record = aRecord(aModel('maker/a'), {
      history: daily({
        1: priced('0.000001'),
        9: { ...priced('0.000001'), tiers },
        20: priced('0.000001'),
      }).historyOf('maker/a'),
    });
    expect(periodsOf(record).map((one) => one.tiers?.length ?? null)).toEqual([null, 1, 0]);
  });

  it('leave out the time in which the model was not listed', () => {
    expect(periods({ 1: priced('0.000001'), 2: null, 20: priced('0.000001') })).toEqual([
      ['01', '02', usd('1')],
      ['20', null, usd('1')],
    ]);
  });

  it('end at the last capture with a model that the present one did not ask for', () => {
    expect(periods({ 1: priced('0.000001') }, 'not-asked-for')).toEqual([['01', '09', usd('1')]]);
  });
});
