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

test('what has a note is underlined with dots, and nothing else in the table is', async ({ page }) => {
  await page.goto('./models/');
  const line = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate(
        (part) => getComputedStyle(part, part.matches('td') ? '::first-line' : null).textDecorationLine,
      );
  expect(await line(noted)).toBe('underline');
  expect(await line('model-table tbody td:not([title]):visible')).toBe('none');
  expect(await line('model-table thead small:visible')).toBe('underline');
});

test('the line below a head says what the column means, and the head still sorts', async ({ page }) => {
  await page.goto('./models/');
  const head = page.locator('model-table thead th[data-key=context]');
  await head.locator('small').click();
  const note = page.locator('.reason');
  await expect(note).toHaveText((await head.getAttribute('title')) ?? '');
  await expect(note).toBeInViewport();
  await expect(head).not.toHaveAttribute('aria-sort', /./);
  expect(await axeViolations(page, { part: 'thead' })).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(note).toHaveCount(0);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'descending');
});

test('the right arrow key goes from a head to what its column means, and the left one back', async ({
  page,
}) => {
  await page.goto('./models/');
  const head = page.locator('model-table thead th[data-key=features]');
  await head.getByRole('button').focus();
  const line = head.locator('small');
  await expect(async () => {
    await page.keyboard.press('ArrowRight');
    await expect(line).toBeFocused({ timeout: 500 });
  }).toPass();
  await expect(page.locator('.reason')).toHaveText((await head.getAttribute('title')) ?? '');
  await page.keyboard.press('ArrowLeft');
  await expect(head.getByRole('button')).toBeFocused();
  await expect(page.locator('.reason')).toHaveCount(0);
});

test('a column that does not sort says what it means at its label', async ({ page }) => {
  await page.goto('./retired/');
  const head = page.locator('model-table thead th[data-key=replacement]');
  await head.locator('span').click();
  await expect(page.locator('.reason')).toHaveText((await head.getAttribute('title')) ?? '');
});
