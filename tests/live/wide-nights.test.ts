import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { recordCapture } from '../../src/cli/record-capture.ts';
import { readConfig } from '../../src/config.ts';
import type { Block, LedgerEvent } from '../../src/ledger/record.ts';
import { readReplayCapture } from '../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../src/upstream/replay/server.ts';
import { FROZEN_WIDE_CAPTURE, ROOT, SCRATCH } from '../support/paths.ts';
import { amountsTooHigh, priceTexts } from '../support/price-texts.ts';
import { hasSharedCaptures, sharedCaptures } from '../support/real-captures.ts';
import { buildRecorded, copyProject, giveLedger, importHistory, run } from '../support/project.ts';

/**
 * Ten nights on real answers with all outputs, recorded into an empty ledger and into one of text models.
 * Where the real captures are missing it is the last of the ten nights alone.
 */

const FOLDER = join(SCRATCH, 'wide-nights');
/** From this day on batch variants were added, removed and returned. */
const FIRST = '2026-07-27';
const NIGHTS = hasSharedCaptures
  ? sharedCaptures('all-outputs')
      .filter(({ name }) => name >= FIRST)
      .map(({ path }) => path)
  : [FROZEN_WIDE_CAPTURE];
const EVE = hasSharedCaptures ? '2026-07-26T23:59:59.999Z' : '2026-08-04T23:59:59.999Z';

const LEDGERS = [
  { name: 'empty', holds: 'nothing', until: null },
  { name: 'text', holds: 'text models', until: EVE },
] as const;
const projectOf = (name: string): string => join(FOLDER, name);
const importOf = (name: string): string => join(FOLDER, `${name}-imported`);

async function ledgerText(root: string): Promise<Readonly<Record<string, string>>> {
  const { ledger } = projectPaths(root);
  const names = (await readdir(ledger)).sort();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(ledger, name), 'utf8')] as const)),
  );
}

describe('recordCapture on nights with all outputs', () => {
  const blocks = new Map<string, readonly Block[]>();
  let server: ReplayServer;

  beforeAll(async () => {
    await rm(FOLDER, { recursive: true, force: true });
    const [first = ''] = NIGHTS;
    server = await startReplay({ capture: await readReplayCapture(first, ROOT) });
  });
  afterAll(() => server.close());

  it.each(LEDGERS)('records them into a ledger of $holds', { timeout: 120_000 }, async ({ name, until }) => {
    if (hasSharedCaptures) expect(NIGHTS).toHaveLength(10);
    const root = projectOf(name);
    await copyProject(root);
    await giveLedger(root, until);
    const added: Block[] = [];
    for (const night of NIGHTS) {
      const answer = await readReplayCapture(night, ROOT);
      server.use(answer);
      const config = readConfig({ OPENROUTER_API_URL: server.url, CATALOG_SOURCE: 'live' });
      const recorded = await recordCapture(config, projectPaths(root), { client: { retries: 0 } });
      expect(recorded.validation).toMatchObject({ quarantined: [], unknown: [] });
      if (typeof recorded.added === 'string') throw new Error(`${night}: ${recorded.added}`);
      expect(recorded.added.capture).toMatchObject({
        scope: 'all',
        at: answer.capturedAt,
        rows: recorded.capture.rows.length,
      });
      added.push(recorded.added);
    }
    blocks.set(name, added);
  });

  it.each(LEDGERS)(
    'gives in a ledger of $holds what an import of the same answers gives',
    { timeout: 60_000 },
    async ({ name, until }) => {
      const source = join(FOLDER, 'captures');
      await mkdir(source, { recursive: true });
      for (const night of NIGHTS) await cp(night, join(source, basename(night)));
      await giveLedger(importOf(name), until);
      const { code, said } = await importHistory(importOf(name), source);
      expect(code, said).toBe(0);
      expect(said).toContain(`${NIGHTS.length} captures found, ${NIGHTS.length} added`);
      expect(said).not.toContain('Skipped');
      const [own, imported] = [await ledgerText(projectOf(name)), await ledgerText(importOf(name))];
      expect(Object.keys(own)).toEqual(Object.keys(imported));
      for (const [file, text] of Object.entries(own)) expect(text === imported[file], file).toBe(true);
    },
  );

  it('dates nothing that only the wider scope shows', () => {
    const [empty, text] = ['empty', 'text'].map((name) => blocks.get(name) ?? []);
    const kinds = (block: Block | undefined): readonly string[] => [
      ...new Set(block?.events.map(({ kind }) => kind)),
    ];
    expect(kinds(empty?.[0])).toEqual(['baseline']);
    const brought = text?.[0]?.events.filter(({ kind }) => kind === 'baseline') ?? [];
    expect(brought.length).toBeGreaterThan(90);
    expect(brought.filter(makesText)).toEqual([]);
    expect(text?.[0]?.events.filter((event) => event.kind === 'added' && !makesText(event))).toEqual([]);
  });

  it.skipIf(NIGHTS.length < 2)(
    'finds the same from the second night on, whatever the ledger held before',
    () => {
      const later = (name: string): readonly (readonly LedgerEvent[])[] =>
        (blocks.get(name) ?? []).slice(1).map(({ events }) => events);
      // A model that was listed before and returns is one that an empty ledger meets first.
      const known = (events: readonly LedgerEvent[]) =>
        events.filter(({ kind }) => kind !== 'added' && kind !== 'returned');
      const [empty, text] = [later('empty').map(known), later('text').map(known)];
      expect(empty.flat().length).toBeGreaterThan(100);
      expect(empty).toEqual(text);
    },
  );

  it(
    'ends with a site that prints no amount above $1,000 except monthly costs',
    { timeout: 300_000 },
    async () => {
      const root = projectOf('text');
      const site = join(root, 'dist');
      const capture = projectPaths(root).latestCapture;
      const { code, said } = await buildRecorded(root);
      expect(code, said).toBe(0);
      const check = await run(process.execPath, ['src/cli/nightly-check.ts', '--capture', capture], root);
      expect(check.code, check.said).toBe(0);
      expect([...priceTexts(site)].length).toBeGreaterThan(50_000);
      expect(amountsTooHigh(site)).toEqual([]);
    },
  );
});

function makesText(event: LedgerEvent): boolean {
  return 'facts' in event && (event.facts.outputModalities?.includes('text') ?? true);
}
