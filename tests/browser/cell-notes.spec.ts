import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const noted = 'model-table tbody td[title]:visible';

test('a press on a rounded price shows all of its digits, and Escape hides them', async ({ page }) => {
  await page.goto('./models/');
  const cell = page.locator(noted).first();
  const title = (await cell.getAttribute('title')) ?? '';
  // The pointer brings it into view.
  await cell.hover();
  await page.waitForLoadState('networkidle');
  const before = await cell.boundingBox();
  await cell.click();
  const note = page.locator('.reason');
  await expect(note).toHaveText(title);
  await expect(note).toBeInViewport();
  expect(await cell.boundingBox()).toEqual(before);
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
});

test('arrow keys go from the name of a model to its figures with a note, and back', async ({ page }) => {
  await page.goto('./models/');
  const row = page.locator('model-table tbody tr', { has: page.locator('td[title] ~ td[title]') }).first();
  const link = row.locator('th > a');
  const notes = row.locator('td[title]:visible, .tag[title]:visible');
  await link.focus();
  // The first focus loads what listens to the keys.
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(notes.first()).toBeFocused({ timeout: 500 });
  }).toPass();
  const note = page.locator('.reason');
  await expect(note).toHaveText((await notes.first().getAttribute('title')) ?? '');
  await page.keyboard.press('ArrowRight');
  await expect(notes.nth(1)).toBeFocused();
  await expect(note).toHaveText((await notes.nth(1).getAttribute('title')) ?? '');
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  await expect(link).toBeFocused();
  await expect(note).toHaveCount(0);
  await expect(row.locator('[tabindex]')).toHaveCount(0);
});

test('a tap shows a note on a phone, also the first one on the page', { tag: '@phone' }, async ({ page }) => {
  await page.goto('./models/');
  const cell = page.locator(noted).first();
  const title = (await cell.getAttribute('title')) ?? '';
  await cell.tap();
  const note = page.locator('.reason');
  await expect(note).toHaveText(title);
  await expect(note).toBeInViewport();
});
