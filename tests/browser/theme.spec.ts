import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';

/** The color of the browser's bar: that of the first `theme-color` whose condition holds. */
const barColor = (page: Page) =>
  page.evaluate(
    () =>
      [...document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')].find(
        ({ media }) => media === '' || matchMedia(media).matches,
      )?.content,
  );

const button = (page: Page) => page.getByRole('button', { name: /^Theme: / });

test('the color of the browser’s bar follows the chosen theme', async ({ page }) => {
  await page.goto('./about/');
  const light = await barColor(page);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: light');
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  const dark = await barColor(page);
  expect(dark).not.toBe(light);
  await page.reload();
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  expect(await barColor(page)).toBe(dark);
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: system');
  expect(await barColor(page)).toBe(light);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect(await barColor(page)).toBe(dark);
});

test('another tab follows the chosen theme', async ({ page, context }) => {
  await page.goto('./about/');
  const other = await context.newPage();
  await other.goto('./models/');
  for (const theme of ['light', 'dark', 'system']) {
    await button(page).click();
    await expect(button(other)).toHaveAccessibleName(`Theme: ${theme}`);
    expect(await barColor(other)).toBe(await barColor(page));
  }
});

test('a page that Back restores follows a theme that was chosen meanwhile', async ({ page }) => {
  await page.goto('./about/');
  await page.evaluate(() => {
    localStorage.setItem('theme', 'dark');
    dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true }));
  });
  await expect(button(page)).toHaveAccessibleName('Theme: dark');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await button(page).click();
  await expect(button(page)).toHaveAccessibleName('Theme: system');
});
