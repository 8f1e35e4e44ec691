import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const lines = (page: Page, kind?: string): Locator =>
  page.locator(`.alike li${kind === undefined ? '' : `[data-k="${kind}"]`}`);

/** Lines that the filters leave, in open days or not. */
const shown = (page: Page): Locator => page.locator('.alike li:not([hidden])');

/** The sizes of the lines that the filters leave, in their order. */
const sizes = (page: Page): Promise<number[]> =>
  shown(page).evaluateAll((items) => items.map((item) => Number((item as HTMLElement).dataset.p)));

/** How many changes the lines stand for. */
const countOf = (items: Locator): Promise<number> =>
  items.evaluateAll((all) =>
    all.reduce((sum, item) => sum + item.querySelectorAll('div:first-of-type > :is(a, b)').length, 0),
  );

const figure = (page: Page, name: string): Locator => page.locator(`[data-figure=${name}]`);

/** Opens the sheet where the filters are not in place. */
async function openFilters(page: Page): Promise<void> {
  const opener = page.getByRole('button', { name: /^Filters/ });
  if (await opener.isVisible()) await opener.click();
}

async function closeFilters(page: Page): Promise<void> {
  const done = page.getByRole('button', { name: /^Show [\d,]+ changes?$/ });
  if (await done.isVisible()) await done.click();
}

test(
  'what got more expensive is found by direction, kind and size, with figures of what is shown',
  { tag: ['@desktop', '@phone'] },
  async ({ page }) => {
    await page.goto('./changes/');
    const increases = Number(await figure(page, 'up').textContent());
    const decreases = Number(await figure(page, 'down').textContent());
    expect(increases).toBeGreaterThan(10);

    await openFilters(page);
    await page.getByText('↑ Increase', { exact: true }).click();
    await expect(page).toHaveURL(/\?direction=up$/);
    await expect.poll(async () => (await sizes(page)).every((size) => size > 0)).toBe(true);
    expect(await countOf(shown(page))).toBe(increases);
    await expect(figure(page, 'up')).toHaveText(String(increases));
    await expect(figure(page, 'down')).toHaveText('0');
    expect(decreases).toBeGreaterThan(0);

    await page.getByRole('button', { name: /^50%/ }).click();
    await expect(page).toHaveURL(/\?direction=up&size_min=50$/);
    expect((await sizes(page)).filter((size) => size < 50)).toEqual([]);
    await closeFilters(page);
    await page.getByText('Size', { exact: true }).click();
    await expect(page).toHaveURL(/&sort=size$/);
    const sorted = await sizes(page);
    expect(sorted).toEqual(sorted.toSorted((a, b) => b - a));
    await expect(page.locator('details[data-part=day]:visible')).toHaveCount(0);
    await expect(shown(page).first().locator('time')).toHaveText(/ 2026$/);

    await page.goBack();
    await expect(page.locator('details[data-part=day]:visible').first()).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/\/changes\/$/);
    await expect(figure(page, 'down')).toHaveText(String(decreases));
    await expect(page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(0);
  },
);

