import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';

/** Holds back what sorts and filters lists until the returned function is called. */
async function holdList(page: Page): Promise<() => Promise<void>> {
  let go = (): void => undefined;
  const ready = new Promise<void>((resolve) => (go = resolve));
  await page.route('**/_astro/model-table.*.js', async (route) => {
    await ready;
    await route.continue();
  });
  return async () => {
    go();
    // Watched requests are slow.
    await page.unrouteAll({ behavior: 'wait' });
  };
}

test('clicks on a head before the code of the list is loaded sort the list once it is', async ({ page }) => {
  const load = await holdList(page);
  await page.goto('./models/');
  const head = page.locator('th[data-key=input]');
  await head.getByRole('button').click();
  await head.getByRole('button').click();
  await load();
  await expect(page).toHaveURL(/\?sort=input&dir=desc$/);
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});

test('filters set before the code of the list is loaded all count once it is', async ({ page }) => {
  const load = await holdList(page);
  await page.goto('./models/');
  const panel = page.getByRole('form', { name: 'Filters' });
  await panel.getByRole('checkbox', { name: /^Image/ }).check();
  await panel.getByRole('checkbox', { name: /^Open weights/ }).check();
  await page.getByLabel('Filter by name or id').fill('gemma');
  await load();
  await expect(page).toHaveURL(/\?q=gemma&in=image&open=1$/);
  await expect(panel.getByRole('checkbox', { name: /^Image/ })).toBeChecked();
  await expect(panel.getByRole('checkbox', { name: /^Open weights/ })).toBeChecked();
});

test('the list of all models loads nothing that sorts or filters before it is touched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./models/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.endsWith('.js')).length).toBeLessThanOrEqual(4);
  await page.locator('th[data-key=input]').hover();
  await expect.poll(() => asked.some((path) => path.includes('model-table'))).toBe(true);
});
