import { globSync, statSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { runCommand, UsageError } from './command.ts';
import { differenceBetween, styleRules } from './compare-sites/compare.ts';

const USAGE = `npm run compare-sites -- A B

Compares the built sites in the folders A and B. Every page and data file is compared as text, after what a build names itself
(files of /_astro/, scopes of styles, hashes, times) is replaced by placeholders; style rules are compared as one set. Scripts and the
text index are packed by other programs, so only their size is printed. Exits with 1 where something differs.`;

/** Folders written by bundlers, which may differ between equal sites. */
const PACKED = ['_astro', 'pagefind'];
const MAX_SHOWN = 20;

await runCommand(async () => {
  const { positionals } = parseArgs({ allowPositionals: true });
  const [a, b] = positionals;
  if (a === undefined || b === undefined || positionals.length > 2) throw new UsageError(USAGE);
  const [inA, inB] = [filesOf(a), filesOf(b)];
  const problems = [
    ...inA.filter((file) => !inB.includes(file)).map((file) => `Only in ${a}: ${file}`),
    ...inB.filter((file) => !inA.includes(file)).map((file) => `Only in ${b}: ${file}`),
    ...(await differentFiles(
      a,
      b,
      inA.filter((file) => inB.includes(file)),
    )),
    ...(await differentStyles(a, b)),
  ];
  for (const problem of problems.slice(0, MAX_SHOWN)) console.log(problem);
  if (problems.length > MAX_SHOWN) console.log(`… and ${problems.length - MAX_SHOWN} more`);
  for (const site of [a, b]) console.log(await packedWords(site));
  console.log(`${inA.length} files, ${problems.length} differences`);
  if (problems.length > 0) process.exitCode = 1;
});

function filesOf(site: string, pattern = '**/*'): readonly string[] {
  return globSync(pattern, { cwd: site })
    .filter((file) => statSync(join(site, file)).isFile())
    .filter((file) => pattern !== '**/*' || !PACKED.some((folder) => file.startsWith(`${folder}/`)))
    .toSorted();
}

async function differentFiles(a: string, b: string, files: readonly string[]): Promise<string[]> {
  const problems = [];
  for (const file of files) {
    const [one, other] = await Promise.all([a, b].map((site) => readFile(join(site, file), 'utf8')));
    const places = differenceBetween(one ?? '', other ?? '');
    if (places !== null) problems.push(`${file}\n  A: ${places[0]}\n  B: ${places[1]}`);
  }
  return problems;
}

async function differentStyles(a: string, b: string): Promise<string[]> {
  const [one = [], other = []] = await Promise.all([a, b].map(stylesOf));
  return [
    ...one.filter((rule) => !other.includes(rule)).map((rule) => `Style only in ${a}: ${rule}`),
    ...other.filter((rule) => !one.includes(rule)).map((rule) => `Style only in ${b}: ${rule}`),
  ];
}

async function stylesOf(site: string): Promise<readonly string[]> {
  return styleRules(
    await Promise.all(filesOf(site, '_astro/*.css').map((file) => readFile(join(site, file), 'utf8'))),
  );
}

/** `dist: 23 kB of scripts, 45 kB of styles, 900 kB of text index`. */
async function packedWords(site: string): Promise<string> {
  const sizes = await Promise.all(
    ['_astro/*.js', '_astro/*.css', 'pagefind/**/*.*'].map(async (pattern) => {
      const stats = await Promise.all(filesOf(site, pattern).map((file) => stat(join(site, file))));
      return Math.round(stats.reduce((sum, { size }) => sum + size, 0) / 1000);
    }),
  );
  const [scripts = 0, styles = 0, index = 0] = sizes;
  return `${site}: ${scripts} kB of scripts, ${styles} kB of styles, ${index} kB of text index`;
}
