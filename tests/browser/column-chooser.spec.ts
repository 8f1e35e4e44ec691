import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { idsOfRows, modelRow } from '../support/model-rows.ts';

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
  const scripts = asked.filter((path) => path.endsWith('.js'));
  expect(scripts.filter((path) => /model-table|filter|facets|workload/.test(path))).toEqual([]);
  // With those that say how old the data is.
  expect(scripts.length).toBeLessThanOrEqual(8);
  await page.locator('th[data-key=input]').hover();
  await expect.poll(() => asked.some((path) => path.includes('model-table'))).toBe(true);
});

const menu = (page: Page) => page.locator('details[data-columns]');

async function openColumns(page: Page) {
  await menu(page).locator('summary').click();
  const group = menu(page).getByRole('group');
  await expect(group).toBeVisible();
  return group;
}

/** The keys of the headers that are shown, without the name. */
const heads = (page: Page) =>
  page.locator('table[data-models] thead th').evaluateAll((all) =>
    all
      .filter((head) => getComputedStyle(head).display !== 'none')
      .map((head) => (head as HTMLElement).dataset.key)
      .slice(1),
  );

/** The line under the table, in the window. */
const unfit = (page: Page) => page.locator('.unfit').first();

test('the menu of columns hides and shows them, keeps them in the address, and Back returns', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1800, height: 900 });
  await page.goto('./models/');
  const every = await heads(page);
  const group = await openColumns(page);
  await group.getByRole('checkbox', { name: 'Modalities' }).uncheck();
  await expect(page).toHaveURL(/\?cols=input,output,cached,context,features,popularity,max-output,newest$/);
  await group.getByRole('checkbox', { name: 'Features' }).uncheck();
  await expect(page).toHaveURL(/\?cols=input,output,cached,context,popularity,max-output,newest$/);
  expect(await heads(page)).toEqual(every.filter((key) => key !== 'modalities' && key !== 'features'));
  await page.goBack();
  await expect(group.getByRole('checkbox', { name: 'Features' })).toBeChecked();
  expect(await heads(page)).toContain('features');
  await menu(page).getByRole('button', { name: 'Show all columns' }).click();
  await expect(page).toHaveURL(/\/models\/$/);
  expect(await heads(page)).toEqual(every);
  expect(await axeViolations(page)).toEqual([]);
});

test('columns of an address are shown without unknown ones, with the sorted one, and stay with filters', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto('./models/?cols=newest,nonsense,input&sort=context');
  await expect(page.locator('th[aria-sort]')).toHaveAttribute('data-key', 'context');
  expect(await heads(page)).toEqual(['input', 'context', 'newest']);
  await page.getByLabel('Filter by name or id').fill('claude');
  await expect(page).toHaveURL(/q=claude&.*cols=newest,nonsense,input/);
  expect(await heads(page)).toEqual(['input', 'context', 'newest']);
  const group = await openColumns(page);
  const sorted = group.getByRole('checkbox', { name: 'Context' });
  await expect(sorted).toBeChecked();
  await expect(sorted).toBeDisabled();
  // The sorted column is shown, but not chosen.
  await group.getByRole('checkbox', { name: 'Output', exact: true }).check();
  await expect(page).toHaveURL(/cols=input,output,newest/);
});

test('a list with few chosen columns shows them where all columns do not fit', async ({ page }) => {
  await page.setViewportSize({ width: 900, height: 800 });
  await page.goto('./models/?cols=input,output,popularity,newest');
  await expect.poll(() => heads(page)).toEqual(['input', 'output', 'popularity', 'newest']);
  await expect(unfit(page)).toBeHidden();
  await page.goto('./models/');
  expect(await heads(page)).not.toContain('newest');
  await expect(unfit(page)).toBeVisible();
  await expect(page.getByLabel('Show all columns')).toBeVisible();
  await page.goto('./models/?cols=input,output,cached,context,features,popularity,max-output,newest');
  await expect(page.getByLabel('Show all chosen columns')).toBeVisible();
  await page.getByLabel('Show all chosen columns').check();
  expect(await heads(page)).toHaveLength(8);
});

test('the line under the table is right after sorting by a column that had no room', async ({ page }) => {
  // Beside the panel, the table has between 72.5 and 79 rem.
  await page.setViewportSize({ width: 1520, height: 900 });
  await page.goto('./models/');
  const room = await page.locator('.room').evaluate((part) => part.clientWidth / 16);
  expect(room).toBeGreaterThan(72.5);
  expect(room).toBeLessThan(79);
  expect(await heads(page)).not.toContain('newest');
  await expect(unfit(page)).toBeVisible();
  await page.goto('./models/?sort=newest');
  await expect.poll(() => heads(page)).toContain('newest');
  expect(await heads(page)).toHaveLength(9);
  await expect(unfit(page)).toBeHidden();
  await page.locator('th[data-key=input]').getByRole('button').click();
  await expect(unfit(page)).toBeVisible();
  expect(await heads(page)).not.toContain('newest');
});

