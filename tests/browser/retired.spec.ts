import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { columnTexts } from '../support/column-texts.ts';
import { idsOfRows, MODEL_ROWS, modelRow } from '../support/model-rows.ts';

const ALL = 556;
const OWN_WORDS = `${ALL} retired models. By date retired, newest first.`;

const panel = (page: Page) => page.getByRole('form', { name: 'Filters' });
const chips = (page: Page) => page.getByRole('list', { name: 'Filters that are set' });
const years = (page: Page) => page.getByRole('navigation', { name: 'Years' });

const shown = (page: Page): Promise<string[]> => page.locator(MODEL_ROWS).evaluateAll(idsOfRows);

/** The ids of all rows, once the list is filtered. Rows come in batches. */
async function filtered(page: Page): Promise<string[]> {
  const status = page.getByRole('status');
  await expect(status).toHaveText(/^\d+ of 556 retired models: /);
  const count = Number.parseInt((await status.textContent()) ?? '');
  await expect(page.locator('table[data-models] tbody')).toHaveCount(count);
  return shown(page);
}

const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test('the list of retired models takes the filters of an address, says so, and can be cleared', async ({
  page,
}) => {
  await page.goto('./retired/?author=openai&in=image&retired_after=2025');
  const ids = await filtered(page);
  expect(ids.length).toBeGreaterThan(1);
  expect(ids.filter((id) => !id.startsWith('openai/'))).toEqual([]);
  const words = 'OpenAI, image input, retired since 2025';
  await expect(page.getByRole('status')).toHaveText(
    `${ids.length} of ${ALL} retired models: ${words}. By date retired, newest first.`,
  );
  await expect(page.locator('table[data-models] caption')).toContainText(words);
  await expect(page).toHaveTitle(`${words} · Retired models · Modeldex`);
  await expect(years(page)).toBeHidden();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(/\/retired\/$/);
  await expect(page.getByRole('status')).toHaveText(OWN_WORDS);
  await expect(page).toHaveTitle('Retired models · Modeldex');
  await expect(years(page)).toBeVisible();
});

for (const query of [
  'q=gpt-4',
  'q=mistral',
  'out=text&in=file',
  'input_max=0.1',
  'output_max=0.5&price=paid',
  'price=free',
  'context_min=200k',
  'max_output_min=64k',
  'can=tools',
  'param=seed',
  'open=1',
  'moderated=yes',
  'added_after=2026',
  'cutoff_after=2024',
  'retired_after=2026-08',
  'hide=variants',
]) {
  test(`the list of retired models shows some of its rows for ?${query}`, async ({ page }) => {
    await page.goto(`./retired/?${query}`);
    const { length } = await filtered(page);
    expect(length).toBeGreaterThan(1);
    expect(length).toBeLessThan(ALL);
  });
}

test('former addresses of filters show the same retired models', async ({ page }) => {
  for (const [former, today] of [
    ['takes=image&input=1&context=128000', 'in=image&input_max=1&context_min=128k'],
    ['added=1y&sort=price-high', 'added_after=2025-08-22&sort=input&dir=desc'],
    ['price=under-2&can=open-weights', 'input_max=%3C2&open=1'],
  ] as const) {
    await page.goto(`./retired/?${former}`);
    const rows = await filtered(page);
    expect(rows.length, former).toBeGreaterThan(1);
    await page.goto(`./retired/?${today}`);
    expect(await filtered(page), today).toEqual(rows);
  }
});

test('the panel of retired models filters by mouse, with counts of what would remain', async ({ page }) => {
  await page.goto('./retired/');
  await expect(panel(page).getByText('Retiring models')).toHaveCount(0);
  await expect(panel(page).getByText('Stable price', { exact: true })).toHaveCount(0);
  await expect(panel(page).locator('summary', { hasText: 'Category' })).toHaveCount(0);
  const lately = panel(page).locator('button[name=retired_after]', { hasText: '90 days' });
  const promised = Number(await lately.locator('small').textContent());
  await lately.click();
  await expect(page).toHaveURL(/\?retired_after=2026-05-24$/);
  const ids = await filtered(page);
  expect(ids.length).toBe(promised);
  await expect(lately).toHaveAttribute('aria-pressed', 'true');
  const inputs = await columnTexts(page, 'input');
  const free = panel(page).locator('label', { has: page.locator('input[name=price][value=free]') });
  await expect
    .poll(async () => Number(await free.locator('small').textContent()))
    .toBe(inputs.filter((text) => text === 'free').length);
  await panel(page).locator('summary', { hasText: 'Author' }).click();
  const most = panel(page).locator('[data-choices=author] label').first();
  const author = (await most.locator('input').getAttribute('value')) ?? '';
  const ofMost = ids.filter((id) => id.startsWith(`${author}/`));
  await expect(most.locator('small')).toHaveText(String(ofMost.length));
  await most.getByRole('checkbox').check();
  await expect(page).toHaveURL(new RegExp(`\\?author=${author}&retired_after=2026-05-24$`));
  expect(await filtered(page)).toEqual(ofMost);
  await chips(page).getByRole('button').first().click();
  expect(await filtered(page)).toEqual(ids);
  await page.goBack();
  await expect(page).toHaveURL(new RegExp(`\\?author=${author}&`));
});

