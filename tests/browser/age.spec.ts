import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';

// The data of the site is of 2026-08-22; Ring 2.6 1T is retiring on 2026-08-24.
const RETIRING = 'inclusionai/ring-2.6-1t';

const banner = (page: Page) => page.getByRole('complementary', { name: 'Age of the data' });
const row = (page: Page) =>
  page.locator(`[data-model-id="${RETIRING}"], tr:has(code:text-is("${RETIRING}"))`);

/** Opens a page at a time of the reader's clock. */
async function openAt(page: Page, time: string, path: string): Promise<void> {
  await page.clock.setFixedTime(new Date(time));
  await page.goto(path);
}

for (const [time, isOld] of [
  ['2026-08-22T10:00:00Z', false],
  ['2026-08-24T23:59:00Z', false],
  ['2026-08-25T00:01:00Z', true],
] as const) {
  test(`a page opened at ${time} ${isOld ? 'says' : 'does not say'} that this copy is old`, async ({
    page,
  }) => {
    await openAt(page, time, './about/');
    await expect(banner(page)).toBeVisible({ visible: isOld });
  });
}

test('an old copy says how old it is, and of which day its prices are', async ({ page }) => {
  await openAt(page, '2026-11-28T10:00:00Z', './models/openai/gpt-4o/');
  await expect(banner(page)).toHaveText(
    /^\s*This copy is 98 days old\.\s+Prices may have changed since Aug 22, 2026\.\s*$/,
  );
});

for (const [time, distance] of [
  ['2026-08-22T10:00:00Z', 'in 2 days'],
  ['2026-08-23T10:00:00Z', 'tomorrow'],
  ['2026-08-24T10:00:00Z', 'today'],
  ['2026-08-25T10:00:00Z', 'passed yesterday'],
  ['2026-11-28T10:00:00Z', 'passed 3 months ago'],
] as const) {
  test(`the list of retiring models opened at ${time} says "${distance}"`, async ({ page }) => {
    await openAt(page, time, './retiring/');
    await expect(row(page).locator('[data-day]')).toHaveText(distance);
  });
}

test('the home page and the page of a model say that a removal date has passed', async ({ page }) => {
  await openAt(page, '2026-11-28T10:00:00Z', './');
  await expect(page.locator('[data-part=retiring] li').first().locator('[data-day]')).toHaveText(
    'passed 3 months ago',
  );
  await page.goto(`./models/${RETIRING}/`);
  await expect(page.locator('[data-part=notice]').first()).toContainText(
    'That was 3 months ago; this data is from Aug 22, 2026.',
  );
});

test('tags of retiring models say that the date has passed, also in rows drawn later', async ({ page }) => {
  await openAt(page, '2027-01-02T10:00:00Z', './models/');
  const words = page.locator('table[data-models] .tag.warn');
  await expect(words.first()).toHaveText(/^was due /);
  await page.goto('./models/?sort=newest&dir=asc');
  await expect(page.locator('tbody').nth(200)).toBeAttached();
  await expect.poll(() => words.count()).toBeGreaterThan(1);
  await expect
    .poll(async () => (await words.allTextContents()).filter((text) => !text.startsWith('was due ')))
    .toEqual([]);
});

test('without JavaScript a page shows the days as of the data', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('./retiring/');
  await expect(row(page).locator('[data-day]')).toHaveText('in 2 days');
  await expect(banner(page)).toBeHidden();
});
