import { createHash } from 'node:crypto';
import { globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CATEGORY_NAMES } from '../../src/catalog/categories.ts';
import type { BuildReport } from '../../src/integrations/build-report.ts';
import { date } from '../../src/catalog/format.ts';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { readCapture } from '../../src/upstream/capture.ts';
import { readReplayCapture, type ReplayCapture } from '../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../src/upstream/replay/server.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, ROOT, SCRATCH, SHARED_CAPTURES } from '../support/paths.ts';
import { amountsTooHigh } from '../support/price-texts.ts';
import { dailyCapture, hasSharedCaptures } from '../support/real-captures.ts';
import { copyProject, giveLedger } from '../support/project.ts';
import { runBuild, type BuildOutcome } from '../support/run-build.ts';
import { writeCapture } from '../support/write-capture.ts';

/**
 * Whole builds against an endpoint that answers well, badly or not at all, of a project as it was on the day
 * of the frozen capture. One after the other: each takes both cores.
 */

const PROJECT = join(SCRATCH, 'live/project');
const SITE = join(SCRATCH, 'live/site');
const RAW_CAPTURES = join(SHARED_CAPTURES, 'raw');
const FROZEN_AT = '2026-08-22T00:00:00.000Z';
const LATER = '2026-08-22T03:19:00.000Z';
const A_FEW_BUILDS = 300_000;

let server: ReplayServer;

async function replay(
  file: string,
  faults: readonly string[] = [],
  over: Partial<ReplayCapture> = {},
): Promise<void> {
  server = await startReplay({ capture: { ...(await readReplayCapture(file, PROJECT)), ...over }, faults });
}

const build = (variables: Readonly<Record<string, string>> = {}): Promise<BuildOutcome> =>
  runBuild(SITE, { CATALOG_SOURCE: 'live', OPENROUTER_API_URL: server.url, ...variables }, PROJECT);

const page = (path: string): string => readFileSync(join(SITE, path, 'index.html'), 'utf8');
const report = (): BuildReport => JSON.parse(readFileSync(join(SITE, 'build.json'), 'utf8')) as BuildReport;
const rowsOn = (html: string): number => html.match(/<th scope="row"/g)?.length ?? 0;

/** Every file of the site with what is in it. */
function fingerprint(): Readonly<Record<string, string>> {
  const files = globSync('**/*', { cwd: SITE, withFileTypes: true }).filter((entry) => entry.isFile());
  const paths = files.map((entry) => join(entry.parentPath, entry.name)).sort();
  return Object.fromEntries(
    paths.map((path) => [path, createHash('sha256').update(readFileSync(path)).digest('hex')]),
  );
}

beforeAll(async () => {
  rmSync(SITE, { recursive: true, force: true });
  await copyProject(PROJECT);
  await giveLedger(PROJECT, FROZEN_AT);
  await writeCapture(projectPaths(PROJECT).embeddedCapture, await readCapture(FROZEN_CAPTURE));
});
afterEach(() => server.close());
afterAll(() => {
  rmSync(join(SCRATCH, 'live'), { recursive: true, force: true });
});

describe('a live build when the endpoint fails', () => {
  it(
    'loses the order of one failed category and says so on its page, with all outputs',
    { timeout: A_FEW_BUILDS },
    async () => {
      await replay(FROZEN_WIDE_CAPTURE, ['category=legal status=500'], { capturedAt: LATER });
      const reads = join(SCRATCH, 'live/reads');
      const { code, said } = await build({
        LEDGER_READS: reads,
        NODE_OPTIONS: `--import=${pathToFileURL(join(ROOT, 'tests/support/log-ledger-reads.ts')).href}`,
      });
      expect(said).toContain('11 of 12 categories');
      expect(code).toBe(0);
      // Loaders and pages run in two copies of each module: only the loaders may ask, and one may read.
      expect(readFileSync(reads, 'utf8')).toBe('2024.ndjson\n2025.ndjson\n2026.ndjson\n');
      const lists = server.requests.filter(({ query }) => !('category' in query) && !('sort' in query));
      expect(lists).toHaveLength(1);

      const { categories, ...rest } = report();
      expect(rest).toMatchObject({
        source: 'live',
        captured_at: LATER,
        models: 457,
        categories_origin: 'endpoint',
        quarantined: [],
        unknown: [],
      });
      expect(Object.keys(categories).sort()).toEqual(
        CATEGORY_NAMES.filter((name) => name !== 'legal').sort(),
      );

      const legal = page('categories/legal');
      expect(rowsOn(legal)).toBe(0);
      expect(legal).toContain('could not be loaded when this site was built');
      // The reason is for operators: the build prints it.
      expect(legal).not.toMatch(/category=legal|Replayed fault/);
      expect(said).toMatch(/category=legal: it answered [^\n]*500/);
      expect(rowsOn(page('categories/finance'))).toBe(categories.finance);
      expect(amountsTooHigh(SITE)).toEqual([]);
    },
  );

  it('fails when all requests fail, and leaves the site unchanged', { timeout: A_FEW_BUILDS }, async () => {
    const before = fingerprint();
    expect(Object.keys(before).length).toBeGreaterThan(400);
    await replay(FROZEN_CAPTURE, ['status=500']);
    const { code, said } = await build();
    expect(code).toBe(1);
    expect(said).toMatch(/\/models\?output_modalities=all answered .*500.*CATALOG_SOURCE=capture\.\n$/);
    expect(said).not.toMatch(/^ +at /m);
    expect(fingerprint()).toEqual(before);
  });

  it(
    'falls back with CATALOG_SOURCE=auto when all requests fail, and shows the time of its data',
    { timeout: A_FEW_BUILDS },
    async () => {
      await replay(FROZEN_CAPTURE, ['status=500']);
      const { code } = await build({ CATALOG_SOURCE: 'auto' });
      expect(code).toBe(0);
      expect(report()).toMatchObject({ source: 'embedded', captured_at: FROZEN_AT });
      for (const path of ['', 'models', 'categories/legal', 'authors/openai', 'models/openai/gpt-4.1']) {
        const html = page(path);
        expect(html, path).toContain(date(FROZEN_AT));
        expect(html, path).toContain('could not be used for this build');
      }
    },
  );
});

