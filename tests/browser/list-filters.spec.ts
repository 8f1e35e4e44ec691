import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';
import { columnTexts } from '../support/column-texts.ts';
import { idsOfRows, modelRow } from '../support/model-rows.ts';

/** The ids of all rows that a list shows, in their order, once it is filtered. */
async function shownAt(page: Page, address: string): Promise<string[]> {
  await page.goto(address);
  return shownWhole(page);
}

/** Rows come in batches: all are there when there are as many as the list says. */
async function shownWhole(page: Page): Promise<string[]> {
  const status = page.getByRole('status').first();
  await expect(status).toHaveText(/^[\d,]+ of [\d,]+ models?: /);
  const count = Number.parseInt((await status.textContent()) ?? '');
  await expect(page.locator('table[data-models]').first().locator('tbody')).toHaveCount(count);
  return shown(page);
}

function shown(page: Page): Promise<string[]> {
  return page.locator('table[data-models] tbody tr:not(.v)').evaluateAll(idsOfRows);
}

test('a filtered list shows a free variant as a row of its own in place of its paid base', async ({
  page,
}) => {
  const ids = await shownAt(page, './models/?price=free');
  expect(ids.length).toBeGreaterThan(10);
  expect(new Set(await columnTexts(page, 'input'))).toEqual(new Set(['free']));
  const variant = ids.find((id) => id.endsWith(':free')) ?? '';
  expect(ids).not.toContain(variant.replace(':free', ''));
  await expect(page.locator(modelRow(variant))).toBeVisible();
  await expect(page.getByRole('status')).toContainText(`${ids.length} of`);
  const free = page.locator('label', { has: page.locator('input[name=price][value=free]') });
  await expect(free.locator('small')).toHaveText(String(ids.length));
  // Without the filter the variant folds under its base again.
  await page.getByRole('button', { name: 'Remove the filter: free' }).click();
  await expect(page).toHaveURL(/\/models\/$/);
  const row = page.locator(`${modelRow(variant)}.v`);
  await expect(row).toBeHidden();
  await page
    .locator('tbody', { has: row })
    .getByText(/\d+ more/)
    .click();
  await expect(row).toBeVisible();
});

test('a filtered list folds only the variants that match under a base', async ({ page }) => {
  const ids = await shownAt(page, './models/?q=gpt-4o-mini&hide=variants');
  expect(ids).toContain('openai/gpt-4o-mini');
  await expect(page.locator(modelRow('openai/gpt-4o-mini:batch'))).toHaveCount(0);
  const base = page.locator('tbody', { has: page.locator(modelRow('openai/gpt-4o-mini')) });
  await expect(base.locator('tr')).toHaveCount(1);
  await expect(base.locator('label')).toBeHidden();
});

test('former addresses of the models table and of search show the same rows', async ({ page }) => {
  for (const [former, today] of [
    ['takes=image&input=1&context=128000', 'in=image&input_max=1&context_min=128k'],
    ['can=tools&can=open-weights', 'can=tools&open=1'],
    ['added=90d&sort=price-high', 'added_after=2026-05-24&sort=input&dir=desc'],
    ['price=under-2&out=text', 'input_max=%3C2&out=text'],
  ] as const) {
    const rows = await shownAt(page, `./models/?${former}`);
    expect(rows.length, former).toBeGreaterThan(5);
    expect(await shownAt(page, `./models/?${today}`), today).toEqual(rows);
    const counts = [];
    for (const address of [former, today]) {
      await page.goto(`./search/?${address}`);
      await expect(page.locator('.search-count')).toHaveText(/models/);
      counts.push(await page.locator('.search-count').textContent());
    }
    expect(counts[0], former).toBe(counts[1]);
  }
});

test('the panel of the models table writes and shows the grammar of addresses', async ({ page }) => {
  await page.goto('./models/');
  const panel = page.getByRole('form', { name: 'Filters' });
  await panel.getByRole('checkbox', { name: /^Image/ }).check();
  await panel.getByRole('checkbox', { name: /^Open weights/ }).check();
  await panel.getByLabel('Input price, per M tokens').fill('1');
  await panel.getByLabel('Context, tokens').fill('128000');
  await expect(page).toHaveURL(/\?in=image&open=1&input_max=1&context_min=128000$/);
  const rows = await shownWhole(page);
  expect(rows.length).toBeGreaterThan(2);
  await page.reload();
  await expect(panel.getByLabel('Input price, per M tokens')).toHaveValue('1');
  expect(await shownWhole(page)).toEqual(rows);
  await page.goBack();
  await expect(page).toHaveURL(/input_max=1$/);
  await expect(panel.getByLabel('Context, tokens')).toHaveValue('');
});

