import { globSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gunzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { duckdb, rowsOf } from '../support/duckdb.ts';
import { SCRATCH } from '../support/paths.ts';
import { copyProject, giveLedger } from '../support/project.ts';
import { rawRow } from '../support/raw-row.ts';
import { runBuild } from '../support/run-build.ts';

/** Builds with and without descriptions and benchmarks, of a capture whose models have both. */

const PROJECT = join(SCRATCH, 'hidden-texts');
const A_BUILD = 120_000;

/** Words and figures that stand nowhere but in the descriptions and benchmarks of the capture. */
const DESCRIPTION = 'zqdescription';
const WORDS = ['zqarena', 'zqcategory'];
const FIGURES = ['47.1357', '38.2468', '29.3579', '51.9753'];

const [intelligence, coding, agentic, winRate] = FIGURES.map(Number);
const benchmarks = {
  artificial_analysis: {
    intelligence_index: intelligence,
    coding_index: coding,
    agentic_index: agentic,
  },
  design_arena: [{ arena: WORDS[0], category: WORDS[1], elo: 1234, win_rate: winRate, rank: 3 }],
};

/** The texts of every file of a site, of binary files too, by their paths. */
async function textsOf(site: string): Promise<ReadonlyMap<string, string>> {
  const connection = await duckdb();
  const texts = new Map<string, string>();
  for (const file of globSync('**/*', { cwd: site })) {
    const path = join(site, file);
    if (statSync(path).isFile()) texts.set(file, await readAny(path));
  }
  return texts;

  async function readAny(path: string): Promise<string> {
    switch (extname(path)) {
      case '.parquet':
        return JSON.stringify(await rowsOf(connection, `SELECT * FROM '${path}'`));
      case '.sqlite':
        return dump(path);
      default: {
        const bytes = readFileSync(path);
        return (bytes[0] === 0x1f && bytes[1] === 0x8b ? gunzipSync(bytes) : bytes).toString();
      }
    }
  }
}

function dump(path: string): string {
  const database = new DatabaseSync(path, { readOnly: true });
  const tables = database.prepare("SELECT name, sql FROM sqlite_schema WHERE type = 'table'").all();
  const rows = tables.map(({ name, sql }) => [
    sql,
    database.prepare(`SELECT * FROM "${String(name)}"`).all(),
  ]);
  database.close();
  return JSON.stringify(rows);
}

const build = async (name: string, variables: Readonly<Record<string, string>>) => {
  const site = join(PROJECT, name);
  const { code, said } = await runBuild(
    site,
    { CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: join(PROJECT, 'capture.json'), ...variables },
    PROJECT,
  );
  expect(code, said).toBe(0);
  return textsOf(site);
};

const holding = (texts: ReadonlyMap<string, string>, words: readonly string[]): readonly string[] =>
  [...texts].filter(([, text]) => words.some((word) => text.includes(word))).map(([file]) => file);
const formatsOf = (files: readonly string[]) => new Set(files.map((file) => extname(file)));

/** What only the scripts of pages read, which name the source themselves. */
const FILES_OF_PAGES = ['models/most-used.json', 'models/filters.json', 'models/finder.json'];
const plain = (text: string): string => text.toLowerCase().replace(/[_\s]/g, '');

let shown: ReadonlyMap<string, string> = new Map();

beforeAll(async () => {
  await copyProject(PROJECT);
  await giveLedger(PROJECT, null);
  const data = ['maker/one', 'maker/two', 'other/three'].map((id) =>
    rawRow(id, { description: `A model with a ${DESCRIPTION}.`, benchmarks }),
  );
  writeFileSync(
    join(PROJECT, 'capture.json'),
    JSON.stringify({ captured_at: '2026-08-22T00:00:00.000Z', data }),
  );
  shown = await build('shown', {});
}, A_BUILD);

afterAll(() => {
  rmSync(PROJECT, { recursive: true, force: true });
});

describe('a site with descriptions and benchmarks', () => {
  it('has them in pages, JSON and Markdown, so that their absence can be seen', () => {
    const withDescriptions = formatsOf(holding(shown, [DESCRIPTION]));
    const withBenchmarks = formatsOf(holding(shown, [...WORDS, ...FIGURES]));
    for (const format of ['.html', '.json', '.md']) {
      expect(withDescriptions).toContain(format);
      expect(withBenchmarks).toContain(format);
    }
  });

  it('names who measured the benchmarks in every file that has them', () => {
    // Columns of tables name them with underscores.
    const names = (file: string, who: string): boolean => plain(shown.get(file) ?? '').includes(plain(who));
    const isForReaders = (file: string): boolean =>
      !file.startsWith('pagefind/') && !FILES_OF_PAGES.includes(file);
    const unnamed = [
      ...holding(shown, FIGURES.slice(0, 3)).filter((file) => !names(file, 'Artificial Analysis')),
      ...holding(shown, WORDS).filter((file) => !names(file, 'Design Arena')),
    ].filter(isForReaders);
    expect(unnamed).toEqual([]);
  });
});

describe('a site with SHOW_DESCRIPTIONS=off and SHOW_BENCHMARKS=off', () => {
  it('has neither in any file of any format', { timeout: A_BUILD }, async () => {
    const hidden = await build('hidden', { SHOW_DESCRIPTIONS: 'off', SHOW_BENCHMARKS: 'off' });
    expect([...hidden.keys()].filter((file) => file.startsWith('models/')).length).toBeGreaterThan(20);
    for (const format of ['.parquet', '.sqlite', '.csv', '.svg', '.xml']) {
      expect([...hidden.keys()].some((file) => file.endsWith(format))).toBe(true);
    }
    expect(holding(hidden, [DESCRIPTION, ...WORDS, ...FIGURES])).toEqual([]);
  });
});