test('retired models are filtered by keyboard, by date and by name, also one with a typing error', async ({
  page,
}) => {
  await page.goto('./retired/');
  await panel(page).getByLabel('Retired', { exact: true }).focus();
  await page.keyboard.type('2026-07');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?retired_after=2026-07$/);
  await filtered(page);
  await page.getByLabel('Filter by name or id').focus();
  await page.keyboard.type('gemni');
  await expect(page.getByRole('status')).toContainText('names like “gemni”');
  expect((await filtered(page)).every((id) => id.includes('gem'))).toBe(true);
  await page.keyboard.press('ControlOrMeta+A');
  await page.keyboard.type('no such model at all');
  const empty = page.locator('[data-part=empty]');
  await expect(empty).toContainText('No retired model matches.');
  await expect(empty.getByRole('link', { name: /^Search everything for/ })).toBeVisible();
});

test('@phone a sheet filters retired models, and says how many it will show', async ({ page }) => {
  await page.goto('./retired/');
  await expect(page.locator('table[data-models] tr').nth(1)).toBeInViewport();
  await page.getByRole('button', { name: 'Filters' }).click();
  const sheet = page.getByRole('dialog');
  await sheet.getByRole('radio', { name: /^Paid/ }).check();
  const done = sheet.getByRole('button', { name: /^Show \d+ retired models$/ });
  await expect(done).toBeVisible();
  await done.click();
  const ids = await filtered(page);
  expect(ids.length).toBeGreaterThan(1);
  const row = page.locator('table[data-models] tbody').first();
  await row.getByRole('button', { name: /^More about/ }).click();
  await expect(row.locator('td small').last()).toBeVisible();
  await expect(row.locator('td small').last()).toContainText(/\w/);
  await page.getByLabel('Sort by').selectOption({ label: 'Days listed' });
  await expect(page).toHaveURL(/sort=days/);
  await page.getByRole('button', { name: 'Descending' }).click();
  await expect(page).toHaveURL(/dir=asc/);
  expect(await overflow(page)).toBe(0);
  await page.getByRole('button', { name: 'Filters' }).click();
  await expect(sheet).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
});

for (const [name, first] of [
  ['Model', 'ascending'],
  ['Context', 'descending'],
  ['Last input', 'ascending'],
  ['Last output', 'ascending'],
  ['Days listed', 'descending'],
] as const) {
  test(`a click on ${name} sorts retired models, and a second one reverses the order`, async ({ page }) => {
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.goto('./retired/');
    const header = page.getByRole('columnheader', { name });
    const own = page.getByRole('columnheader', { name: 'Retired' });
    await expect(own).toHaveAttribute('aria-sort', 'descending');
    const before = await shown(page);
    await header.getByRole('button').click();
    await expect(header).toHaveAttribute('aria-sort', first);
    await expect(own).not.toHaveAttribute('aria-sort');
    await expect.poll(async () => (await shown(page))[0]).not.toBe(before[0]);
    await expect(years(page)).toBeHidden();
    await header.getByRole('button').focus();
    await page.keyboard.press('Enter');
    await expect(header).toHaveAttribute('aria-sort', first === 'ascending' ? 'descending' : 'ascending');
    await expect(page).toHaveURL(/\?sort=[a-z-]+&dir=(?:asc|desc)$/);
  });
}

test('a click on Retired shows the first to be retired first', async ({ page }) => {
  await page.goto('./retired/');
  await page.getByRole('columnheader', { name: 'Retired' }).getByRole('button').click();
  await expect(page).toHaveURL(/\?dir=asc$/);
  await expect(page.getByRole('status')).toContainText('By date retired, oldest first.');
  await expect(page.locator('table[data-models] tbody').first()).toContainText('2024');
});

test('@desktop @phone @no-js links lead to the first retired model of each year', async ({ page }) => {
  await page.goto('./retired/');
  const counts = await years(page).locator('a span').allTextContents();
  expect(counts.map(Number).reduce((sum, count) => sum + count, 0)).toBe(ALL);
  for (const year of ['2025', '2024']) {
    await years(page).getByRole('link', { name: year }).click();
    await expect(page).toHaveURL(new RegExp(`#y${year}$`));
    const target = page.locator(`#y${year}`);
    await expect(target).toBeInViewport();
    await expect(target).toContainText(year);
    expect((await target.boundingBox())?.y).toBeLessThan(150);
    await page.evaluate(() => {
      scrollTo(0, 0);
    });
  }
});

