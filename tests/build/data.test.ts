import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { pathOf } from '../../src/catalog/address.ts';
import { catalogSchema, retiredSchema } from '../../src/outputs/api/list-schemas.ts';
import { HISTORY_COLUMNS, periodsOf } from '../../src/outputs/data/history-columns.ts';
import { MODEL_COLUMNS, RETIRED_COLUMNS } from '../../src/outputs/data/model-columns.ts';
import { tableOf, type Table } from '../../src/outputs/data/table.ts';
import type { Cell } from '../../src/outputs/record/column.ts';
import { modelRecordSchema } from '../../src/outputs/record/record.ts';
import { readBuilt, recordFilesOf } from '../support/built-site.ts';
import { duckdb, rowsOf, type Row } from '../support/duckdb.ts';
import { FROZEN_CAPTURE } from '../support/paths.ts';
import { rawRowsOf } from '../support/real-captures.ts';
import { siteDir, type SiteName } from '../support/sites.ts';
import { hasSqliteShell, sqliteRows } from '../support/sqlite-shell.ts';

type Value = Row[string];
type Type = Table['columns'][number]['type'];

const fileAt = (name: string, site: SiteName = 'plain'): string => join(siteDir(site), 'data', name);
const inSql = (path: string): string => `'${path.replaceAll("'", "''")}'`;
const readJson = (file: string, site: SiteName): unknown => JSON.parse(readBuilt(site, file));

/** The tables as the JSON files of a site have them. */
function tablesIn(site: SiteName): Readonly<Record<'models' | 'retired' | 'history', Table>> {
  const { models } = catalogSchema.parse(readJson('api/v1/catalog.json', site));
  const { models: retired } = retiredSchema.parse(readJson('api/v1/retired.json', site));
  const records = recordFilesOf(site)
    .map((file) => modelRecordSchema.parse(readJson(file, site)))
    .sort((a, b) => (pathOf(a.id) < pathOf(b.id) ? -1 : 1));
  return {
    models: tableOf('models', MODEL_COLUMNS, models),
    retired: tableOf('retired', RETIRED_COLUMNS, retired),
    history: tableOf('history', HISTORY_COLUMNS, records.flatMap(periodsOf)),
  };
}

/** Rows with the values that `read` makes of what a program has read. */
const readRows = (rows: readonly Row[], { columns }: Table, read: (value: Value, type: Type) => unknown) =>
  rows.map((row) => columns.map(({ name, type }) => read(row[name] ?? null, type)));

const iso = (text: string): string => new Date(`${text.replace(' ', 'T')}Z`).toISOString();

/** What DuckDB gives for a value of a Parquet file. */
function fromParquet(value: Value, type: Type): unknown {
  if (value === null) return null;
  const text = String(value);
  if (type === 'integer') return Number(text);
  if (type === 'json') return JSON.parse(text);
  return type === 'time' ? iso(text) : value;
}

function fromSqlite(value: Value, type: Type): unknown {
  if (value === null) return null;
  if (type === 'boolean') return value === 1;
  return type === 'json' ? JSON.parse(String(value)) : value;
}

/** A cell as Parquet and SQLite have it: decimals are the nearest double. */
function valueOf(cell: Cell, type: Type): unknown {
  if (cell === null) return null;
  if (type === 'number') return Number(cell);
  if (type === 'time') return new Date(String(cell)).toISOString();
  return type === 'json' ? JSON.parse(String(cell)) : cell;
}

const valuesOf = ({ columns, rows }: Table): unknown[][] =>
  rows.map((row) => row.map((cell, place) => valueOf(cell, columns[place]?.type ?? 'text')));

/** A cell as CSV has it. Empty is nothing; a formula is text. */
const csvText = (cell: Cell): string | null => {
  const text = cell === null ? '' : String(cell);
  if (text === '') return null;
  return /^[=+\-@\t\r＝＋－＠]/.test(text) ? `'${text}` : text;
};

const tables = tablesIn('plain');
const db = await duckdb();
const readCsv = (path: string) =>
  rowsOf(db, `SELECT * FROM read_csv(${inSql(path)}, header = true, all_varchar = true)`);

