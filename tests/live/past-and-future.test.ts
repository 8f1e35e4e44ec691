import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { load } from 'cheerio';
import { afterAll, expect, it } from 'vitest';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { EMBEDDED_CAPTURE } from '../../src/files/data-paths.ts';
import { historyFrom } from '../../src/history/history.ts';
import { readLedger } from '../../src/ledger/files.ts';
import { netMoves } from '../../src/history/net-moves.ts';
import { daysEarlier } from '../../src/history/time.ts';
import { date } from '../../src/catalog/format.ts';
import { modelRow } from '../support/model-rows.ts';
import { ROOT, SCRATCH } from '../support/paths.ts';
import { runBuild } from '../support/run-build.ts';

/** Builds of captures outside the ledger: from before its first day, and from long after its last. */

const FOLDER = join(SCRATCH, 'times');
const SITE = join(FOLDER, 'site');
const A_BUILD = 300_000;

interface Capture {
  captured_at: string;
  data: {
    id: string;
    name: string;
    created: number;
    pricing: Record<string, string>;
    expiration_date?: string | null;
  }[];
}

/** Builds the embedded capture as if it had been taken at another time and held other rows. */
async function buildAsOf(
  capturedAt: string,
  change: (capture: Capture) => void = () => undefined,
): Promise<void> {
  const capture = JSON.parse(readFileSync(join(ROOT, EMBEDDED_CAPTURE), 'utf8')) as Capture;
  capture.captured_at = capturedAt;
  change(capture);
  mkdirSync(FOLDER, { recursive: true });
  const file = join(FOLDER, 'capture.json');
  writeFileSync(file, JSON.stringify(capture));
  const { code, said } = await runBuild(SITE, { CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: file });
  expect(code, said).toBe(0);
}

const page = (path: string): string => readFileSync(join(SITE, path, 'index.html'), 'utf8');
const report = () =>
  JSON.parse(readFileSync(join(SITE, 'build.json'), 'utf8')) as { retired: number; events: number };

afterAll(() => {
  rmSync(FOLDER, { recursive: true, force: true });
});

it(
  'a build of a capture from before the first day has no history and says so',
  { timeout: A_BUILD },
  async () => {
    await buildAsOf('2024-09-01T00:00:00.000Z');
    expect(report()).toMatchObject({ retired: 0, events: 0 });
    for (const path of ['changes', 'retired', 'charts']) {
      expect(page(path), path).toContain('No history: the data is from Sep 1, 2024');
    }
    expect(page('models/openai/gpt-4o')).not.toContain('Price history');
    expect(page('models')).not.toContain('changed in 7 days');
  },
);

it(
  'a build of a capture long after the last one gives no date to the changes it finds',
  { timeout: A_BUILD },
  async () => {
    const ledger = await readLedger(projectPaths(ROOT).ledger);
    const last = ledger.state.last.any ?? '';
    const now = daysEarlier(last, -90);
    const gap = `${date(last)} and ${date(now)}`;
    await buildAsOf(now, ({ data }) => {
      const [moved, removed, retiring] = ['openai/gpt-4o', 'openai/gpt-4.1', 'openai/gpt-4o-mini'].map((id) =>
        data.find((row) => row.id === id),
      );
      if (!moved || !removed || !retiring)
        throw new Error('The embedded capture lacks a model that this test needs.');
      moved.pricing.prompt = '0.000005';
      retiring.expiration_date = daysEarlier(now, -30).slice(0, 10);
      data.splice(data.indexOf(removed), 1);
      data.push({
        ...moved,
        id: 'openai/gpt-new',
        name: 'OpenAI: GPT New',
        created: Date.parse(daysEarlier(now, 10)) / 1000,
      });
    });
    expect(report().retired).toBe(historyFrom(ledger, last).retiredModels().length + 1);

    const models = page('models');
    expect(models).not.toContain('changed in 7 days');
    // A model that was removed is no listed one.
    expect(models).toContain(`3 changed between ${gap}`);
    const row = (id: string): string => rowOf(models, id);
    expect(row('openai/gpt-4o')).not.toContain('class="tag');
    expect(row('openai/gpt-new')).toContain('>new<');

    expect(page('')).toContain(`What changed between ${gap} cannot be dated`);
    expect(page('changes')).toContain(`Some time between ${gap}`);
    expect(page('changes').replace(/\s+/g, ' ')).toContain(
      `0 changes to 0 models, and 4 changes some time between ${gap}, which cannot be dated. <a`,
    );
    expect(page('models/openai/gpt-4.1')).toContain(`It was removed some time between ${gap}`);
    expect(page('models/openai/gpt-4.1')).toContain(
      `<meta name="description" content="Removed: some time between ${gap}. `,
    );
    expect(page('models/openai/gpt-4.1')).toMatch(
      new RegExp(`Removed</dt>\\s*<dd>some time between ${gap}<`),
    );
    expect(page('retiring')).toMatch(
      new RegExp(`/models/openai/gpt-4o-mini/".*?<td[^>]*>some time between ${gap}<`, 's'),
    );
    expect(page('models/openai/gpt-4o')).toContain(`the last some time between ${gap}`);
  },
);

it(
  'a build of a capture some weeks after the last one shows no undated price change as current',
  { timeout: A_BUILD },
  async () => {
    const ledger = await readLedger(projectPaths(ROOT).ledger);
    const last = ledger.state.last.any ?? '';
    const now = daysEarlier(last, -19);
    const known = historyFrom(ledger, last);
    const dated = netMoves(known.changes({ after: daysEarlier(now, 30) })).filter(
      ({ id }) => known.historyOf(id)?.isListed && !id.includes(':') && !id.startsWith('~'),
    );
    const [moved, same] = dated.map(({ id }) => id);
    if (moved === undefined || same === undefined) throw new Error('Too few prices changed before the end.');
    await buildAsOf(now, ({ data }) => {
      for (const row of data) if (row.id === moved) row.pricing.prompt = '0.0123';
    });
    const row = (id: string): string => rowOf(page('models'), id);
    expect(row(moved)).not.toMatch(/class="tag (?:up|down)/);
    expect(row(same)).toMatch(/class="tag (?:up|down)/);
    expect(page('')).toContain(`What changed between ${date(last)} and ${date(now)} cannot be dated`);
  },
);

/** The row of a model in a list, as HTML; throws where it has none. */
function rowOf(list: string, id: string): string {
  const $ = load(list);
  const row = $.html($(modelRow(id)));
  if (row === '') throw new Error(`${id} has no row.`);
  return row;
}