test('compact rows have one line, stay after a reload without a shift, and go again', async ({ page }) => {
  await page.setViewportSize({ width: 1400, height: 900 });
  await page.goto('./models/');
  await openColumns(page);
  await menu(page).getByLabel('Compact rows').check();
  const height = () =>
    page.locator('tbody tr:not(.v)').evaluateAll((rows) => {
      const all = rows.map((row) => row.getBoundingClientRect().height).sort((a, b) => a - b);
      return all[Math.floor(all.length / 2)] ?? 0;
    });
  expect(await height()).toBeLessThanOrEqual(36);
  await expect(page.locator('tbody th code').first()).toBeHidden();
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  expect(await height()).toBeLessThanOrEqual(36);
  await openColumns(page);
  await menu(page).getByLabel('Compact rows').uncheck();
  expect(await height()).toBeGreaterThan(40);
});

test('compact rows without storage last until the page is left, and the menu says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new Error('denied');
      },
    });
  });
  await page.goto('./models/');
  await openColumns(page);
  await menu(page).getByLabel('Compact rows').check();
  await expect(page.locator('html')).toHaveAttribute('data-rows', 'compact');
  await expect(menu(page)).toContainText('Only on this page: this browser does not store it.');
});

test('the menu of columns is worked by keyboard, and says what each column means', async ({ page }) => {
  await page.goto('./models/');
  await menu(page).locator('summary').focus();
  await page.keyboard.press('Enter');
  const output = menu(page).getByRole('checkbox', { name: 'Output', exact: true });
  await expect(output).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu(page).getByRole('checkbox').first()).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Space');
  await expect(output).not.toBeChecked();
  await expect(output).toBeFocused();
  await expect(menu(page).getByRole('checkbox', { name: 'Cached input' })).toHaveAccessibleDescription(
    /A dash: not billed separately\.$/,
  );
  await page.keyboard.press('Escape');
  await expect(menu(page).locator('summary')).toBeFocused();
});

test('an export has the chosen columns', async ({ page }) => {
  await page.goto('./models/?cols=output');
  await expect.poll(() => heads(page)).toEqual(['output', 'popularity']);
  await page.locator('details[data-export] summary').click();
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV file' }).click();
  const [head = ''] = readFileSync(await (await download).path(), 'utf8').split('\n');
  expect(head).toMatch(/output/i);
  expect(head).not.toMatch(/context|cached/i);
});

test(
  'a phone leaves out the facts that are not chosen, in short rows and under "More"',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./models/');
    const group = await openColumns(page);
    await expect(menu(page).getByLabel('Compact rows')).toBeHidden();
    await group.getByRole('checkbox', { name: 'Context' }).uncheck();
    await group.getByRole('checkbox', { name: 'Features' }).uncheck();
    expect(await axeViolations(page, { part: 'details[data-columns]' })).toEqual([]);
    await page.getByRole('heading', { level: 1 }).click();
    const row = page.locator(modelRow('xiaomi/mimo-v2.5'));
    await row.getByRole('button', { name: 'More about MiMo-V2.5' }).click();
    await expect(row.getByText('1.05M')).toBeHidden();
    await expect(row.getByText('tools, structured output')).toBeHidden();
    await expect(row.getByText('text, image, audio, video')).toBeVisible();
    expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(
      0,
    );
  },
);

test('forced colors show which column is sorted', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./models/');
  const outlines = await page
    .locator('thead th')
    .evaluateAll((all) => all.map((head) => getComputedStyle(head).outlineStyle));
  expect(outlines.filter((style) => style !== 'none')).toHaveLength(1);
});

for (const [key, words] of [
  ['modalities', 'By number of modalities, most first.'],
  ['features', 'By number of features, most first.'],
] as const) {
  test(`the column of ${key} sorts by number in place as on its page, in both directions`, async ({
    page,
  }) => {
    await page.setViewportSize({ width: 1800, height: 900 });
    await page.goto(`./models/by/${key}/`);
    const printed = await page.locator('tbody tr:first-child').evaluateAll(idsOfRows);
    await page.goto('./models/');
    const head = page.locator(`th[data-key=${key}]`);
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'descending');
    await expect(page.getByRole('status')).toContainText(words);
    await expect(page.locator('tbody')).toHaveCount(printed.length);
    expect(await page.locator('tbody tr:first-child').evaluateAll(idsOfRows)).toEqual(printed);
    await head.getByRole('button').click();
    await expect(head).toHaveAttribute('aria-sort', 'ascending');
    await expect(page).toHaveURL(new RegExp(`\\?sort=${key}&dir=asc$`));
  });
}

test('a phone shows the words of a sorted column below the name', { tag: '@phone' }, async ({ page }) => {
  await page.goto('./models/?sort=features');
  const row = page.locator('table[data-models] tbody tr').first();
  const words = row.getByText('tools, structured output');
  await expect(words).toBeVisible();
  const [name, line] = await Promise.all([row.locator('th a').boundingBox(), words.boundingBox()]);
  expect(line?.y ?? 0).toBeGreaterThanOrEqual((name?.y ?? 0) + (name?.height ?? 0) - 1);
  expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
});
