import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';

const shown = (page: Page, topic?: string) =>
  page.locator(`[data-topic${topic === undefined ? '' : `="${topic}"`}]:visible`);

test('filters of changes show only what they name, stay in the address and are undone by Back', async ({
  page,
}) => {
  await page.goto('./changes/');
  const all = await shown(page).count();
  const prices = await shown(page, 'price').count();
  expect(prices).toBeLessThan(all);

  await page.getByRole('checkbox', { name: /^Prices/ }).check({ force: true });
  await expect(page).toHaveURL(/\?kind=price$/);
  await expect(shown(page)).toHaveCount(prices);
  await expect(page.getByRole('status')).toHaveText(`${prices} of ${all} changes shown.`);

  await page.getByRole('combobox', { name: 'Author' }).selectOption('openai');
  await expect(page).toHaveURL(/\?kind=price&author=openai$/);
  const codes = await page.locator('.changes li:visible code').allTextContents();
  expect(codes.length).toBeGreaterThan(0);
  expect(codes.filter((id) => !/^~?openai\//.test(id))).toEqual([]);

  await page.goBack();
  await expect(shown(page)).toHaveCount(prices);
  await expect(page.getByRole('combobox', { name: 'Author' })).toHaveValue('');
  await page.getByRole('button', { name: 'Clear' }).click();
  await expect(page).toHaveURL(/\/changes\/$/);
  await expect(shown(page)).toHaveCount(all);
});

test('the address of the changes sets the filters, and unknown values are ignored', async ({ page }) => {
  await page.goto('./changes/?kind=new&kind=nonsense&author=nobody');
  await expect(page.getByRole('checkbox', { name: /^New/ })).toBeChecked();
  await expect(shown(page, 'price')).toHaveCount(0);
  expect(await shown(page, 'new').count()).toBeGreaterThan(0);
  // A day without any change left is hidden with its heading.
  const days = page.locator('[data-part=day]:visible');
  for (const day of await days.all())
    await expect(day.locator('[data-topic="new"]:visible').first()).toBeVisible();
});

test(
  'the list of changes shows every change and no filters without scripts',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./changes/');
    expect(await shown(page).count()).toBeGreaterThan(300);
    await expect(page.getByRole('form', { name: 'Filter the changes' })).toBeHidden();
  },
);

for (const path of [
  './changes/?kind=price',
  './changes/2025-10/',
  './changes/models/z-ai/glm-5.2/',
  './retired/',
  './retiring/',
  './charts/',
  './models/z-ai/glm-5.2/',
  './models/anthropic/claude-3-5-haiku/',
]) {
  test(`${path} has no horizontal overflow on a phone`, { tag: '@phone' }, async ({ page }) => {
    await page.goto(path);
    const overflow = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect(overflow).toBe(0);
  });
}
