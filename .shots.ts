import { chromium } from 'playwright';
import { startServer } from './src/cli/static-server.ts';
const [dir, ...specs] = process.argv.slice(2);
const server = await startServer({ dir: dir!, basePath: '/', port: 0 });
const browser = await chromium.launch({ executablePath: '/usr/bin/chromium', args: ['--no-sandbox','--disable-background-networking','--no-first-run','--disable-component-update','--disable-sync'] });
for (const spec of specs) {
  const [name, path, width, scheme, full] = spec.split('|');
  const ctx = await browser.newContext({ viewport: { width: Number(width), height: 900 }, colorScheme: scheme as 'light' | 'dark' });
  const page = await ctx.newPage();
  page.on('console', (m) => { if (m.type() === 'error') console.log(name, m.text()); });
  await page.goto(new URL(path!.replace(/^\//, ''), server.url).href);
  await page.waitForTimeout(300);
  const over = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  if (over > 0) console.log('OVERFLOW', name, over);
  if (full === 'full') await page.screenshot({ path: `/tmp/shots/${name}.png`, fullPage: true });
  else if (full?.startsWith('#')||full?.startsWith('.')) await page.locator(full).first().screenshot({ path: `/tmp/shots/${name}.png` });
  else await page.screenshot({ path: `/tmp/shots/${name}.png` });
  await ctx.close();
}
await browser.close(); await server.close();