it(
  'a build whose page cannot be rendered names its model and field and leaves the site as it was',
  { timeout: A_FEW_BUILDS },
  async () => {
    const component = join(PROJECT, 'src/ui/model-page/Details.astro');
    const source = readFileSync(component, 'utf8');
    const before = fingerprint();
    expect(Object.keys(before).length).toBeGreaterThan(400);
    await replay(FROZEN_CAPTURE);
    writeFileSync(
      component,
      source.replace(
        /\n---\n/,
        "\nif (Astro.props.model.id === 'openai/gpt-4.1') Astro.props.model.prices.input.kind.nothing.at(0);\n---\n",
      ),
    );
    const { code, said } = await build();
    writeFileSync(component, source);
    expect(code).toBe(1);
    expect(said).toMatch(
      /\nThe page \/models\/openai\/gpt-4\.1\/ of the model openai\/gpt-4\.1 cannot be rendered, where its field "prices\.input\.kind" was read last: .*\n$/,
    );
    expect(fingerprint()).toEqual(before);
  },
);

describe('a live build of every kind of answer', () => {
  interface Answer {
    readonly date: string;
    readonly models: number;
    /** What the guard says against it. */
    readonly refusals: readonly string[];
  }

  async function expectToBeBuilt(file: string, { date, models, refusals }: Answer): Promise<void> {
    await replay(file);
    const isRefused = refusals.length > 0;
    if (isRefused) {
      const refused = await build();
      expect(refused.code).toBe(1);
      for (const words of [...refusals, 'CATALOG_GUARD=off']) expect(refused.said).toContain(words);
    }
    const { code, said } = await build(isRefused ? { CATALOG_GUARD: 'off' } : {});
    expect(code, said).toBe(0);
    const { categories, ...rest } = report();
    expect(rest).toMatchObject({
      source: 'live',
      captured_at: `${date}T00:00:00.000Z`,
      models,
      categories_origin: 'endpoint',
      quarantined: [],
    });
    expect(Object.keys(categories)).toHaveLength(12);
    expect(rest.pages).toBeGreaterThan(models);
  }

  it.each<Answer>([
    { date: '2024-11-23', models: 198, refusals: ['it holds 198 models', 'it is dated 2024-11-23'] },
    { date: '2025-03-31', models: 290, refusals: ['it holds 290 models', 'it is dated 2025-03-31'] },
  ])(
    'is refused by the guard and works without it, with facts only: $date',
    { timeout: A_FEW_BUILDS },
    (answer) => expectToBeBuilt(dailyCapture(answer.date), answer),
  );

  it.skipIf(!hasSharedCaptures).each<Answer>([
    { date: '2024-10-02', models: 186, refusals: ['it holds 186 models', 'it is dated 2024-10-02'] },
    { date: '2025-05-05', models: 318, refusals: ['it holds 318 models', 'it is dated 2025-05-05'] },
    { date: '2026-04-06', models: 348, refusals: ['it is dated 2026-04-06'] },
    { date: '2026-08-22', models: 421, refusals: [] },
  ])(
    'works with descriptions, without the guard where it refuses: $date',
    { timeout: A_FEW_BUILDS },
    (answer) => expectToBeBuilt(join(RAW_CAPTURES, `${answer.date}.json`), answer),
  );
});
