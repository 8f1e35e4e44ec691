import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** Whether the feed reader of Debian's package `newsboat` is there. */
export const hasNewsboat = (): boolean => spawnSync('newsboat', ['--version']).status === 0;

export interface NewsItem {
  readonly guid: string;
  readonly title: string;
  readonly url: string;
}

/** What a real reader lists after it has fetched each feed; the feeds are files. */
export function readWithNewsboat(files: readonly string[]): ReadonlyMap<string, readonly NewsItem[]> {
  const folder = mkdtempSync(join(tmpdir(), 'newsboat-'));
  const at = (name: string): string => join(folder, name);
  try {
    writeFileSync(at('urls'), files.map((file) => `file://${file}\n`).join(''));
    writeFileSync(at('config'), 'reload-threads 2\nshow-read-feeds yes\n');
    execFileSync('newsboat', ['-u', at('urls'), '-c', at('cache.db'), '-C', at('config'), '-x', 'reload'], {
      env: { ...process.env, HOME: folder, XDG_CONFIG_HOME: folder, XDG_DATA_HOME: folder },
    });
    const database = new DatabaseSync(at('cache.db'), { readOnly: true });
    const select = database.prepare(
      'SELECT guid, title, url FROM rss_item WHERE feedurl = ? ORDER BY pubDate DESC, id',
    );
    const read = files.map((file) => [file, select.all(`file://${file}`) as unknown as NewsItem[]] as const);
    database.close();
    return new Map(read);
  } finally {
    rmSync(folder, { recursive: true });
  }
}
