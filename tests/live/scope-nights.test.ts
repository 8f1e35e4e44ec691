import { readFileSync } from 'node:fs';
import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { pathOf } from '../../src/catalog/address.ts';
import type { Scope } from '../../src/catalog/snapshot.ts';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { recordCapture } from '../../src/cli/record-capture.ts';
import { readConfig } from '../../src/config.ts';
import type { LedgerEvent } from '../../src/ledger/record.ts';
import type { BuildReport } from '../../src/integrations/build-report.ts';
import { givesText, readCapture } from '../../src/upstream/capture.ts';
import { withOrdersOf } from '../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../src/upstream/replay/server.ts';
import { builtIds } from '../support/model-rows.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, SCRATCH } from '../support/paths.ts';
import { buildRecorded, copyProject, giveLedger, importHistory } from '../support/project.ts';
import { rawRow } from '../support/raw-row.ts';

/**
 * Nights on which the site owner asks for all outputs, then only text, then all again, on slightly changing
 * real rows.
 */

const FOLDER = join(SCRATCH, 'scope-nights');
const LEDGERS = [
  { name: 'empty', holds: 'nothing', until: null },
  { name: 'text', holds: 'text models', until: '2026-08-05T00:00:00.000Z' },
] as const;

type Row = Record<string, unknown> & { readonly id: string };
type Change = (rows: readonly Row[]) => readonly Row[];

const BRIEFLY_GONE = 'openai/gpt-4o';
const GONE = 'openai/gpt-4o-mini';
const EMBEDS = 'openai/text-embedding-3-small';
const FILMS = 'google/veo-3.1';
/** Listed in captures of text models for four days of 2025, when its outputs were said to be text as well. */
const ONCE_TEXT = 'openai/text-embedding-3-large';
/** From the fourth night on it gives pictures and no text beside them. */
const LOSES_TEXT = 'google/gemini-2.5-flash-image';
const SPEAKS = rawRow('example/speaks', {
  architecture: { input_modalities: ['text'], output_modalities: ['speech'] },
  pricing: { prompt: '0.000015', completion: '0' },
}) as Row;

const without =
  (...ids: readonly string[]): Change =>
  (rows) =>
    rows.filter(({ id }) => !ids.includes(id));
const later: Change = (rows) => [
  SPEAKS,
  ...rows.map((row) => {
    if (row.id === EMBEDS) return { ...row, pricing: { prompt: '0.00000003', completion: '0' } };
    const onlyImage = { ...(row.architecture as object), output_modalities: ['image'] };
    return row.id === LOSES_TEXT ? { ...row, architecture: onlyImage } : row;
  }),
];
const same: Change = (rows) => rows;

interface Night {
  readonly at: string;
  readonly scope: Scope;
  /** What is listed that night, whatever is asked for. */
  readonly listed: Change;
  /** Found that night: kind, id, and the last capture that would have shown it. */
  readonly found: readonly (readonly [kind: string, id: string, after: string])[];
}

const [N1, N2, N3, N4, N5, N6, N7] = ['06', '07', '08', '09', '10', '11', '12'].map(
  (day) => `2026-08-${day}T03:00:00.000Z`,
) as [string, string, string, string, string, string, string];

/** After the first. */
const NIGHTS: readonly Night[] = [
  { at: N2, scope: 'text', listed: without(BRIEFLY_GONE), found: [['removed', BRIEFLY_GONE, N1]] },
  { at: N3, scope: 'text', listed: same, found: [['returned', BRIEFLY_GONE, N2]] },
  {
    at: N4,
    scope: 'all',
    listed: (rows) => without(FILMS)(later(rows)),
    found: [
      ['added', SPEAKS.id, N1],
      ['removed', FILMS, N1],
      ['price', EMBEDS, N1],
    ],
  },
  { at: N5, scope: 'text', listed: (rows) => without(FILMS)(later(rows)), found: [] },
  { at: N6, scope: 'all', listed: later, found: [['returned', FILMS, N4]] },
  { at: N7, scope: 'text', listed: (rows) => without(GONE)(later(rows)), found: [['removed', GONE, N6]] },
];
const FIRST: Night = { at: N1, scope: 'all', listed: same, found: [] };

const rootOf = (name: string): string => join(FOLDER, name);
const ledgerText = (root: string): Promise<string> =>
  readFile(join(projectPaths(root).ledger, '2026.ndjson'), 'utf8');

let rows: readonly Row[];
let others: readonly string[];
let server: ReplayServer;

beforeAll(async () => {
  await rm(FOLDER, { recursive: true, force: true });
  const wide = await readCapture(FROZEN_WIDE_CAPTURE);
  rows = wide.rows as readonly Row[];
  others = rows.filter((row) => !givesText(row)).map(({ id }) => id);
  server = await startReplay({ capture: withOrdersOf(wide, wide) });
});
afterAll(() => server.close());

