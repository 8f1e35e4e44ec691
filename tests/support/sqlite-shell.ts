import { execFileSync, spawnSync } from 'node:child_process';

/** Whether the shell of Debian's package `sqlite3` is there. */
export const hasSqliteShell = (): boolean => spawnSync('sqlite3', ['--version']).status === 0;

/** What the shell prints for a query, without changing the file. `mode` is one of its output modes. */
export function sqliteShell(file: string, query: string, mode: 'json' | 'markdown' = 'json'): string {
  return execFileSync('sqlite3', ['-batch', '-readonly', `-${mode}`, file, query], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
}
