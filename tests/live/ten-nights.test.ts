import { execFile } from 'node:child_process';
import { cp, mkdir, readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { projectPaths } from '../../src/cli/project-paths.ts';
import { readReplayCapture, type ReplayCapture } from '../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../src/upstream/replay/server.ts';
import { readCapture } from '../../src/upstream/capture.ts';
import { ROOT, SCRATCH } from '../support/paths.ts';
import { dailyCapture } from '../support/real-captures.ts';
import { copyProject, giveLedger, importHistory, run } from '../support/project.ts';
import { writeCapture } from '../support/write-capture.ts';

/** Ten nights in a row of a project of its own, with a git repository, against real captures. */

const PROJECT = join(SCRATCH, 'nightly/project');
const IMPORTED = join(SCRATCH, 'nightly/imported');
const EVE = '2026-08-12';

interface Night {
  readonly day: string;
  readonly faults: readonly string[];
  readonly isRecorded: boolean;
  /** The steps that are run; the script's own choice when empty. */
  readonly steps: readonly string[];
}

const recorded = (day: string, ...faults: string[]): Night => ({
  day,
  faults,
  isRecorded: true,
  steps: ['record', 'commit'],
});
const lost = (day: string, ...faults: string[]): Night => ({ day, faults, isRecorded: false, steps: [] });

const NIGHTS: readonly Night[] = [
  { ...recorded('2026-08-13'), steps: ['record', 'commit', 'build', 'check', 'publish'] },
  recorded('2026-08-14', 'category=legal status=404'),
  lost('2026-08-15', '!category !sort body=html'),
  recorded('2026-08-16', 'nth=1 status=429 retry-after=1'),
  lost('2026-08-17', '!category !sort rows=200'),
  recorded('2026-08-18', '!category !sort nth=1 cut=50%'),
  lost('2026-08-19', '!category !sort wrong-types=60'),
  lost('2026-08-20', 'status=403 body=html'),
  recorded('2026-08-21', 'sort=most-popular status=404'),
  { ...recorded('2026-08-22'), steps: [] },
];

/**
 * The response of a night. A night that is not recorded reuses the rows of the last recorded one, because its
 * purpose is its fault.
 */
async function answerOf({ day, isRecorded }: Night): Promise<ReplayCapture> {
  const days = NIGHTS.filter((night) => night.isRecorded && night.day <= day).map((night) => night.day);
  const answer = await readReplayCapture(dailyCapture(days.at(-1) ?? EVE), ROOT);
  return isRecorded ? answer : { ...answer, capturedAt: `${day}T00:00:00.000Z` };
}

let server: ReplayServer;

async function git(...args: readonly string[]): Promise<string> {
  const { stdout } = await promisify(execFile)('git', args, { cwd: PROJECT });
  return stdout.trim();
}

const siteText = (): Promise<string> =>
  readFile(join(PROJECT, 'dist/build.json'), 'utf8').catch(() => 'no site');

/** A project as it was on the eve of the first night. */
async function prepare(root: string): Promise<void> {
  await giveLedger(root, `${EVE}T23:59:59.999Z`);
  await writeCapture(projectPaths(root).embeddedCapture, await readCapture(dailyCapture(EVE)));
}

describe('npm run nightly on ten nights', () => {
  beforeAll(async () => {
    await copyProject(PROJECT);
    await prepare(PROJECT);
    await git('init', '--quiet');
    await git('config', 'user.name', 'Nightly');
    await git('config', 'user.email', 'nightly@catalog.example');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'Eve');
    server = await startReplay({ capture: await readReplayCapture(dailyCapture(EVE), ROOT) });
  }, 120_000);

  afterAll(async () => {
    await server.close();
  });

  it.each(NIGHTS)(
    'records the night or leaves the project unchanged: $day',
    { timeout: 600_000 },
    async (night) => {
      server.use(await answerOf(night));
      server.fail(night.faults);
      const before = { head: await git('rev-parse', 'HEAD'), site: await siteText() };

      const { code, said } = await run('npm', ['run', '-s', 'nightly', '--', ...night.steps], PROJECT, {
        OPENROUTER_API_URL: server.url,
        CATALOG_OUTPUTS: 'text',
        NIGHTLY_DEPLOY: 'echo deployed the site',
      });

      expect(code === 0, said).toBe(night.isRecorded);
      if (!night.isRecorded) {
        expect(said).toContain('The nightly stopped at "record"');
        expect(said).not.toContain('deployed the site');
        expect(await git('status', '--porcelain')).toBe('');
        expect({ head: await git('rev-parse', 'HEAD'), site: await siteText() }).toEqual(before);
        return;
      }
      if (night.steps.length === 0 || night.steps.includes('commit')) {
        const changed = (await git('show', '--numstat', '--format=', 'HEAD'))
          .split('\n')
          .map((line) => line.split('\t'));
        expect(changed.map(([, , file]) => file)).toEqual([
          'src/data/embedded-capture.json',
          'src/data/ledger/2026.ndjson',
          'src/data/rankings/2026.ndjson',
        ]);
        expect(changed.slice(1).map(([, deleted]) => deleted)).toEqual(['0', '0']);
      }
      const isBuilt = night.steps.length === 0 || night.steps.includes('build');
      if (isBuilt) expect(await siteText()).toContain(`"captured_at": "${night.day}T00:00:00.000Z"`);
      else expect(await siteText()).toBe(before.site);
      expect(said.includes('deployed the site')).toBe(night.steps.length === 0);
    },
  );

  it('ends with the ledger that an import of the recorded nights gives', { timeout: 120_000 }, async () => {
    await rm(IMPORTED, { recursive: true, force: true });
    await prepare(IMPORTED);
    const folder = join(IMPORTED, 'captures');
    await mkdir(folder, { recursive: true });
    for (const { day } of NIGHTS.filter(({ isRecorded }) => isRecorded)) {
      await cp(dailyCapture(day), join(folder, `${day}.json.gz`));
    }
    const { code, said } = await importHistory(IMPORTED, folder);
    expect(code, said).toBe(0);
    expect(said).toContain('6 captures found, 6 added');
    const [own, imported] = [projectPaths(PROJECT).ledger, projectPaths(IMPORTED).ledger];
    const names = await readdir(own);
    expect(names).toEqual(['2024.ndjson', '2025.ndjson', '2026.ndjson']);
    for (const name of names) {
      expect(
        (await readFile(join(own, name), 'utf8')) === (await readFile(join(imported, name), 'utf8')),
        name,
      ).toBe(true);
    }
  });

  it('shows how ranks moved since the last record of a week before, and names its day', async () => {
    // The night of August 15 was lost.
    const page = await readFile(join(PROJECT, 'dist/models/openai/gpt-5.6-luna/index.html'), 'utf8');
    expect(page).toContain('Since Aug 14, 2026');
  });

  it('hands over no site that differs from what was recorded', async () => {
    await rm(join(PROJECT, 'dist/404.html'));
    const check = (...args: string[]) =>
      run(process.execPath, ['src/cli/nightly-check.ts', ...args], PROJECT);
    const damaged = await check();
    expect(damaged.said).toContain('404.html is missing');
    expect(damaged.code).toBe(1);
    const other = await check('--capture', dailyCapture('2026-08-21'));
    expect(other.said).toContain('captured_at');
    expect(other.code).toBe(1);
  });
});