async function record(root: string, { at, scope, listed }: Night): Promise<readonly LedgerEvent[]> {
  const orders = await readCapture(FROZEN_CAPTURE);
  server.use(withOrdersOf({ ...orders, capturedAt: at, rows: listed(rows) }, orders));
  const config = readConfig({
    OPENROUTER_API_URL: server.url,
    CATALOG_SOURCE: 'live',
    CATALOG_OUTPUTS: scope,
  });
  const { added, capture } = await recordCapture(config, projectPaths(root), { client: { retries: 0 } });
  if (typeof added === 'string') throw new Error(`${at}: ${added}`);
  expect(added.capture).toMatchObject({ at, scope, rows: capture.rows.length });
  return added.events;
}

describe.each(LEDGERS)('recorded nights of changing scope, on a ledger of $holds', ({ name, until }) => {
  const onceText: (readonly (string | null)[])[] = [];

  it('neither remove nor add models that were only not asked for', { timeout: 120_000 }, async () => {
    const root = rootOf(name);
    if (until === null) await copyProject(root);
    await giveLedger(root, until);
    const first = await record(root, FIRST);
    const ofOthers = first.filter(({ id }) => others.includes(id));
    const baseline = ofOthers.filter(({ kind }) => kind === 'baseline').map(({ id }) => id);
    expect(baseline.sort()).toEqual(others.toSorted());
    for (const night of NIGHTS) {
      const events = await record(root, night);
      const found = events.map(({ kind, id, after }) => [kind, id, after]);
      const isOnceText = ([, id]: readonly unknown[]): boolean => id === ONCE_TEXT || id === LOSES_TEXT;
      onceText.push(...found.filter(isOnceText));
      expect(found.filter((one) => !isOnceText(one)).toSorted(), night.at).toEqual(night.found.toSorted());
    }
  });

  it('do not remove a model that a text capture listed with text and that makes none now', () => {
    expect(onceText).toEqual([['modality', LOSES_TEXT, N3]]);
  });

  it(
    'give what an import of the same answers gives, each with the scope of its rows',
    { timeout: 60_000 },
    async () => {
      const root = rootOf(`${name}-imported`);
      const source = join(FOLDER, 'captures');
      await mkdir(source, { recursive: true });
      for (const { at, scope, listed } of [FIRST, ...NIGHTS]) {
        const data = listed(rows).filter((row) => scope === 'all' || givesText(row));
        const file = `${at.slice(0, 16).replace(':', '')}Z.json`;
        await writeFile(join(source, file), JSON.stringify({ data }));
      }
      await giveLedger(root, until);
      const { code, said } = await importHistory(root, source);
      expect(code, said).toBe(0);
      expect(said).toContain('7 captures found, 7 added');
      expect((await ledgerText(root)) === (await ledgerText(rootOf(name)))).toBe(true);
    },
  );
});

describe('the site of a night that asked for text only, after nights of all outputs', () => {
  const site = join(rootOf('empty'), 'dist');
  const page = (path: string) => load(readFileSync(join(site, path, 'index.html'), 'utf8'));
  const idsOn = (path: string): readonly string[] => {
    return builtIds({ $: page(path) });
  };

  beforeAll(async () => {
    const { code, said } = await buildRecorded(rootOf('empty'));
    expect(code, said).toBe(0);
  }, 300_000);

  it('counts only models that were asked for as listed, and only removed ones as retired', () => {
    const texts = later(rows)
      .filter(givesText)
      .map(({ id }) => id);
    const report = JSON.parse(readFileSync(join(site, 'build.json'), 'utf8')) as BuildReport;
    expect(report).toMatchObject({ captured_at: N7, models: texts.length - 1, retired: 1, quarantined: [] });
    expect(idsOn('models').toSorted()).toEqual(texts.filter((id) => id !== GONE).sort());
    expect(idsOn('retired')).toEqual([GONE]);
  });

  it('has a page for every model that was not asked for, which says so and does not call it retired', () => {
    const notAskedFor = [...others, SPEAKS.id, LOSES_TEXT];
    expect(notAskedFor).toHaveLength(121);
    const wrong = notAskedFor.filter((id) => {
      try {
        const main = page(join('models', pathOf(id)))('main[data-model-id]');
        const isOf = main.attr('data-model-id') === id && main.attr('data-retired') === undefined;
        return !isOf || !/not asked for/i.test(main.text()) || /\bretired\b/i.test(main.find('h1').text());
      } catch {
        return true;
      }
    });
    expect(wrong).toEqual([]);
  });
});
