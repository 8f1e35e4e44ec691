import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { CaptureError } from '../upstream/errors.ts';
import { everyCategory, factsOnly, readCapture, writeCapture } from '../upstream/capture.ts';
import { validateRows } from '../upstream/validate.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT, projectPaths } from './project-paths.ts';

const DATE = '2026-08-22';

const HELP = `Makes the embedded capture. Facts only: descriptions and benchmarks are left out.

  npm run embed -- [FOLDER [FILE]]

  FOLDER  holds raw/${DATE}.json, usage-${DATE}.json and categories-standin-${DATE}.json; ../shared/captures unless given
  FILE    where it goes; src/data/embedded-capture.json unless given`;

const usageFile = z.array(z.object({ id: z.string(), weekly_tokens: z.number() }));
const categoriesFile = z.object({
  note: z.string(),
  categories: z.record(z.string(), z.array(z.string())),
});

await runCommand(async () => {
  const { values, positionals } = parseArgs({
    options: { help: { type: 'boolean', default: false } },
    allowPositionals: true,
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const folder = resolve(positionals[0] ?? join(PROJECT_ROOT, '../shared/captures'));
  const target = resolve(positionals[1] ?? projectPaths(PROJECT_ROOT).embeddedCapture);
  const capture = await readCapture(join(folder, 'raw', `${DATE}.json`));
  const usage = await readPart(usageFile, join(folder, `usage-${DATE}.json`));
  const standIn = await readPart(categoriesFile, join(folder, `categories-standin-${DATE}.json`));

  const { rows, quarantined } = validateRows(capture.rows);
  const isListed = (id: string): boolean => rows.some((row) => row.id === id);
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
});

async function readPart<Schema extends z.ZodType>(schema: Schema, path: string): Promise<z.infer<Schema>> {
  try {
    return schema.parse(JSON.parse(await readFile(path, 'utf8')));
  } catch (cause) {
    throw new CaptureError(path, 'is missing or is not what its name says', { cause });
  }
}
