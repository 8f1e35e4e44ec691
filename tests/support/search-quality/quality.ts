import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright';
import { startServer } from '../../../src/cli/static-server.ts';
import { readConfig } from '../../../src/config.ts';
import { CHROMIUM_ARGS, ensureChromium } from '../../../src/cli/chromium.ts';
import { ROOT } from '../paths.ts';
import { everyText } from './every-text.ts';
import { measureQuality, rankQueries, readKnownItems, type KnownItem, type Ranked } from './harness.ts';

const HELP = `Types queries into the search of the built site, in Chromium, and prints the rank of the expected models.

  npm run search-quality -- FILE [--dir FOLDER] [--least MRR]
  npm run search-quality -- --all [--dir FOLDER] [--least MRR]

  FILE            [{"query": "gpt 4o mini", "expect": ["openai/gpt-4o-mini"]}, …]; also addresses, such as "/feeds/"
  --all           every id, slug, permanent slug and name in the site's index of names, typed as it is
  --dir FOLDER    the built site; dist unless given
  --least MRR     fail when the mean reciprocal rank is below this, or a model is not among the first three results`;

try {
  await main();
} catch (error) {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      dir: { type: 'string', default: resolve(ROOT, 'dist') },
      least: { type: 'string' },
      all: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const [file] = positionals;
  if (values.help || (file === undefined) !== values.all) {
    console.log(HELP);
    process.exitCode = values.help ? 0 : 1;
    return;
  }
  const dir = resolve(values.dir);
  const ranked = await run(dir, file === undefined ? everyText(dir) : readKnownItems(resolve(file)));
  const { meanReciprocalRank, missed } = measureQuality(ranked);
  for (const { rank, query } of ranked) {
    if (!values.all || rank !== 1) console.log(`${rank === 0 ? '–' : rank}\t${query}`);
  }
  console.log(`\nMean reciprocal rank ${meanReciprocalRank.toFixed(4)} over ${ranked.length} queries.`);
  console.log(
    missed.length === 0
      ? 'Every expected model is among the first three.'
      : `Not among the first three: ${missed.length}`,
  );
  for (const { query, expect, found } of missed) {
    console.log(`  ${query}: wants ${expect.join(' or ')}, has ${found.slice(0, 5).join(', ') || 'nothing'}`);
  }
  if (values.least !== undefined && (meanReciprocalRank < Number(values.least) || missed.length > 0)) {
    process.exitCode = 1;
  }
}

async function run(dir: string, items: readonly KnownItem[]): Promise<Ranked[]> {
  const server = await startServer({ dir, basePath: readConfig().basePath });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage();
    await page.goto(server.url);
    return await rankQueries(page, items);
  } finally {
    await browser.close();
    await server.close();
  }
}