test('a list says everything that it is filtered by, and keeps it when a filter is added', async ({
  page,
}) => {
  await shownAt(page, './models/?input_max=2&max_output_min=64k&param=seed,top_k&moderated=no');
  await expect(page.getByLabel('Input price, per M tokens')).toHaveValue('2');
  await expect(page.getByRole('status')).toContainText(
    ': parameter seed, parameter top_k, input up to $2, 64K max output or more, not moderated.',
  );
  await page
    .getByRole('form', { name: 'Filters' })
    .getByLabel(/^Tools/)
    .check();
  await expect(page).toHaveURL(/\?can=tools&param=seed,top_k&input_max=2&max_output_min=64000&moderated=no$/);
});

for (const address of ['categories/programming/', 'authors/openai/', 'outputs/text/']) {
  test(`/${address} takes the filters of an address, says so, and can be cleared`, async ({ page }) => {
    await page.goto(`./${address}`);
    const all = await shown(page);
    const ids = await shownAt(page, `./${address}?can=tools&context_min=200k&input_max=2`);
    expect(ids.length).toBeGreaterThan(1);
    expect(ids.length).toBeLessThan(all.length);
    await expect(page.getByRole('status')).toBeVisible();
    await expect(page.getByRole('status')).toContainText(': tools, input up to $2, 200K context or more.');
    const chips = page.getByRole('list', { name: 'Filters that are set' });
    await chips.getByRole('button', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(new RegExp(`/${address}$`));
    await expect(chips).toBeHidden();
    await expect(page.getByRole('status')).not.toContainText(' of ');
    await expect.poll(() => shown(page)).toEqual(all);
  });
}

test.describe('on the site of all outputs', () => {
  test.use({ site: 'wide' });

  test('a list of an output without text takes the filters of an address', async ({ page }) => {
    await page.goto('./outputs/image/?author=openai');
    await expect(page.getByRole('status').first()).toHaveText(/^\d+ of \d+ models: OpenAI\./);
    const ids = await shown(page);
    expect(ids.length).toBeGreaterThan(0);
    expect(ids.filter((id) => !id.startsWith('openai/'))).toEqual([]);
  });
});

test.describe('where the data of filters cannot be loaded', () => {
  test.use({ strict: undefined });

  test('a list says that it cannot filter, and can still be sorted', async ({ page, context }) => {
    await context.route('**/models/filters.json*', (route) => route.abort());
    await page.goto('./models/?can=tools');
    await expect(page.getByRole('status')).toContainText('could not be loaded, so it is not filtered');
    await page.getByRole('columnheader', { name: 'Context' }).getByRole('button').click();
    await expect(page.getByRole('columnheader', { name: 'Context' })).toHaveAttribute(
      'aria-sort',
      'descending',
    );
    await context.unroute('**/models/filters.json*');
    await page
      .getByRole('form', { name: 'Filters' })
      .getByRole('checkbox', { name: /^Image/ })
      .check();
    await expect(page.getByRole('status')).toHaveText(/^\d+ of \d+ models: image input, tools\./);
  });
});

test('a list does not filter by the data of another build', async ({ page, context }) => {
  await context.route('**/models/filters.json*', async (route) => {
    const response = await route.fetch();
    const file = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...file, build: 'another' } });
  });
  await page.goto('./models/?can=tools');
  await expect(page.getByRole('status')).toContainText('The site is newer than this page.');
  await expect(page.locator(modelRow('openai/gpt-4o'))).toHaveCount(1);
});

test('nothing of the filters is loaded before a list is touched', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.goto('./models/');
  await page.waitForLoadState('networkidle');
  expect(asked.filter((path) => path.includes('filter'))).toEqual([]);
  await page.getByLabel('Filter by name or id').focus();
  await expect.poll(() => asked.filter((path) => path.endsWith('/models/filters.json')).length).toBe(1);
});
