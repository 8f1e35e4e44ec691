import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { UsageError } from './command.ts';

/** Node does not define getuid on Windows, which has no root user. */
const isRoot = process.getuid?.() === 0;

/** Disables Chromium's background requests, and allows root to run it. */
export const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

/** Chromium without a window, as Debian packages it. */
const HEADLESS_SHELL = 'chromium-headless-shell';

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
  }),
];

/**
 * Path of a Chromium: the one in the variable CHROMIUM, else a system one, else Playwright's own, else one
 * installed now. Throws an error with the command to run if no Chromium is available.
 */
export function ensureChromium(): string {
  const named = process.env.CHROMIUM;
  if (named) {
    if (existsSync(named)) return named;
    throw new UsageError(
      `CHROMIUM is "${named}", but no file is there. Set it to a browser's path, or leave it out.`,
    );
  }
  const found = findChromium() ?? installChromium();
  if (found !== null) return found;
  throw new UsageError(
    'The browser tests need Chromium or Chrome, and none was found or could be installed. Install one ' +
      '("apt-get install chromium" on Debian, "npx playwright install chromium" elsewhere), or set CHROMIUM to its path.',
  );
}

/**
 * Path of a browser for tests: the one in the variable CHROMIUM, else Chromium's headless shell if it is on
 * the system, which opens a page in half the time, else as `ensureChromium`.
 */
export function ensureTestBrowser(): string {
  return process.env.CHROMIUM ? ensureChromium() : (onPath([HEADLESS_SHELL])[0] ?? ensureChromium());
}

function findChromium(): string | null {
  const others = [...FIXED_PLACES, chromium.executablePath()].filter((path) => existsSync(path));
  return [...onPath(COMMANDS), ...others][0] ?? null;
}

/** Paths of the commands that are on the system, in their order. */
function onPath(commands: readonly string[]): readonly string[] {
  const folders = (process.env.PATH ?? '').split(delimiter);
  return commands
    .flatMap((command) => folders.map((folder) => join(folder, command)))
    .filter((path) => existsSync(path));
}

function installChromium(): string | null {
  console.error('No Chromium found: installing one.');
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q']);
    // Without fonts, text has no realistic width, which layout tests measure.
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  } else {
    const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
    run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium']);
  }
  return findChromium();
}

function run(command: string, args: string[]): void {
  // To stderr, because stdout may be a report for another program.
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
