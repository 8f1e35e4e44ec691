import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ROOT } from '../../support/paths.ts';

/** The nightly of a project in which every step but the nightly's own is a stand-in. */

const FILES: Readonly<Record<string, string>> = {
  'package.json': JSON.stringify({
    type: 'module',
    scripts: { record: 'node record.mjs', build: 'node build.mjs' },
  }),
  'record.mjs': `import { appendFileSync, existsSync } from 'node:fs';
    if (existsSync('refuse')) process.exit(1);
    appendFileSync('src/data/ledger', 'a night\\n');`,
  'build.mjs': `import { mkdirSync, writeFileSync } from 'node:fs';
    const folder = process.argv[process.argv.indexOf('--out') + 1];
    mkdirSync(folder, { recursive: true });
    writeFileSync(folder + '/index.html', 'new');`,
  'src/cli/nightly-check.ts': '',
  'src/data/ledger': '',
  '.gitignore': 'dist/\n.cache/\n',
};
const REAL = ['nightly.sh', 'nightly-publish.ts', 'publish.ts', 'command.ts', 'project-paths.ts'];

let project: string;

beforeEach(async () => {
  project = await mkdtemp(join(tmpdir(), 'nightly-'));
  for (const [file, text] of Object.entries(FILES)) await write(file, text);
  for (const file of REAL) await cp(join(ROOT, 'src/cli', file), join(project, 'src/cli', file));
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
const shown = () => readFile(join(project, 'dist/index.html'), 'utf8');
const stepsIn = ({ out }: Outcome) => [...out.matchAll(/^== (.*)$/gm)].map(([, step]) => step);

describe('without steps', () => {
  it('records, builds and publishes', async () => {
    const outcome = await nightly();
    expect(outcome.complaint).toBe('');
    expect(stepsIn(outcome)).toEqual(['record', 'build', 'check', 'publish', 'deploy']);
    expect(await shown()).toBe('new');
  });

  it('also commits in a git checkout, and nothing but the data', async () => {
    await git('init', '--quiet');
    await git('config', 'user.name', 'Nightly');
    await git('config', 'user.email', 'nightly@catalog.example');
    await git('add', '.');
    await git('commit', '--quiet', '--message', 'Eve');
    await write('draft', 'staged by somebody');
    await git('add', 'draft');
    const outcome = await nightly();
    expect(outcome.complaint).toBe('');
    expect(stepsIn(outcome)).toEqual(['record', 'commit', 'build', 'check', 'publish', 'deploy']);
    expect(await git('show', '--name-only', '--format=%s', 'HEAD')).toMatch(
      /^Record the catalog of [\d-]+\n\nsrc\/data\/ledger$/,
    );
    expect(await git('status', '--porcelain')).toBe('A  draft');
  });
});

describe('publishing', () => {
  it('replaces the site that is there, and leaves nothing beside it', async () => {
    await write('dist/index.html', 'old');
    await write('dist/gone.html', 'old');
    expect(await nightly('build', 'check', 'publish')).toMatchObject({ code: 0 });
    expect(await readdir(join(project, 'dist'))).toEqual(['index.html']);
    expect((await readdir(project)).filter((name) => name.startsWith('dist'))).toEqual(['dist']);
  });

  it('that was stopped on the way gives the old site back also when the next night fails', async () => {
    await write('dist.previous/index.html', 'old');
    await write('refuse', '');
    const { code, complaint } = await nightly();
    expect(code).toBe(1);
    expect(complaint).toContain('The nightly stopped at "record"');
    expect(await shown()).toBe('old');
  });

  it('keeps the old site where none was built', async () => {
    await write('dist/index.html', 'old');
    const { code, complaint } = await nightly('publish');
    expect(code).toBe(1);
    expect(complaint).toContain('There is no built site in .cache/nightly/site.');
    expect(await shown()).toBe('old');
  });
});

describe('two nights at once', () => {
  const LOCK = '.cache/nightly/lock';

  it('are one, and the other says why it is not', async () => {
    await write(`${LOCK}/pid`, String(process.pid));
    const { code, complaint } = await nightly('record');
    expect(code).toBe(75);
    expect(complaint).toContain(`Another nightly (process ${process.pid}) is at work`);
    expect(complaint).toContain(`delete ${LOCK}`);
    expect(existsSync(join(project, LOCK))).toBe(true);
    expect(await readFile(join(project, 'src/data/ledger'), 'utf8')).toBe('');
  });

  it('are not taken for two where the first was stopped', async () => {
    const ended = await run('sh', ['-c', 'echo $$']);
    await write(`${LOCK}/pid`, ended.out);
    expect(await nightly('record')).toMatchObject({ code: 0, complaint: '' });
    expect(existsSync(join(project, LOCK))).toBe(false);
  });

  it('can follow one another, whether the first failed or not', async () => {
    await write('refuse', '');
    expect(await nightly('record')).toMatchObject({ code: 1 });
    await rm(join(project, 'refuse'));
    expect(await nightly('record')).toMatchObject({ code: 0 });
    expect(await nightly('dance')).toMatchObject({ code: 64 });
  });
});

describe('the workflow', () => {
  it('keeps a report also of a night that wrote no log', async () => {
    const workflow = await readFile(join(ROOT, '.github/workflows/nightly.yml'), 'utf8');
    const step = workflow.split('      - name: ').find((text) => text.startsWith('Keep the report'));
    const [, block = ''] = /run: \|\n((?: {10}.*\n|\n)+)/.exec(step ?? '') ?? [];
    expect(block).toContain('GITHUB_OUTPUT');
    await write('bin/openssl', '#!/bin/sh\necho 123\n');
    await run('chmod', ['+x', 'bin/openssl']);
    const env = { GITHUB_OUTPUT: join(project, 'output'), PATH: `${project}/bin:${process.env.PATH ?? ''}` };
    const outcome = await run('bash', ['-eo', 'pipefail', '-c', block.replace(/^ {10}/gm, '')], env);
    expect(outcome).toMatchObject({ code: 0, complaint: '' });
    expect(await readFile(join(project, 'output'), 'utf8')).toBe('text<<end-123\nend-123\n');
  });
});
