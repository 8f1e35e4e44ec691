import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { UserError } from '../files/user-error.ts';
import { yearFiles } from '../ledger/year-files.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT, projectPaths, type ProjectPaths } from './project-paths.ts';
import { readRecordedData } from './recorded-data.ts';

/**
 * Commits only the files that a nightly run records: the year files of the ledger and of the rankings, and
 * the embedded capture. With `--check`, only reports whether it could commit.
 */

/** Files in Git's folder during an operation that a commit would conclude or break. */
const UNDER_WAY = ['MERGE_HEAD', 'CHERRY_PICK_HEAD', 'REVERT_HEAD', 'rebase-merge', 'rebase-apply'];

class NightlyCommitError extends UserError {
  override readonly name = 'NightlyCommitError';
}

await runCommand(async () => {
  const { values } = parseArgs({ options: { check: { type: 'boolean', default: false } } });
  refuseUnmerged();
  if (values.check) return;
  const paths = projectPaths(PROJECT_ROOT);
  const { ledger } = await readRecordedData(paths);
  const files = await ownFiles(paths);
  if (files.length > 0) git('add', '--', ...files);
  if (files.length === 0 || git('diff', '--cached', '--name-only', '--', ...files) === '') {
    console.log('Nothing to commit.');
    return;
  }
  warnIfDetached();
  // The day of the data, not of this machine's clock.
  const day = ledger.state.last.any?.slice(0, 10);
  git('commit', '--quiet', '--message', `Record the catalog${day ? ` of ${day}` : ''}`, '--', ...files);
});

/** Paths from the project's root. */
async function ownFiles({ ledger, rankings, embeddedCapture }: ProjectPaths): Promise<readonly string[]> {
  const years = await Promise.all(
    [ledger, rankings].map(async (folder) => (await yearFiles(folder)).map((name) => join(folder, name))),
  );
  return [...years.flat(), embeddedCapture]
    .filter((path) => existsSync(path))
    .map((path) => relative(PROJECT_ROOT, path));
}

/** A commit during a merge would conclude it with this side's ledger alone. */
function refuseUnmerged(): void {
  // Git lists each unmerged file up to three times; the path follows a tab.
  const unmerged = new Set(
    git('ls-files', '--unmerged')
      .split('\n')
      .flatMap((line) => line.split('\t')[1] ?? []),
  );
  const underWay = UNDER_WAY.filter((name) =>
    existsSync(resolve(PROJECT_ROOT, git('rev-parse', '--git-path', name))),
  );
  if (unmerged.size === 0 && underWay.length === 0) return;
  const what = [...unmerged, ...underWay].join(', ');
  throw new NightlyCommitError(
    `Git is in the middle of a merge (${what}), and a commit now would lose one side of it. Take in the other side's ledger with "npm run -s ledger -- merge DIR", where DIR is the src/data/ledger of a second checkout (git worktree add), conclude the merge, and start the night again.`,
  );
}

function warnIfDetached(): void {
  if (run('symbolic-ref', '--quiet', 'HEAD').status === 0) return;
  console.error(
    'Warning: HEAD is detached, so this commit is on no branch and can be lost. Keep it with "git switch --create NAME".',
  );
}

function git(...args: readonly string[]): string {
  const { status, stdout, stderr, error } = run(...args);
  if (error) throw error;
  if (status !== 0) {
    throw new NightlyCommitError(`"git ${args[0] ?? ''}" failed, so nothing was committed: ${stderr.trim()}`);
  }
  return stdout.trim();
}

function run(...args: readonly string[]) {
  return spawnSync('git', args, { cwd: PROJECT_ROOT, encoding: 'utf8' });
}