describe.each(['models', 'history'] as const)('/data/%s', (name) => {
  const table = tables[name];

  it('has every row as CSV, with every digit, read by DuckDB', async () => {
    const rows = await readCsv(fileAt(`${name}.csv`));
    expect(Object.keys(rows[0] ?? {})).toEqual(table.columns.map((column) => column.name));
    expect(readRows(rows, table, (value) => value)).toEqual(table.rows.map((row) => row.map(csvText)));
  });

  it('has every row as Parquet, read by DuckDB', async () => {
    const rows = await rowsOf(db, `SELECT * FROM ${inSql(fileAt(`${name}.parquet`))}`);
    expect(Object.keys(rows[0] ?? {})).toEqual(table.columns.map((column) => column.name));
    expect(readRows(rows, table, fromParquet)).toEqual(valuesOf(table));
  });

  it('says in the Parquet file of when and where the data is', async () => {
    const rows = await rowsOf(
      db,
      `SELECT decode(key) AS key, decode(value) AS value FROM parquet_kv_metadata(${inSql(fileAt(`${name}.parquet`))})`,
    );
    const facts = Object.fromEntries(rows.map(({ key, value }) => [String(key), String(value)]));
    expect(facts).toMatchObject({ captured_at: '2026-08-22T00:00:00.000Z', schema_version: '1' });
    expect(facts.source).toContain('https://openrouter.ai/api/v1/models');
    expect(facts.benchmarks).toContain('Artificial Analysis');
  });
});

describe.skipIf(!hasSqliteShell())('/data/modeldex.sqlite in the shell of SQLite', () => {
  const select = (query: string) => sqliteRows(fileAt('modeldex.sqlite'), query);

  it.each(['models', 'retired', 'history'] as const)('has every row of the table %s in order', (name) => {
    const rows = select(`SELECT * FROM ${name} ORDER BY rowid`);
    expect(readRows(rows, tables[name], fromSqlite)).toEqual(valuesOf(tables[name]));
  });

  it('is sound, and says of when and where the data is', () => {
    expect(select('PRAGMA integrity_check')).toEqual([{ integrity_check: 'ok' }]);
    const facts = Object.fromEntries(
      select('SELECT * FROM about').map(({ key, value }) => [String(key), value] as const),
    );
    expect(facts).toMatchObject({ captured_at: '2026-08-22T00:00:00.000Z', schema_version: '1' });
  });
});

describe('the table of models and the capture', () => {
  const raw = z
    .looseObject({
      id: z.string(),
      name: z.string(),
      context_length: z.number().nullable(),
      pricing: z.looseObject({ prompt: z.string(), completion: z.string() }),
    })
    .array()
    .parse(rawRowsOf(FROZEN_CAPTURE));
  let rows: ReadonlyMap<unknown, Row> = new Map();
  beforeAll(async () => {
    const all = await rowsOf(db, `SELECT * FROM ${inSql(fileAt('models.parquet'))}`);
    rows = new Map(all.map((row) => [row.id, row]));
  });

  it('have the same ids', () => {
    expect([...rows.keys()].toSorted()).toEqual(raw.map(({ id }) => id).toSorted());
  });

  it('have the same names, context and input and output prices', () => {
    for (const { id, name, context_length: context, pricing } of raw) {
      const row = rows.get(id) ?? {};
      expect(row.full_name).toBe(name.replace(/\s+/g, ' ').trim());
      expect(row.context === null ? 0 : Number(row.context)).toBe(context ?? 0);
      for (const [text, key] of [
        [pricing.prompt, 'input'],
        [pricing.completion, 'output'],
      ] as const) {
        const usd = Number(text) * 1e6;
        if (row[`${key}_kind`] === 'amount') expect(row[`${key}_usd`]).toBeCloseTo(usd, 9);
        else expect(usd <= 0 || row[`${key}_kind`] === 'unstated').toBe(true);
      }
    }
  });
});

it('texts of the hostile capture stay in their cells, and none begins a formula', async () => {
  const hostile = tablesIn('hostile');
  for (const name of ['models', 'history'] as const) {
    const rows = await readCsv(fileAt(`${name}.csv`, 'hostile'));
    expect(rows.length).toBe(hostile[name].rows.length);
    const texts = rows.flatMap((row) => Object.values(row)).filter((value) => value !== null);
    expect(texts.filter((text) => /^[=+\-@]/.test(String(text)))).toEqual([]);
    const parquet = await rowsOf(db, `SELECT * FROM ${inSql(fileAt(`${name}.parquet`, 'hostile'))}`);
    expect(readRows(parquet, hostile[name], fromParquet)).toEqual(valuesOf(hostile[name]));
  }
});
