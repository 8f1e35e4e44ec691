import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { appendFile, cp, mkdir, mkdtemp, readFile, readdir, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/paths.ts';

/** The nightly of a project in which the steps that take long are stand-ins. */

const LEDGER = 'src/data/ledger/2026.ndjson';
const HEADER = '{"kind":"ledger","version":1}\n';
const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    scripts: { record: 'node record.mjs', build: 'node build.mjs' },
  }),
  'record.mjs': `import { appendFileSync, existsSync, readFileSync } from 'node:fs';
    if (existsSync('refuse')) process.exit(1);
    const day = readFileSync('${LEDGER}', 'utf8').split('\\n').length - 1;
    const at = '2026-03-0' + day + 'T03:00:00.000Z';
    appendFileSync('${LEDGER}', JSON.stringify({ kind: 'capture', at, scope: 'all', rows: 0, events: 0 }) + '\\n');`,
  'build.mjs': `import { mkdirSync, writeFileSync } from 'node:fs';
    const folder = process.argv[process.argv.indexOf('--out') + 1];
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/index.html', 'new');`,
  'src/cli/nightly-check.ts': '',
  [LEDGER]: HEADER,
  '.gitignore': 'dist/\ndist.*/\n.cache/\nnode_modules\n',
  '.gitattributes': 'src/data/**/*.ndjson -merge\n',
};
const REAL = [
  ...[
    'nightly.sh',
    'nightly-commit.ts',
    'nightly-publish.ts',
    'publish.ts',
    'command.ts',
    'system-problem.ts',
  ].map((file) => `cli/${file}`),
  ...[
    'cli/project-paths.ts',
    'cli/recorded-data.ts',
    'cli/lost-lines.ts',
    'files',
    'ledger',
    'rankings',
    'history',
    'upstream',
    'catalog',
    'config.ts',
  ],
];

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'nightly-'));
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  for (const file of REAL) await cp(join(ROOT, 'src', file), join(project, 'src', file), { recursive: true });
  await symlink(join(ROOT, 'node_modules'), join(project, 'node_modules'));
});
afterEach(() => rm(project, { recursive: true }));

async function write(file: string, text: string): Promise<void> {
  await mkdir(dirname(join(project, file)), { recursive: true });
  await writeFile(join(project, file), text);
}

interface Outcome {
  readonly code: number;
  readonly out: string;
  readonly complaint: string;
}

