import { defineConfig, devices } from '@playwright/test';
import { CHROMIUM_ARGS, ensureTestBrowser } from './src/cli/chromium.ts';
import type { SiteOptions } from './tests/support/browser-test.ts';

// Workers read this file too and inherit the variable, so that a browser is looked for once.
const executablePath = (process.env.CHROMIUM = ensureTestBrowser());

/** A test runs on `desktop`, unless it has tags: then it runs in the projects that its tags name. */
const tagged = (name: string) => ({ name, grep: new RegExp(`@${name}(?![\\w-])`) });
const OTHER_TAGS = /@(?:phone|no-js|dark|base-path)(?![\w-])/;
const UNLESS_DESKTOP = /@desktop(?![\w-])/;

export default defineConfig<SiteOptions>({
  testDir: 'tests/browser',
  outputDir: '.cache/test/playwright',
  globalSetup: './tests/support/browser-setup.ts',
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  workers: 2,
  // A shared machine can stand still for seconds; what only passes on the second try is named at the end.
  retries: process.env.CI ? 1 : 0,
  timeout: 60_000,
  expect: { timeout: 15_000 },
  use: {
    ...devices['Desktop Chrome'],
    launchOptions: { executablePath, args: CHROMIUM_ARGS },
    screenshot: 'only-on-failure',
  },
  projects: [
    { name: 'desktop', grepInvert: new RegExp(`^(?!.*${UNLESS_DESKTOP.source}).*${OTHER_TAGS.source}`, 's') },
    { ...tagged('phone'), use: { ...devices['Pixel 7'], viewport: { width: 390, height: 844 } } },
    { ...tagged('no-js'), use: { javaScriptEnabled: false } },
    { ...tagged('dark'), use: { colorScheme: 'dark' } },
    { ...tagged('base-path'), use: { site: 'base-path' } },
  ],
});
