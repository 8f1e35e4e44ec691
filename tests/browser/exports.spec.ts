import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { idsOfRows } from '../support/model-rows.ts';

interface Exported {
  readonly title: string;
  readonly about: string;
  readonly data_as_of: string;
  readonly address: string;
  readonly columns: readonly { readonly key: string; readonly label: string }[];
  readonly models: readonly Readonly<Record<string, string | number | null | readonly string[]>>[];
}

const menu = (page: Page, label: string): Locator =>
  page.locator('details[data-menu]', { has: page.locator('summary', { hasText: label }) }).first();

async function openMenu(page: Page, label: string): Promise<Locator> {
  const opened = menu(page, label);
  await opened.locator('summary').click();
  await expect(opened).toHaveAttribute('open', '');
  return opened;
}

/** The name and the text of the file that the list saves. */
async function saved(page: Page, format: string): Promise<{ name: string; text: string }> {
  const opened = menu(page, 'Export');
  if ((await opened.getAttribute('open')) === null) await openMenu(page, 'Export');
  const download = page.waitForEvent('download');
  await opened.getByRole('button', { name: `Save as ${format} file` }).click();
  const file = await download;
  await expect(opened.locator('[data-said]')).toContainText(`as ${file.suggestedFilename()}.`);
  return { name: file.suggestedFilename(), text: readFileSync(await file.path(), 'utf8') };
}

async function savedJson(page: Page): Promise<Exported> {
  return JSON.parse((await saved(page, 'JSON')).text) as Exported;
}

/** The ids of the rows on top, in the order shown. */
const shownIds = (page: Page): Promise<string[]> =>
  page.locator('table[data-models]').first().locator('tbody tr:not(.v)').evaluateAll(idsOfRows);

async function filtered(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  const status = page
    .getByRole('status')
    .filter({ hasText: /\d+ of \d+/ })
    .first();
  await expect(status).toBeVisible();
  const count = Number.parseInt((await status.textContent()) ?? '');
  await expect.poll(async () => (await shownIds(page)).length).toBe(count);
  return shownIds(page);
}

test('every preset of the list of all models leads to a list that is not empty', async ({ page }) => {
  await page.goto('./models/');
  const opened = await openMenu(page, 'Presets');
  await expect(opened.getByRole('link').first()).toBeVisible();
  const links = await opened
    .getByRole('link')
    .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
  expect(links.length).toBeGreaterThan(8);
  for (const link of links) {
    await page.goto(link);
    await expect(page.locator('model-explorer')).not.toHaveAttribute('data-empty');
    await expect(page.locator('table[data-models] tbody').first()).toBeVisible();
  }
});

test('@desktop @phone a preset of the menu filters and sorts the list', async ({ page }) => {
  await page.goto('./models/');
  await (await openMenu(page, 'Presets')).getByRole('link', { name: 'Cheapest with tools' }).click();
  await expect(page).toHaveURL(/\/models\/\?can=tools&price=paid&sort=input$/);
  const ids = await filtered(page, page.url());
  expect(ids.length).toBeGreaterThan(50);
});

