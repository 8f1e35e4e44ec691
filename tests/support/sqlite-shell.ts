import { execFileSync, spawnSync } from 'node:child_process';
import type { Row } from './duckdb.ts';

/** Whether the shell of Debian's package `sqlite3` is there. */
export const hasSqliteShell = (): boolean => spawnSync('sqlite3', ['--version']).status === 0;

/** The rows of a query, without changing the file. */
export function sqliteRows(file: string, query: string): readonly Row[] {
  const printed = execFileSync('sqlite3', ['-batch', '-readonly', '-json', file, query], {
    encoding: 'utf8',
    maxBuffer: 1e9,
  });
  return JSON.parse(printed || '[]') as readonly Row[];
}
