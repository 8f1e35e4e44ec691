import { join } from 'node:path';
import { chromium } from 'playwright';
import { readConfig } from '../config.ts';
import { CHROMIUM_ARGS, ensureChromium } from './chromium.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { startServer } from './static-server.ts';

/** Takes the screenshot for the README from the site in `dist`: `npm run screenshot`. */

const PICTURE = join(PROJECT_ROOT, 'docs/screenshot.png');
const SIZE = { width: 1280, height: 720 };

await runCommand(async () => {
  const server = await startServer({ dir: join(PROJECT_ROOT, 'dist'), basePath: readConfig().basePath });
  const browser = await chromium.launch({ executablePath: ensureChromium(), args: CHROMIUM_ARGS });
  try {
    const page = await browser.newPage({ viewport: SIZE, colorScheme: 'light' });
    await page.goto(`${server.url}models/`, { waitUntil: 'networkidle' });
    await page.screenshot({ path: PICTURE });
  } finally {
    await browser.close();
    await server.close();
  }
});
