import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { duckdb, rowsOf, type Row } from '../support/duckdb.ts';
import { ROOT } from '../support/paths.ts';
import { siteDir } from '../support/sites.ts';
import { hasSqliteShell, sqliteRows } from '../support/sqlite-shell.ts';

const DOCUMENT = join(ROOT, 'docs/data.md');
const DATA = join(siteDir('plain'), 'data');
const QUERY = /```sql (duckdb|sqlite)\n([^`]+)```\n\n```text\n[^`]*```/g;

it.skipIf(!hasSqliteShell())(
  'the worked queries of docs/data.md give the answers that it prints',
  async () => {
    const text = readFileSync(DOCUMENT, 'utf8');
    const db = await duckdb();
    const answers: string[] = [];
    for (const [, program, query = ''] of text.matchAll(QUERY)) {
      const rows =
        program === 'duckdb'
          ? await rowsOf(db, query.replaceAll("'data/", `'${DATA}/`))
          : sqliteRows(join(DATA, 'modeldex.sqlite'), query);
      expect(rows.length).toBeGreaterThan(2);
      answers.push(tableText(rows));
    }
    expect(answers).toHaveLength(5);
    // "npx vitest run --project=build worked-queries -u" writes the answers into the document.
    const answered = text.replace(
      QUERY,
      (_, program: string, query: string) =>
        `\`\`\`sql ${program}\n${query}\`\`\`\n\n\`\`\`text\n${answers.shift() ?? ''}\`\`\``,
    );
    await expect(answered).toMatchFileSnapshot(DOCUMENT);
  },
);

/** Columns side by side, numbers to the right. */
function tableText(rows: readonly Row[]): string {
  const names = Object.keys(rows[0] ?? {});
  const texts = [names, ...rows.map((row) => names.map((name) => String(row[name] ?? '')))];
  const widths = names.map((_, place) => Math.max(...texts.map((row) => row[place]?.length ?? 0)));
  const isNumber = names.map((_, place) => texts.slice(1).every((row) => /^[\d.]*$/.test(row[place] ?? '')));
  return texts
    .map((row) =>
      row
        .map((cell, place) =>
          isNumber[place] ? cell.padStart(widths[place] ?? 0) : cell.padEnd(widths[place] ?? 0),
        )
        .join('  ')
        .trimEnd(),
    )
    .map((line) => `${line}\n`)
    .join('');
}