function run(command: string, args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Outcome> {
  return new Promise((settle) => {
    // As npm does for its scripts: the project's Node comes first.
    const PATH = `${dirname(process.execPath)}:${process.env.PATH ?? ''}`;
    execFile(
      command,
      args,
      { cwd: project, env: { ...process.env, PATH, ...env } },
      (error, out, complaint) => {
        settle({ code: error ? Number(error.code) : 0, out, complaint });
      },
    );
  });
}

const nightly = (...steps: readonly string[]) => run('sh', ['src/cli/nightly.sh', ...steps]);
const git = async (...args: readonly string[]) => {
  const { out, complaint, code } = await run('git', args);
  expect(code, complaint).toBe(0);
  return out.trim();
};
/** Makes the project a repository with one commit. */
async function checkout(): Promise<void> {
  await git('init', '--quiet', '--initial-branch', 'main');
  await git('config', 'user.name', 'Nightly');
  await git('config', 'user.email', 'nightly@catalog.example');
  await git('add', '.');
  await git('commit', '--quiet', '--message', 'Eve');
}
const shown = () => readFile(join(project, 'dist/index.html'), 'utf8');
const stepsIn = ({ out }: Outcome) => [...out.matchAll(/^== (.*)$/gm)].map(([, step]) => step);

describe('npm run nightly without steps', () => {
  it('records, builds and publishes', async () => {
    const outcome = await nightly();
    expect(outcome.complaint).toBe('');
    expect(stepsIn(outcome)).toEqual(['record', 'build', 'check', 'publish', 'deploy']);
    expect(await shown()).toBe('new');
  });

  it('commits in a git checkout, and only what it recorded', async () => {
    await checkout();
    await write('draft', 'staged by somebody');
    await git('add', 'draft');
    await write('src/data/junk.txt', 'left by somebody');
    await write('src/data/ledger/notes.txt', 'left by somebody');
    const outcome = await nightly();
    expect(outcome.complaint).toBe('');
    expect(stepsIn(outcome)).toEqual(['record', 'commit', 'build', 'check', 'publish', 'deploy']);
    expect(await git('show', '--name-only', '--format=%s', 'HEAD')).toBe(
      `Record the catalog of 2026-03-01\n\n${LEDGER}`,
    );
    expect((await git('status', '--porcelain')).split('\n')).toEqual([
      'A  draft',
      '?? src/data/junk.txt',
      '?? src/data/ledger/notes.txt',
    ]);
  });
});

describe('npm run nightly -- commit', () => {
  beforeEach(checkout);

  it('says when there is nothing to commit', async () => {
    expect((await nightly('commit')).out).toContain('Nothing to commit.');
  });

  it('refuses to run during an unresolved merge, and leaves the merge alone', async () => {
    await git('switch', '--quiet', '--create', 'other');
    await nightly('record', 'commit');
    await appendFile(join(project, LEDGER), '\n');
    await git('switch', '--quiet', '--force', 'main');
    await nightly('record', 'record', 'commit');
    expect((await run('git', ['merge', 'other'])).code).toBe(1);
    const before = await git('status', '--porcelain');
    expect(before).toContain(`UU ${LEDGER}`);
    const { code, out, complaint } = await nightly();
    expect(code).toBe(1);
    expect(out).not.toContain('== record');
    expect(complaint).toContain(`in the middle of a merge (${LEDGER}, MERGE_HEAD)`);
    expect(complaint).toContain('npm run -s ledger -- merge DIR');
    expect(await git('status', '--porcelain')).toBe(before);
    // Resolved by hand, but not concluded.
    await git('add', LEDGER);
    expect((await nightly('commit')).complaint).toContain('in the middle of a merge (MERGE_HEAD)');
    await git('commit', '--quiet', '--message', 'Merge');
    expect(await nightly('record', 'commit')).toMatchObject({ code: 0, complaint: '' });
  });

  it('warns on a detached HEAD', async () => {
    await git('checkout', '--quiet', '--detach');
    const { code, complaint } = await nightly('record', 'commit');
    expect(code).toBe(0);
    expect(complaint).toContain('Warning: HEAD is detached');
    expect(await git('log', '--format=%s', '-1')).toBe('Record the catalog of 2026-03-01');
  });

  it('refuses to commit a damaged ledger', async () => {
    await write(LEDGER, `${HEADER}nonsense\n`);
    const { code, complaint } = await nightly('commit');
    expect(code).toBe(1);
    expect(complaint).toContain('2026.ndjson, line 2: ');
    expect(await git('log', '--format=%s')).toBe('Eve');
  });

  it('prints what Git says when Git cannot commit', async () => {
    await write('hooks/pre-commit', '#!/bin/sh\necho not today >&2\nexit 1\n');
    await run('chmod', ['+x', 'hooks/pre-commit']);
    await git('config', 'core.hooksPath', 'hooks');
    const { code, complaint } = await nightly('record', 'commit');
    expect(code).toBe(1);
    expect(complaint).toContain('"git commit" failed, so nothing was committed: not today');
    expect(complaint).not.toMatch(/^ +at /m);
  });
});

describe('npm run nightly after a failure', () => {
  beforeEach(() => write('dist/index.html', 'old'));

  it('says that dist is unchanged when it fails before it publishes', async () => {
    await write('refuse', '');
    const { complaint } = await nightly('record', 'build', 'check', 'publish');
    expect(complaint).toContain('stopped at "record": dist is as it was, and nothing was handed over.');
    expect(await shown()).toBe('old');
  });

  it('reports that dist holds the new site when only the deployment fails', async () => {
    const { code, complaint } = await run('sh', ['src/cli/nightly.sh', 'build', 'publish', 'deploy'], {
      NIGHTLY_DEPLOY: 'exit 3',
    });
    expect(code).toBe(3);
    expect(complaint).toContain('stopped at "deploy": dist holds the new site, but handing it over failed');
    expect(await shown()).toBe('new');
  });

  it('says that dist is unchanged when it only deploys and fails', async () => {
    const { complaint } = await run('sh', ['src/cli/nightly.sh', 'deploy'], { NIGHTLY_DEPLOY: 'exit 3' });
    expect(complaint).toContain('stopped at "deploy": dist is as it was, but handing it over failed');
  });
});

describe('npm run nightly -- publish', () => {
  it('replaces the site and leaves nothing beside it', async () => {
    await write('dist/index.html', 'old');
    await write('dist/gone.html', 'old');
    expect(await nightly('build', 'check', 'publish')).toMatchObject({ code: 0 });
    expect(await readdir(join(project, 'dist'))).toEqual(['index.html']);
    expect((await readdir(project)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('restores the old site after an interrupted publish, even when the next night fails', async () => {
    await write('dist.previous/index.html', 'old');
    await write('refuse', '');
    const { code, complaint } = await nightly();
    expect(code).toBe(1);
    expect(complaint).toContain('The nightly stopped at "record"');
    expect(await shown()).toBe('old');
  });

  it('keeps the old site when none was built', async () => {
    await write('dist/index.html', 'old');
    const { code, complaint } = await nightly('publish');
    expect(code).toBe(1);
    expect(complaint).toContain('There is no built site in .cache/nightly/site.');
    expect(await shown()).toBe('old');
  });
});

describe('npm run nightly twice at once', () => {
  const LOCK = '.cache/nightly/lock';

  it('runs one, and the other names the process and the lock', async () => {
    await write(`${LOCK}/pid`, String(process.pid));
    const { code, complaint } = await nightly('record');
    expect(code).toBe(75);
    expect(complaint).toContain(`Another nightly (process ${process.pid}) is running`);
    expect(complaint).toContain(`delete ${LOCK}`);
    expect(existsSync(join(project, LOCK))).toBe(true);
    expect(await readFile(join(project, LEDGER), 'utf8')).toBe(HEADER);
  });

  it('takes over the lock of a process that was stopped', async () => {
    const ended = await run('sh', ['-c', 'echo $$']);
    await write(`${LOCK}/pid`, ended.out);
    expect(await nightly('record')).toMatchObject({ code: 0, complaint: '' });
    expect(existsSync(join(project, LOCK))).toBe(false);
  });

  it('runs again after a success or a failure', async () => {
    await write('refuse', '');
    expect(await nightly('record')).toMatchObject({ code: 1 });
    await rm(join(project, 'refuse'));
    expect(await nightly('record')).toMatchObject({ code: 0 });
    expect(await nightly('dance')).toMatchObject({ code: 64 });
  });
});
