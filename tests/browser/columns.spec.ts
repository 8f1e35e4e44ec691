import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { modelRow } from '../support/model-rows.ts';

/** The headers that are shown, from left to right. */
const shownHeads = (page: Page) =>
  page
    .locator('table[data-models] thead th')
    .evaluateAll((heads) =>
      heads
        .filter((head) => getComputedStyle(head).display !== 'none')
        .map((head) => (head as HTMLElement).dataset.key),
    );

/** By how many pixels the page is wider than its window. */
const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const WIDTHS = [320, 360, 390, 480, 640, 767, 768, 820, 900, 1024, 1100, 1180, 1280, 1440, 1920];

for (const path of ['models/', 'categories/programming/', 'authors/openai/', 'outputs/text/', 'retired/']) {
  test(`no width from 320 to 1,920 px cuts a table or widens the page at ${path}`, async ({ page }) => {
    await page.goto(`./${path}`);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 800 });
      expect(await overflow(page), `${width} px`).toBeLessThanOrEqual(0);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('table[data-models]')].some(
          (table) => table.getBoundingClientRect().right > innerWidth + 1,
        ),
      );
      expect(cut, `${width} px`).toBe(false);
    }
  });
}

test('columns leave by priority, the name keeps its width, and the sorted column stays', async ({ page }) => {
  await page.goto('./models/');
  for (const width of [768, 900, 1024, 1100, 1280]) {
    await page.setViewportSize({ width, height: 800 });
    const heads = await shownHeads(page);
    expect(heads.slice(0, 3)).toEqual(['name', 'input', 'output']);
    expect(heads).toContain('popularity');
    const name = await page
      .locator('thead th')
      .first()
      .evaluate((head) => head.getBoundingClientRect().width);
    // A pixel for rounding.
    expect(name, `${width} px`).toBeGreaterThanOrEqual(16 * 16 - 1);
  }
  await page.setViewportSize({ width: 768, height: 800 });
  expect(await shownHeads(page)).not.toContain('newest');
  await page.goto('./models/?sort=newest');
  await expect(page.locator('th[aria-sort]')).toHaveAttribute('data-key', 'newest');
  expect(await shownHeads(page)).toContain('newest');
  expect(await shownHeads(page)).not.toContain('popularity');
});

test('a line under the table offers all columns, in a region that keeps the head and the names', async ({
  page,
}) => {
  await page.setViewportSize({ width: 820, height: 700 });
  await page.goto('./models/');
  const all = page.getByLabel('Show all columns');
  await all.check();
  expect(await shownHeads(page)).toHaveLength(10);
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const kept = await page.locator('.frame').evaluate((frame) => {
    frame.scrollTo({ left: 300, top: 900 });
    const left = frame.getBoundingClientRect().left;
    const head = frame.querySelector('thead th');
    const row = frame.querySelectorAll('tbody th')[60];
    return [head, row].map((cell) => Math.round((cell?.getBoundingClientRect().left ?? 0) - left));
  });
  expect(kept).toEqual([0, 0]);
  expect(await axeViolations(page)).toEqual([]);
});

test('the head of the models table stays at the top of the window', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 700 });
  await page.goto('./models/');
  await page.evaluate(() => {
    scrollTo({ top: 3_000 });
  });
  const top = await page
    .locator('thead th')
    .first()
    .evaluate((head) => head.getBoundingClientRect().top);
  expect(Math.round(top)).toBe(0);
});

test('a sorted head has its arrow before its label, and no label moves', async ({ page }) => {
  await page.setViewportSize({ width: 1800, height: 800 });
  await page.goto('./models/');
  const places = () =>
    page
      .locator('thead th')
      .evaluateAll((heads) => heads.map((head) => Math.round(head.getBoundingClientRect().left)));
  const before = await places();
  for (const name of ['Cached input', 'Max output']) {
    const head = page.getByRole('columnheader', { name });
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', /./);
    const arrow = await head
      .getByRole('button')
      .evaluate((button) => getComputedStyle(button, '::before').content);
    expect(arrow).toMatch(/[↑↓]/);
    expect(await places()).toEqual(before);
  }
});

test('rows of the models table have two lines and one tag at most', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto('./models/');
  const rows = await page.locator('tbody tr:not(.v)').evaluateAll((all) =>
    all.map((row) => ({
      height: row.getBoundingClientRect().height,
      tags: row.querySelectorAll('.tag').length,
    })),
  );
  const heights = rows.map(({ height }) => height).sort((a, b) => a - b);
  expect(heights[Math.floor(heights.length / 2)]).toBeLessThanOrEqual(54);
  expect(rows.filter(({ tags }) => tags > 1)).toEqual([]);
});

test(
  'a phone shows short rows, opens the rest of one with a button, and sorts by a select and a button',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./models/');
    const row = page.locator(modelRow('xiaomi/mimo-v2.5'));
    const more = row.getByRole('button', { name: 'More about MiMo-V2.5' });
    await expect(more).toBeVisible();
    const { height } = (await row.boundingBox()) ?? { height: 0 };
    expect(height).toBeLessThanOrEqual(62);
    await expect(row.getByText('tools, structured output')).toBeHidden();
    await more.click();
    const less = row.getByRole('button', { name: 'Less about MiMo-V2.5' });
    await expect(less).toHaveAttribute('aria-expanded', 'true');
    await expect(row.getByText('tools, structured output')).toBeVisible();
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);

    await page.getByLabel('Sort by').selectOption('Input');
    await expect(page).toHaveURL(/\?sort=input$/);
    await page.getByRole('button', { name: 'Ascending' }).click();
    await expect(page).toHaveURL(/\?sort=input&dir=desc$/);
    await expect(page.getByRole('button', { name: 'Descending' })).toBeVisible();
    await expect(page.getByLabel('Sort by')).toHaveValue('input');
  },
);
