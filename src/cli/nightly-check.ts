import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { pathOf } from '../catalog/address.ts';
import { UserError } from '../files/user-error.ts';
import { readCapture } from '../upstream/capture.ts';
import { validateRows } from '../upstream/validate.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT, projectPaths } from './project-paths.ts';

/** Checks a built site before it is deployed: whether it holds all of its capture, page by page. */

const NEEDED = [
  'index.html',
  '404.html',
  'robots.txt',
  'sitemap-index.xml',
  'models/index.html',
  'pagefind/pagefind.js',
];
const MAX_NAMED = 10;

const buildReport = z.object({
  source: z.string(),
  captured_at: z.string(),
  models: z.number(),
  quarantined: z.array(z.unknown()),
});

class NightlyCheckError extends UserError {
  override readonly name = 'NightlyCheckError';
}

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      site: { type: 'string', default: join(PROJECT_ROOT, 'dist') },
      capture: { type: 'string', default: projectPaths(PROJECT_ROOT).latestCapture },
    },
  });
  const problems = await problemsOf(resolve(values.site), resolve(values.capture));
  if (problems.length > 0) {
    const more = problems.length > MAX_NAMED ? [`and ${problems.length - MAX_NAMED} more`] : [];
    throw new NightlyCheckError(
      `The site in ${values.site} is not what was recorded, so it must not be published:\n${[...problems.slice(0, MAX_NAMED), ...more].join('\n')}`,
    );
  }
  console.log(`${values.site} holds every model of ${values.capture}.`);
});

async function problemsOf(site: string, captureFile: string): Promise<readonly string[]> {
  const capture = await readCapture(captureFile);
  const { rows, quarantined } = validateRows(capture.rows);
  const missing = NEEDED.filter((file) => !existsSync(join(site, file))).map((file) => `${file} is missing.`);
  const report = await reportOf(site);
  if (report === null) return [...missing, 'build.json is missing, or is not the report of a build.'];
  const pages = await Promise.all(rows.map(({ id }) => pageProblem(site, id)));
  return [
    ...missing,
    differs('captured_at', report.captured_at, capture.capturedAt),
    differs('source', report.source, 'capture'),
    differs('models', report.models, rows.length),
    differs('quarantined', report.quarantined.length, quarantined.length),
    ...pages,
  ].filter((problem) => problem !== null);
}

async function reportOf(site: string): Promise<z.infer<typeof buildReport> | null> {
  try {
    return buildReport.parse(JSON.parse(await readFile(join(site, 'build.json'), 'utf8')));
  } catch {
    return null;
  }
}

function differs(field: string, is: string | number, shouldBe: string | number): string | null {
  return is === shouldBe ? null : `build.json says ${field} ${is}, but the capture says ${shouldBe}.`;
}

async function pageProblem(site: string, id: string): Promise<string | null> {
  const file = join('models', pathOf(id), 'index.html');
  const html = await readFile(join(site, file), 'utf8').catch(() => null);
  if (html === null) return `${id} has no page: ${file} is missing.`;
  return /<h1[\s>]/.test(html) && html.includes('data-model-id="') ? null : `${file} is no page of a model.`;
}