test('filters of changes can be set and removed by keyboard alone', async ({ page }) => {
  await page.goto('./changes/');
  await page.getByRole('checkbox', { name: /^Prices/ }).focus();
  await page.keyboard.press('Space');
  await expect(page).toHaveURL(/\?kind=price$/);
  await page.getByRole('textbox', { name: 'At least' }).focus();
  await page.keyboard.type('7.5');
  await expect(page).toHaveURL(/\?kind=price&size_min=7\.5$/);
  expect((await sizes(page)).filter((size) => Math.abs(size) < 7.5)).toEqual([]);
  await page.getByRole('button', { name: 'Remove the filter: At least 7.5%' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?kind=price$/);
  await expect(page.getByRole('button', { name: 'Remove the filter: Prices' })).toBeFocused();
  await page.getByRole('radio', { name: 'Date' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(page).toHaveURL(/\?kind=price&sort=size$/);
});

test('a size that is no percentage is said and not applied', async ({ page }) => {
  await page.goto('./changes/');
  const size = page.getByRole('textbox', { name: 'At least' });
  const wrong = page.locator('#wrong-size');
  for (const text of ['abc', '-5', '1e9']) {
    await size.fill(text);
    await size.blur();
    await expect(wrong).toHaveText('Not a percentage. Write 25 or 7.5.');
    await expect(size).toHaveAttribute('aria-invalid', 'true');
    await expect(page).toHaveURL(/\/changes\/$/);
  }
  await size.fill('25');
  await expect(wrong).toBeEmpty();
  await expect(page).toHaveURL(/\?size_min=25$/);
});

test('a double click on a chip of the changes removes one filter', async ({ page }) => {
  await page.goto('./changes/?kind=price&direction=up&size_min=10');
  await page
    .getByRole('button', { name: /^Remove the filter/ })
    .first()
    .dblclick();
  await expect(page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(2);
});

test('counts beside the choices follow the other choices, and authors are narrowed by typing', async ({
  page,
}) => {
  await page.goto('./changes/');
  const openai = page.getByRole('checkbox', { name: /^OpenAI/ });
  const count = page.locator('label:has([value=openai]) small');
  const all = Number(await count.textContent());
  await page.getByRole('searchbox', { name: 'Narrow the authors' }).fill('open');
  await expect(page.getByRole('checkbox', { name: /^Qwen/ })).toBeHidden();
  await page.getByText('↓ Decrease', { exact: true }).click();
  await expect(page).toHaveURL(/\?direction=down$/);
  const fewer = Number(await count.textContent());
  expect(fewer).toBeLessThan(all);
  await openai.check();
  await expect(page).toHaveURL(/\?author=openai&direction=down$/);
  expect(await countOf(shown(page))).toBe(fewer);
  await expect(page.getByRole('status')).toHaveText(new RegExp(`^${fewer} of `));
});

test('the address of the changes sets the filters, and unknown values are ignored', async ({ page }) => {
  await page.goto('./changes/?kind=new&kind=nonsense&author=nobody&direction=sideways&size_min=x');
  await expect(page.getByRole('checkbox', { name: /^New models/ })).toBeChecked();
  await expect(page.getByRole('button', { name: /^Remove the filter/ })).toHaveCount(1);
  await expect.poll(() => countOf(shown(page))).toBe(await countOf(lines(page, 'new')));
  for (const day of await page.locator('[data-part=day]:visible').all())
    await expect(day.locator('[data-k="new"]:visible').first()).toBeVisible();
});

test('an empty list of changes names the filter to drop and what that shows', async ({ page }) => {
  await page.goto('./changes/?kind=new&size_min=50');
  await expect(page.getByText('No change matches the filters.')).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.getByRole('button', { name: /^Without “At least 50%”: \d+ changes$/ }).click();
  await expect(page).toHaveURL(/\?kind=new$/);
  await expect(page.getByText('No change matches the filters.')).toBeHidden();
  await page.goto('./changes/?kind=new&size_min=50');
  await page.getByRole('button', { name: 'Clear all filters' }).click();
  await expect(page).toHaveURL(/\/changes\/$/);
});

test(
  'the figures that scripts compute are those of the built page',
  { tag: ['@desktop', '@phone'] },
  async ({ page }) => {
    await page.goto('./changes/');
    const built = await page.locator('.changes-figures').innerText();
    await page.getByText('Size', { exact: true }).click();
    await expect(page).toHaveURL(/\?sort=size$/);
    expect(await page.locator('.changes-figures').innerText()).toBe(built);
  },
);

test(
  'the list of changes passes axe with filters set, with its sheet open and by size',
  { tag: ['@desktop', '@phone', '@dark'] },
  async ({ page }) => {
    await page.goto('./changes/?kind=price&direction=up');
    await openFilters(page);
    expect(await axeViolations(page)).toEqual([]);
    await page.goto('./changes/?kind=price&sort=size');
    await expect(page.locator('ul.alike').first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  },
);

test(
  'the list of changes shows every change, opens its days, and has no filters without scripts',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./changes/');
    expect(await countOf(lines(page))).toBeGreaterThan(500);
    await expect(page.getByRole('form', { name: 'Filter the changes' })).toBeHidden();
    const folded = page.locator('details[data-part=day]:not([open])').first();
    await folded.locator('summary').click();
    await expect(page.locator('details[data-part=day]:not([open]) li:visible')).toHaveCount(0);
    await expect(figure(page, 'up')).toHaveText(/^\d+$/);
  },
);

test('months lead to the month before and after', async ({ page }) => {
  await page.goto('./changes/2026-07/');
  await page.getByRole('link', { name: '← June 2026' }).click();
  await expect(page).toHaveURL(/\/changes\/2026-06\/$/);
  await page.getByRole('link', { name: 'July 2026 →' }).click();
  await expect(page).toHaveURL(/\/changes\/2026-07\/$/);
});

test('a model leads to the price history of its line and to the changes of its author', async ({ page }) => {
  await page.goto('./models/anthropic/claude-sonnet-4.5/');
  await page.getByRole('link', { name: /^Prices of \d+ Claude Sonnet models$/ }).click();
  await expect(page).toHaveURL(/\/families\/anthropic\/claude-sonnet\/$/);
  await expect(page.getByRole('img', { name: /^Input price of Claude Sonnet/ })).toBeVisible();
  const rows = page.locator('[data-part=family] tbody tr');
  expect(await rows.count()).toBeGreaterThan(4);
  await expect(rows.filter({ hasText: 'Claude Sonnet 4.5' })).toContainText('$3.00');
  await page.getByRole('link', { name: 'All changes of models by Anthropic' }).click();
  await expect(page).toHaveURL(/\/changes\/authors\/anthropic\/$/);
  await page.getByText('↑ Increase', { exact: true }).click();
  await expect(shown(page).filter({ hasText: 'Claude 3.5 Sonnet' }).first()).toBeVisible();
});

for (const path of [
  './changes/',
  './changes/?kind=price',
  './changes/?sort=size',
  './changes/2025-10/',
  './changes/authors/qwen/',
  './changes/models/z-ai/glm-5.2/',
  './families/z-ai/glm/',
  './families/openai/gpt/',
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

test('the changes are shorter than 14,000 pixels on a phone', { tag: '@phone' }, async ({ page }) => {
  for (const path of ['./changes/', './changes/?kind=price']) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThan(14_000);
  }
});
