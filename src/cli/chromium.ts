import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { delimiter, dirname, join } from 'node:path';
import { chromium } from 'playwright';
import { UsageError } from './command.ts';

/** Node does not know this on Windows, where nobody is root. */
const isRoot = process.getuid?.() === 0;

/** Keeps Chromium from calling home, and lets root run it at all. */
export const CHROMIUM_ARGS = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
  ...(isRoot ? ['--no-sandbox'] : []),
];

const COMMANDS = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable'];

const FIXED_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  ...['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    return folder ? [join(folder, 'Google/Chrome/Application/chrome.exe')] : [];
  }),
];

/**
 * Path of a Chromium: the one that the variable CHROMIUM names, else one of the system, else Playwright's own, else one that is
 * installed now. Throws a sentence that says what to run when there is none to be had.
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

function findChromium(): string | null {
  const folders = (process.env.PATH ?? '').split(delimiter);
  const onPath = COMMANDS.flatMap((command) => folders.map((folder) => join(folder, command)));
  return [...onPath, ...FIXED_PLACES, chromium.executablePath()].find((path) => existsSync(path)) ?? null;
}

function installChromium(): string | null {
  console.error('No Chromium found: installing one.');
  if (isRoot && existsSync('/usr/bin/apt-get')) {
    run('apt-get', ['update', '-q']);
    // Without a font every letter is a box of another width, and layout tests would measure that.
    run('apt-get', ['install', '-y', '-q', '--no-install-recommends', 'chromium', 'fonts-dejavu-core']);
  } else {
    const playwright = dirname(createRequire(import.meta.url).resolve('playwright/package.json'));
    run(process.execPath, [join(playwright, 'cli.js'), 'install', 'chromium']);
  }
  return findChromium();
}

function run(command: string, args: string[]): void {
  // To stderr, because stdout may be a report that a program reads.
  spawnSync(command, args, {
    stdio: ['ignore', 2, 2],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
}