test('a menu of a list opens and closes by the keyboard and closes on a press outside', async ({ page }) => {
  await page.goto('./models/');
  const summary = menu(page, 'Presets').locator('summary');
  await summary.focus();
  await page.keyboard.press('Enter');
  await expect(menu(page, 'Presets')).toHaveAttribute('open', '');
  await expect(menu(page, 'Presets').getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(menu(page, 'Presets').getByRole('link').first()).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(menu(page, 'Presets')).not.toHaveAttribute('open');
  await expect(summary).toBeFocused();
  await openMenu(page, 'Export');
  await page.getByRole('heading', { level: 1 }).click();
  await expect(menu(page, 'Export')).not.toHaveAttribute('open');
});

for (const label of ['Presets', 'Export']) {
  test(`@desktop @phone @dark the open menu ${label} has no axe violations and fits the screen`, async ({
    page,
  }) => {
    await page.goto('./models/');
    await openMenu(page, label);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('@desktop @phone an export as JSON has the rows shown, in their order, and says what is filtered and sorted', async ({
  page,
}) => {
  const ids = await filtered(page, './models/?can=tools&price=paid&input_max=1&sort=input');
  const { title, about, data_as_of: day, address, columns, models } = await savedJson(page);
  expect(models.map(({ id }) => id)).toEqual(ids);
  expect(title).toBe('Models');
  expect(about).toMatch(new RegExp(`^${ids.length} of \\d+ models: tools, paid, input up to \\$1\\.`));
  expect(about).toContain('By input price, lowest first.');
  expect(day).toBe('2026-08-22');
  expect(address).toBe(page.url());
  expect(columns.map(({ key }) => key)).toEqual(
    expect.arrayContaining(['name', 'id', 'input', 'cached', 'context']),
  );
  expect(columns.find(({ key }) => key === 'input')?.label).toMatch(/^Input \(\$ \/ .+tokens\)$/);
  const inputs = models.map(({ input }) => input);
  expect(inputs.every((input) => /^\d+(?:\.\d+)?$/.test(String(input)))).toBe(true);
  expect(inputs.map(Number)).toEqual(inputs.map(Number).toSorted((a, b) => a - b));
  expect(models.every(({ features }) => Array.isArray(features) && features.includes('Tools'))).toBe(true);
  expect(new Set(models.map(({ context }) => typeof context))).toEqual(new Set(['number']));
});

test('an export as CSV has a header with units, a line for each row, and where the view is', async ({
  page,
}) => {
  const ids = await filtered(page, './models/?price=free&in=image');
  const { name, text } = await saved(page, 'CSV');
  expect(name).toBe('modeldex-models-filtered-2026-08-22.csv');
  const [header = '', ...lines] = text.trimEnd().split('\r\n');
  expect(header).toMatch(/^Model,Id,.*Data as of,View$/);
  expect(lines.map((line) => ids.find((id) => line.includes(`,${id},`)))).toEqual(ids);
  for (const line of lines) {
    expect(line).toContain(',free,free,');
    expect(line.endsWith(`,2026-08-22,${page.url()}`)).toBe(true);
  }
});

test('an export has the prices above a prompt length that the list shows', async ({ page }) => {
  await filtered(page, './models/?q=gpt-5.6-luna');
  const { columns, models } = await savedJson(page);
  expect(columns.find(({ key }) => key === 'input-tier')?.label).toBe('Input, next tier');
  expect(models.find(({ id }) => id === 'openai/gpt-5.6-luna')).toMatchObject({
    input: '0.2',
    'input-tier': '$0.40 >272K',
    'output-tier': '$1.80 >272K',
    'cached-tier': '$0.04 >272K',
  });
  expect((await saved(page, 'CSV')).text).toContain(',$0.40 >272K,');
  await filtered(page, './models/?q=gpt-4o-mini');
  expect((await savedJson(page)).columns.map(({ key }) => key)).not.toContain('input-tier');
});

test('an export says in words which prices are no amounts', async ({ page }) => {
  await page.goto('./models/?author=openrouter');
  await expect(
    page
      .getByRole('status')
      .filter({ hasText: / of \d+/ })
      .first(),
  ).toBeVisible();
  const { models } = await savedJson(page);
  expect(models.find(({ id }) => id === 'openrouter/auto')).toMatchObject({
    input: 'dynamic',
    output: 'dynamic',
  });
});

test('an export as Markdown is copied by the keyboard, with links to the models', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const ids = await filtered(page, './models/?q=gpt-4o&price=paid');
  await menu(page, 'Export').locator('summary').focus();
  await page.keyboard.press('Enter');
  const copy = menu(page, 'Export').getByRole('button', { name: 'Copy as Markdown' });
  await expect(copy).toBeEnabled();
  await copy.focus();
  await page.keyboard.press('Enter');
  await expect(menu(page, 'Export').locator('[data-said]')).toHaveText(
    `Copied ${ids.length} rows as Markdown.`,
  );
  const text = await page.evaluate(() => navigator.clipboard.readText());
  const [first = '', , header = '', ...rows] = text.trimEnd().split('\n');
  expect(first).toMatch(/^\*\*Models\.\*\* \d+ of \d+ models: “gpt-4o”, paid\. .*2026-08-22\. <http/);
  expect(header).toMatch(/^\| Model \| Id \|/);
  expect(rows.length).toBe(ids.length + 1);
  expect(rows[1]).toMatch(/^\| \[.+\]\(<http.+\/models\/openai\/gpt-4o.*\/>\) \| openai\/gpt-4o/);
});

test('an export of a whole list has every row, also variants that are unfolded', async ({ page }) => {
  await page.goto('./authors/openai/');
  const ids = await shownIds(page);
  const folded = await savedJson(page);
  expect(folded.models.map(({ id }) => id)).toEqual(ids);
  expect(folded.about).toMatch(/^59 models\. By date added, newest first\. Without 36 variants folded/);
  await page.keyboard.press('Escape');
  await page.locator('tbody label').first().click();
  const unfolded = await savedJson(page);
  expect(unfolded.models.length).toBeGreaterThan(ids.length);
  expect(unfolded.about).toContain('shown under them.');
});

for (const address of ['categories/programming/', 'outputs/text/']) {
  test(`the list of /${address} can be exported`, async ({ page }) => {
    await page.goto(`./${address}`);
    const { models } = await savedJson(page);
    expect(models.map(({ id }) => id)).toEqual(await shownIds(page));
  });
}

test.describe('on the site of all outputs', () => {
  test.use({ site: 'wide' });

  test('an export of models whose price has no unit holds it as listed', async ({ page }) => {
    await page.goto('./outputs/transcription/');
    const lists = page.locator('model-table');
    const last = lists.last();
    await last.locator('summary', { hasText: 'Export' }).click();
    const download = page.waitForEvent('download');
    await last.getByRole('button', { name: 'Save as CSV file' }).click();
    const text = readFileSync(await (await download).path(), 'utf8');
    expect(text).toMatch(/^Model,Id,Price as listed \(unit not stated\),Unit,/);
    expect(text).toMatch(/\r\n[^\r]+,0\.\d+,https:\/\/openrouter\.ai\//);
  });
});

test('nothing of exports is loaded before the menu is opened', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./models/');
  await page.waitForLoadState('networkidle');
  const before = asked.length;
  expect(asked.filter((path) => path.includes('export'))).toEqual([]);
  await openMenu(page, 'Export');
  await expect
    .poll(() => asked.slice(before).filter((path) => path.includes('export')).length)
    .toBeGreaterThan(0);
});

test('@no-js a list without scripts offers neither presets nor exports', async ({ page }) => {
  await page.goto('./models/');
  await expect(page.locator('table[data-models] tbody').first()).toBeVisible();
  for (const label of ['Presets', 'Export']) await expect(menu(page, label)).toBeHidden();
});
