import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostileCapture } from '../fixtures/hostile-capture.ts';
import { wideCapture } from '../fixtures/wide-capture.ts';
import { FROZEN_CAPTURE, ROOT, SCRATCH } from './paths.ts';
import { runBuild } from './run-build.ts';

/** Where the sites under test say that they live. Nothing is there, and no test asks. */
export const SITE_URL = 'https://catalog.example';

/** What a site is made of. */
const SOURCES = ['src/**/*', 'public/**/*', '*.config.*', 'package.json', 'tests/fixtures/**/*'];

const HOSTILE_CAPTURE = join(SCRATCH, 'hostile-capture.json');
const WIDE_CAPTURE = join(SCRATCH, 'wide-capture.json');

/** Captures that are written before the sites are built from them. */
const MADE: Readonly<Record<string, () => string>> = {
  [HOSTILE_CAPTURE]: hostileCapture,
  [WIDE_CAPTURE]: wideCapture,
};

/** The sites that the tests look at, with the variables that each is built with. */
const SITES = {
  /** The frozen capture at the root, with pictures: what most tests look at. */
  plain: { CATALOG_CAPTURE: FROZEN_CAPTURE, OG_PICTURES: 'on' },
  /** All outputs, and not only text; with pictures. */
  wide: { CATALOG_CAPTURE: WIDE_CAPTURE, OG_PICTURES: 'on' },
  /** The same once more, to be compared byte for byte. */
  again: { CATALOG_CAPTURE: WIDE_CAPTURE, OG_PICTURES: 'on' },
  /** The frozen capture under a base path. */
  'base-path': { CATALOG_CAPTURE: FROZEN_CAPTURE, BASE_PATH: '/catalog' },
  /** A capture in which everything that upstream could make up tries to break out. */
  hostile: { CATALOG_CAPTURE: HOSTILE_CAPTURE },
} as const satisfies Record<string, Readonly<Record<string, string>>>;

export type SiteName = keyof typeof SITES;

const ALL_NAMES = Object.keys(SITES) as readonly SiteName[];

/** All sites, or those in `TEST_SITES`, with commas between them. Tests of the others then fail. */
export const SITE_NAMES: readonly SiteName[] = namedSites(process.env.TEST_SITES ?? '');

export const siteDir = (name: SiteName): string => join(SCRATCH, 'sites', name);

/** The base path of a site, as `readConfig` gives it. */
export const basePathOf = (name: SiteName): string => (name === 'base-path' ? '/catalog' : '/');

/** The variable from which a browser test reads where the site is served. */
export const addressVariable = (name: SiteName): string =>
  `TEST_ADDRESS_${name.toUpperCase().replace('-', '_')}`;

/** Where a served site begins, with a slash at the end. Only within browser tests. */
export function servedAt(name: SiteName): string {
  const address = process.env[addressVariable(name)];
  if (address === undefined)
    throw new Error(`The site "${name}" is not served: run this test through Playwright.`);
  return address;
}

/** What the build said, to be shown when it failed. */
export class BuildError extends Error {
  override readonly name = 'BuildError';
}

/** Builds the outdated sites one after the other, because they share Astro's folder of types. */
export async function ensureSites(): Promise<void> {
  for (const name of SITE_NAMES) {
    if (!isFresh(name)) await buildSite(name);
  }
}

export async function buildSite(name: SiteName): Promise<void> {
  const begunAt = new Date();
  rmSync(siteDir(name), { recursive: true, force: true });
  rmSync(stampOf(name), { force: true });
  mkdirSync(SCRATCH, { recursive: true });
  const file = SITES[name].CATALOG_CAPTURE;
  const made = MADE[file]?.();
  if (made !== undefined) writeFileSync(file, made);
  await astroBuild(siteDir(name), { CATALOG_SOURCE: 'capture', SITE_URL, ...SITES[name] });
  writeFileSync(stampOf(name), begunAt.toISOString());
}

function namedSites(list: string): readonly SiteName[] {
  const wanted = list.split(',').filter((name) => name !== '');
  const unknown = wanted.find((name) => !ALL_NAMES.some((known) => known === name));
  if (unknown !== undefined) {
    throw new Error(`TEST_SITES names the site "${unknown}"; there are ${ALL_NAMES.join(', ')}.`);
  }
  return wanted.length === 0 ? ALL_NAMES : ALL_NAMES.filter((name) => wanted.includes(name));
}

async function astroBuild(outDir: string, variables: Readonly<Record<string, string>>): Promise<void> {
  const { code, said } = await runBuild(outDir, variables);
  if (code !== 0) {
    throw new BuildError(`The build ended with code ${code ?? 'none'}:\n${said.slice(-8000)}`);
  }
}

/** Beside a finished site: the time at which its build began. */
const stampOf = (name: SiteName): string => `${siteDir(name)}.stamp`;

function isFresh(name: SiteName): boolean {
  const begunAt = timeIn(stampOf(name));
  return globSync(SOURCES, { cwd: ROOT }).every((path) => statSync(join(ROOT, path)).mtimeMs < begunAt);
}

function timeIn(path: string): number {
  try {
    return Date.parse(readFileSync(path, 'utf8'));
  } catch {
    return 0;
  }
}

/** What `dist/build.json` says of a site. */
export interface BuildReport {
  readonly source: string;
  readonly captured_at: string;
  readonly models: number;
  readonly variants: number;
  readonly aliases: number;
  readonly retired: number;
  readonly categories: Readonly<Record<string, number>>;
  readonly categories_origin: string;
  readonly events: number;
  readonly quarantined: readonly { readonly id: string; readonly path: string; readonly problem: string }[];
  readonly dropped: readonly { readonly id: string; readonly path: string; readonly problem: string }[];
  readonly unknown: readonly string[];
  readonly pictures: number;
  readonly pages: number;
}

export function readBuildReport(name: SiteName): BuildReport {
  return JSON.parse(readFileSync(join(siteDir(name), 'build.json'), 'utf8')) as BuildReport;
}
