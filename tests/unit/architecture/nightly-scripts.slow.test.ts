import { execFile } from 'node:child_process';
import { appendFile, chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { NIGHTLY, WORKFLOW_FOLDER } from '../../support/workflows.ts';

interface Outcome {
  readonly code: number;
  readonly said: string;
}

/** What the jobs of the workflow run, with stand-ins for what only the host has. */
describe('the scripts of the nightly workflow', () => {
  let folder: string;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'workflow-'));
    await mkdir(join(folder, 'bin'));
  });
  afterEach(() => rm(folder, { recursive: true }));

  /** Puts a program of that name before those of the system. */
  async function standIn(name: string, script: string): Promise<void> {
    await writeFile(join(folder, 'bin', name), `#!/bin/sh\n${script}\n`);
    await chmod(join(folder, 'bin', name), 0o755);
  }

  function run(
    command: string,
    args: readonly string[],
    env: NodeJS.ProcessEnv = {},
    cwd = folder,
  ): Promise<Outcome> {
    const PATH = `${join(folder, 'bin')}:${process.env.PATH ?? ''}`;
    return new Promise((settle) => {
      execFile(command, args, { cwd, env: { ...process.env, PATH, ...env } }, (error, out, complaint) => {
        settle({ code: error ? Number(error.code) : 0, said: out + complaint });
      });
    });
  }

  it('keep a report even of a night that wrote no log', async () => {
    await standIn('openssl', 'echo 123');
    const output = join(folder, 'output');
    const report = () => run('bash', [join(WORKFLOW_FOLDER, 'keep-report.sh')], { GITHUB_OUTPUT: output });
    expect(await report()).toEqual({ code: 0, said: '' });
    expect(await readFile(output, 'utf8')).toBe('text<<end-123\nend-123\n');
    await writeFile(join(folder, 'nightly.log'), '# refused\n');
    await report();
    expect(await readFile(output, 'utf8')).toContain('text<<end-123\n    # refused\nend-123\n');
  });

  describe('the job that reports a failure', () => {
    const [{ run: script, env } = { run: '', env: {} }] = NIGHTLY.tell?.steps ?? [];
    const tell = async (numbers: string, deployed: string): Promise<readonly string[]> => {
      await standIn('gh', `[ "$1" = api ] && printf '${numbers}'; echo "$@" >>called; exit 0`);
      const given = {
        ...env,
        GH_REPO: 'me/mine',
        DEPLOYED: deployed,
        REPORTS: '    refused',
        RUN: 'https://run',
      };
      const outcome = await run('bash', ['-eo', 'pipefail', '-c', script], given);
      expect(outcome).toEqual({ code: 0, said: '' });
      return (await readFile(join(folder, 'called'), 'utf8')).trim().split('\n');
    };
    const body = () => readFile(join(folder, 'body.md'), 'utf8');

    it('asks for all open issues and picks its own', async () => {
      const [asked] = await tell('', 'skipped');
      expect(asked).toContain('api --paginate repos/me/mine/issues?state=open&per_page=100 --jq');
      expect(script).toContain(
        '.title == env.TITLE and .user.login == "github-actions[bot]" and .pull_request == null',
      );
    });

    it('opens an issue, or comments on the one that is open', async () => {
      expect((await tell('', 'skipped')).at(-1)).toBe(
        'issue create --title The nightly failed --body-file body.md',
      );
      expect((await tell('7312\\n4\\n', 'skipped')).at(-1)).toBe('issue comment 7312 --body-file body.md');
    });

    it('says whether the published site changed', async () => {
      await tell('', 'skipped');
      expect(await body()).toMatch(/^The published site stays as it was\. .*https:\/\/run\n\n {4}refused\n/);
      await tell('', 'failure');
      expect(await body()).toContain('The deployment did not end, so look at the published site.');
    });
  });

  describe('the job that pushes', () => {
    const LEDGER = 'src/data/ledger/2026.ndjson';
    let recording: string;
    let pushing: string;
    const git = async (cwd: string, ...args: readonly string[]): Promise<string> => {
      const { code, said } = await run('git', args, {}, cwd);
      expect(code, said).toBe(0);
      return said.trim();
    };
    const write = async (file: string, text: string): Promise<void> => {
      await mkdir(join(recording, file, '..'), { recursive: true });
      await writeFile(join(recording, file), text);
    };
    const commit = async (): Promise<void> => {
      await git(recording, 'add', '.');
      await git(recording, 'commit', '--quiet', '--message', 'Record the catalog of 2026-03-02');
    };
    /** What the recording job hands over, and what the pushing job does with it. */
    const push = async (): Promise<Outcome> => {
      const recorded = join(folder, 'recorded');
      await mkdir(recorded);
      const handOver = NIGHTLY.record?.steps.find(({ name }) => name === 'Commit')?.run ?? '';
      const patch = handOver.split('\n').find((line) => line.startsWith('git format-patch'));
      const base = await git(recording, 'rev-parse', 'origin/main');
      await run(
        'bash',
        ['-c', (patch ?? '').replace(' recorded ', ` ${recorded} `)],
        { GITHUB_SHA: base },
        recording,
      );
      await run('tar', ['--create', '--file', join(folder, 'artifact.tar'), '--directory', recorded, '.']);
      await standIn('gh', `for last in "$@"; do :; done; cp '${join(folder, 'artifact.tar')}' "$last/"`);
      return run('bash', [join(WORKFLOW_FOLDER, 'push-recorded.sh')], { GITHUB_RUN_ID: '1' }, pushing);
    };

    beforeEach(async () => {
      const origin = join(folder, 'origin');
      recording = join(folder, 'recording');
      pushing = join(folder, 'pushing');
      await git(folder, 'init', '--quiet', '--bare', '--initial-branch', 'main', origin);
      await git(folder, 'clone', '--quiet', origin, recording);
      for (const [name, value] of [
        ['user.name', 'Eve'],
        ['user.email', 'eve@catalog.example'],
      ] as const) {
        await git(recording, 'config', name, value);
      }
      await write(LEDGER, 'one\n');
      await write('src/code.ts', 'mine\n');
      await write('.gitattributes', 'src/data/**/*.ndjson -merge\n');
      await git(recording, 'switch', '--quiet', '--create', 'main');
      await commit();
      await git(recording, 'push', '--quiet', '--set-upstream', 'origin', 'main');
      await git(folder, 'clone', '--quiet', '--depth', '1', `file://${origin}`, pushing);
    });
    const pushed = async (...paths: readonly string[]): Promise<readonly string[]> => {
      await git(recording, 'fetch', '--quiet');
      return Promise.all(paths.map((path) => git(recording, 'show', `origin/main:${path}`)));
    };

    it('pushes the data and the message, and nothing else from the patch', async () => {
      await appendFile(join(recording, LEDGER), 'two\n');
      await write('src/code.ts', 'taken over\n');
      await write('.github/workflows/evil.yml', 'on: push\n');
      await commit();
      expect(await push()).toEqual({ code: 0, said: 'Pushed: Record the catalog of 2026-03-02\n' });
      expect(await pushed(LEDGER, 'src/code.ts')).toEqual(['one\ntwo', 'mine']);
      expect(await git(recording, 'ls-tree', '-r', '--name-only', 'origin/main')).not.toContain('evil');
    });

    it('pushes nothing when nothing was recorded', async () => {
      expect(await push()).toEqual({ code: 0, said: 'Nothing to push.\n' });
    });

    it('refuses to push a commit that removes lines of the ledger', async () => {
      await write(LEDGER, 'another\n');
      await commit();
      const { code, said } = await push();
      expect(code).toBe(1);
      expect(said).toContain(`takes lines from ${LEDGER}. It was not pushed.`);
      expect(await pushed(LEDGER)).toEqual(['one']);
    });

    it('rebases on commits pushed meanwhile, and refuses when one of them is another night', async () => {
      const other = join(folder, 'other');
      await git(folder, 'clone', '--quiet', join(folder, 'origin'), other);
      await git(other, 'config', 'user.name', 'Other');
      await git(other, 'config', 'user.email', 'other@catalog.example');
      await appendFile(join(other, 'src/code.ts'), 'more\n');
      await git(other, 'commit', '--quiet', '--all', '--message', 'More');
      await git(other, 'push', '--quiet');
      await appendFile(join(recording, LEDGER), 'two\n');
      await commit();
      expect((await push()).code).toBe(0);
      expect(await pushed(LEDGER, 'src/code.ts')).toEqual(['one\ntwo', 'mine\nmore']);

      await rm(join(folder, 'recorded'), { recursive: true });
      await git(other, 'pull', '--quiet');
      await appendFile(join(other, LEDGER), 'three elsewhere\n');
      await git(other, 'commit', '--quiet', '--all', '--message', 'Another night');
      await git(other, 'push', '--quiet');
      await git(recording, 'reset', '--quiet', '--hard', 'origin/main');
      await appendFile(join(recording, LEDGER), 'three\n');
      await commit();
      expect((await push()).code).toBe(1);
      expect(await pushed(LEDGER)).toEqual(['one\ntwo\nthree elsewhere']);
    });
  });
});