test('a link to a year leads to a row that the list has not drawn again yet', async ({ page }) => {
  await page.goto('./retired/?author=openai');
  await filtered(page);
  await chips(page).getByRole('button').first().click();
  await expect(page.getByRole('status')).toHaveText(OWN_WORDS);
  await years(page).getByRole('link', { name: '2024' }).click();
  await expect(page.locator('#y2024')).toBeInViewport();
  await expect(page).toHaveURL(/#y2024$/);
});

test('@no-js retired models are in a plain table without scripts', async ({ page }) => {
  await page.goto('./retired/?author=openai');
  await expect(page.locator(MODEL_ROWS)).toHaveCount(ALL);
  await expect(page.getByRole('status')).toHaveText(OWN_WORDS);
  await expect(panel(page)).toBeHidden();
  await expect(page.getByRole('columnheader', { name: 'Retired' }).getByRole('button')).toHaveCount(0);
});

for (const width of [320, 390, 768, 1024, 1280, 1920]) {
  test(`retired models fit a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./retired/?author=openai');
    await filtered(page);
    expect(await overflow(page)).toBe(0);
    const cut = await page
      .locator('table[data-models]')
      .evaluate((table) => table.getBoundingClientRect().right - innerWidth);
    expect(cut).toBeLessThanOrEqual(0);
  });
}

test('@desktop @phone @dark filtered retired models have no axe violations', async ({ page }) => {
  await page.goto('./retired/?author=google&sort=days');
  await filtered(page);
  expect(await axeViolations(page)).toEqual([]);
});

test('an export of retired models has days, last prices, and the ids of replacements', async ({ page }) => {
  await page.goto('./retired/?author=openai&price=paid');
  const ids = await filtered(page);
  await page.locator('summary', { hasText: 'Export' }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as JSON file' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toBe('modeldex-retired-filtered-2026-08-22.json');
  const { title, about, models } = JSON.parse(readFileSync(await file.path(), 'utf8')) as {
    title: string;
    about: string;
    models: readonly Readonly<Record<string, string | number | null>>[];
  };
  expect(title).toBe('Retired models');
  expect(about).toContain(`${ids.length} of ${ALL} retired models: OpenAI, paid.`);
  expect(models.map(({ id }) => id)).toEqual(ids);
  expect(new Set(models.map(({ context }) => typeof context))).toEqual(new Set(['number']));
  for (const { retired, input, days, replacement, 'replacement-note': note } of models) {
    expect(retired).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(input).toMatch(/^(?:\d+(?:\.\d+)?|unknown|not billed|unstated)$/);
    expect(String(days)).toMatch(/^\d+(?: or more)?$/);
    if (replacement !== null) expect(replacement).toMatch(/^[a-z0-9-]+\/[a-z0-9.:-]+$/);
    expect(note).toMatch(/\.$/);
  }
  expect(models.some(({ replacement }) => replacement !== null)).toBe(true);
});

test('the day by which retired models are filtered is the day that their pages say', async ({ page }) => {
  await page.goto('./retired/?q=claude-3-opus');
  const row = page.locator(modelRow('anthropic/claude-3-opus'));
  await expect(row).toContainText('Jan 6, 2026');
  for (const [day, count] of [
    ['2026-01-06', 1],
    ['2026-01-07', 0],
  ] as const) {
    await page.goto(`./retired/?author=anthropic&retired_after=${day}`);
    await filtered(page);
    await expect(row).toHaveCount(count);
  }
  await page.goto('./models/anthropic/claude-3-opus/');
  const known = page.locator('[data-part=details] > div');
  await expect(known.filter({ hasText: 'Removed' })).toContainText('Jan 6, 2026');
  await expect(known.filter({ hasText: 'Last seen' })).toContainText('Jan 5, 2026');
  await expect(page.getByText('In our records')).toHaveCount(1);
});

test('@desktop @phone the page of a retired model links to its feed, and copies the address', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('./models/anthropic/claude-3-opus/');
  const link = page.getByRole('link', { name: 'RSS feed' });
  await expect(link).toBeVisible();
  await expect(link).toHaveAttribute('href', /\/feeds\/models\/anthropic\/claude-3-opus\.xml$/);
  await page.getByRole('button', { name: 'Copy feed address' }).click();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toMatch(/^http.+\/feeds\/models\/anthropic\/claude-3-opus\.xml$/);
});

test('search filters by the date of retirement', async ({ page }) => {
  await page.goto('./search/?q=claude&retired_after=2026');
  await expect(page.locator('.search-count')).toHaveText(/retired/);
  const facet = page.getByRole('group', { name: 'Retired' });
  await expect(facet.getByRole('checkbox').first()).toBeVisible();
});
