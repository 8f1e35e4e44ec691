import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { everyCategory, factsOnly, readCapture, writeCapture } from '../upstream/capture.ts';
import { EMBEDDED_CAPTURE } from '../upstream/load.ts';
import { validateRows } from '../upstream/validate.ts';

/**
 * Makes the embedded capture: `npm run embed -- [DIR [FILE]]`, where DIR (default `../shared/captures`) holds `raw/DATE.json`,
 * `usage-DATE.json` and `categories-standin-DATE.json`. Facts only: descriptions and benchmarks are left out.
 */

const DATE = '2026-08-22';
const ROOT = resolve(import.meta.dirname, '../..');

const usageFile = z.array(z.object({ id: z.string(), weekly_tokens: z.number() }));
const categoriesFile = z.object({
  note: z.string(),
  categories: z.record(z.string(), z.array(z.string())),
});

const folder = resolve(process.argv[2] ?? join(ROOT, '../shared/captures'));
const capture = await readCapture(join(folder, 'raw', `${DATE}.json`));
const usage = usageFile.parse(await readJson(`usage-${DATE}.json`));
const standIn = categoriesFile.parse(await readJson(`categories-standin-${DATE}.json`));

const { rows, quarantined } = validateRows(capture.rows);
const isListed = (id: string): boolean => rows.some((row) => row.id === id);
const target = resolve(process.argv[3] ?? join(ROOT, EMBEDDED_CAPTURE));

await writeCapture(target, {
  ...factsOnly(capture),
  popularity: {
    ids: usage
      .toSorted((a, b) => b.weekly_tokens - a.weekly_tokens)
      .map(({ id }) => id)
      .filter(isListed),
    problem: null,
  },
  categories: everyCategory((category) => {
    const ids = standIn.categories[category]?.filter(isListed);
    return ids ? { ids, problem: null } : { ids: null, problem: 'The stand-in has no such category.' };
  }),
  categoriesOrigin: 'stand-in',
  categoriesNote: standIn.note,
});
console.log(`Wrote ${rows.length} models to ${target}; ${quarantined.length} are quarantined.`);

async function readJson(name: string): Promise<unknown> {
  return JSON.parse(await readFile(join(folder, name), 'utf8'));
}
