import type { Browser } from 'playwright';
import { timeClicks } from './frame-times.ts';

/**
 * Milliseconds from a click on "Use this workload", each time with another workload, to the next frame of
 * `/models/`. Throws if the costs did not change.
 */
export async function measureWorkload(browser: Browser, siteUrl: string): Promise<number> {
  const page = await browser.newPage();
  try {
    await page.goto(new URL('models/', siteUrl).href, { waitUntil: 'networkidle' });
    await page.getByRole('button', { name: 'Set a workload' }).click();
    const dialog = page.getByRole('dialog', { name: 'Workload' });
    await dialog.getByLabel('Output tokens').fill('99');
    const use = page.getByRole('button', { name: 'Use this workload' });
    // The first one loads what costs need.
    await use.click();
    const cost = page.locator('tr[data-cost]').first();
    await cost.waitFor();
    await page.waitForLoadState('networkidle');
    let shown = '';
    return await timeClicks(page, page.locator('[form=workload-form]'), async (turn) => {
      const now = (await cost.getAttribute('data-cost')) ?? '';
      if (now === shown) throw new Error('A change of the workload did not change costs.');
      shown = now;
      await page.locator('#workload-outputTokens').evaluate(
        (field: HTMLInputElement, value) => {
          field.value = value;
        },
        String(100 + turn),
      );
    });
  } finally {
    await page.close();
  }
}
