import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { modelRow } from '../support/model-rows.ts';

const CHAT = 'wi=2000&wo=400&wc=0.5&wr=10000';
const LUNA = 'openai/gpt-5.6-luna';
const SONNET = 'anthropic/claude-sonnet-4.5';

const line = (page: Page): Locator => page.locator('workload-line');
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Workload' });

async function setChat(page: Page): Promise<void> {
  await line(page).getByRole('button', { name: 'Set a workload' }).click();
  await dialog(page).getByLabel('Chat').check();
  await dialog(page).getByRole('button', { name: 'Use this workload' }).click();
  await expect(line(page)).toContainText('Chat: 2K in, 400 out, 50% cached, 10,000 requests a month.');
}

/** The names of the parameters of a workload in the address. */
const carried = (page: Page): string[] =>
  [...new URL(page.url()).searchParams.keys()].filter((name) => /^w[ioctwsrb]$/.test(name));

for (const path of [
  'changes/',
  'changes/2026-08/',
  'changes/authors/openai/',
  `changes/models/${LUNA}/`,
  'families/anthropic/claude-sonnet/',
  'charts/',
  'search/',
]) {
  test(`${path} has no costs itself, and leads to the list of all models by cost`, async ({ page }) => {
    await page.goto(`./${path}`);
    await setChat(page);
    await expect(page).toHaveURL(new RegExp(`/${path}\\?${CHAT}$`));
    await line(page).getByRole('link', { name: 'All models by cost' }).click();
    await expect(page).toHaveURL(new RegExp(`/models/\\?${CHAT}&sort=cost$`));
    await expect(page.locator('th.cost').first()).toHaveAttribute('aria-sort', 'ascending');
  });
}

test.describe('the finder', () => {
  const rows = (page: Page): Locator => page.locator('model-finder tbody tr:not([hidden])');

  test('@desktop @phone shows what the workload costs on each model that it finds', async ({
    page,
    isMobile,
  }) => {
    await page.goto('./');
    await expect(page.getByRole('columnheader', { name: 'Cost a month' })).toBeHidden();
    await setChat(page);
    await expect(page.locator('model-finder [data-cost]')).toHaveCount(5);
    const first = rows(page).first();
    const usd = Number(await first.getAttribute('data-cost'));
    const cell = first.locator(isMobile ? '[data-cost-cell=phone]' : 'td[data-cost-cell]');
    await expect(cell).toBeVisible();
    await expect(cell).toContainText(`$${usd.toFixed(2)}`);
    expect(await axeViolations(page, { part: 'model-finder' })).toEqual([]);

    const before = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.modelId));
    await page.getByRole('combobox', { name: 'Input', exact: true }).selectOption({ label: 'file input' });
    await expect
      .poll(() => rows(page).evaluateAll((all) => all.map((row) => row.dataset.modelId)))
      .not.toEqual(before);
    await expect(page).toHaveURL(new RegExp(`\\?in=file&.*${CHAT}$`));
    const ids = await rows(page).evaluateAll((all) =>
      all.map((row) => [row.dataset.modelId, row.dataset.cost]),
    );
    await page.goto(`./models/?${CHAT}`);
    for (const [id = '', cost = ''] of ids)
      await expect(page.locator(modelRow(id))).toHaveAttribute('data-cost', cost);

    await page.goto('./');
    await line(page).getByRole('button', { name: 'Clear' }).click();
    await expect(page.locator('model-finder [data-cost]')).toHaveCount(0);
    await expect(page.getByRole('columnheader', { name: 'Cost a month' })).toBeHidden();
  });

  test('@desktop @phone keeps its first question for an address with a workload alone, and moves nothing', async ({
    page,
  }) => {
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const { value } of list.getEntries() as unknown as { readonly value: number }[])
          moved.push(value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('./');
    const shown = await rows(page).evaluateAll((all) => all.map((row) => row.dataset.modelId));
    await page.goto(`./?${CHAT}`);
    await expect(page.locator('model-finder [data-cost]')).toHaveCount(5);
    await page.waitForTimeout(300);
    expect(await rows(page).evaluateAll((all) => all.map((row) => row.dataset.modelId))).toEqual(shown);
    expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
  });

  test('says why a model has no cost', async ({ page }) => {
    await page.goto('./?wi=2m&wr=1');
    const why = rows(page)
      .first()
      .getByRole('button', { name: /No cost/ });
    await why.click();
    await expect(page.locator('.reason')).toContainText('A request needs 2,000,000 tokens');
    expect(await axeViolations(page, { part: 'model-finder' })).toEqual([]);
  });
});

test('@desktop @phone a comparison and one’s own list are where the workload can be set', async ({
  page,
}) => {
  await page.goto(`./compare/?m=${SONNET}&m=${LUNA}`);
  await setChat(page);
  await expect(page.locator(`th[data-model-id="${LUNA}"]`)).toHaveAttribute('data-cost', '7');
  await expect(page.getByRole('rowheader', { name: /Cost a month, Chat$/ })).toBeVisible();
  expect(await axeViolations(page)).toEqual([]);
  await page.goto(`./models/${LUNA}/`);
  await page.getByRole('button', { name: 'Star', exact: true }).click();
  await expect
    .poll(() => page.evaluate(() => localStorage.getItem('modeldex-stars') ?? ''))
    .toContain('"capturedAt"');
  await page.goto('./my/');
  await expect(page.locator(`li[data-model-id="${LUNA}"]`)).toHaveAttribute('data-cost', '7');
  await line(page).getByRole('button', { name: 'Clear' }).click();
  await expect(page.locator(`li[data-model-id="${LUNA}"]`)).not.toHaveAttribute('data-cost', /.*/);
  expect(await axeViolations(page)).toEqual([]);
});

for (const [former, current] of [
  ['models/?takes=image&wi=1000', 'in=image'],
  ['models/?input=2&context=200k&wi=1000&wo=10', 'context_min=200000'],
  ['models/?sort=price-low&wi=1000', 'sort=input'],
  ['models/?added=30d&wi=1000', 'added_after='],
  ['search/?q=gpt&price=under-2&wi=1000', 'input_max='],
  ['retired/?takes=image&wi=1000', 'in=image'],
  ['categories/programming/?takes=image&wi=1000', 'in=image'],
] as const) {
  test(`the former address ${former} leads to the same view with its workload`, async ({ page }) => {
    await page.goto(`./${former}`);
    await expect(line(page)).toContainText('My own: 1K in');
    if (former.startsWith('search/')) {
      await expect(page.locator('[data-search-result]').first()).toBeVisible();
      await page.getByRole('combobox', { name: 'Sort by' }).selectOption({ index: 1 });
    } else {
      await expect(page.locator('th.cost').first()).toBeAttached();
      await page.locator('th[data-key=input] button').first().click();
      await page.locator('th[data-key=output] button').first().click();
    }
    if (current !== 'sort=input') await expect(page).toHaveURL(new RegExp(current.replace('.', '\\.')));
    await expect(page).toHaveURL(/wi=1000/);
  });
}

test('filters of changes and of search keep the workload of the address', async ({ page }) => {
  await page.goto(`./changes/?kind=price&${CHAT}`);
  await page.locator('label', { has: page.locator('[name=sort][value=size]') }).click();
  await expect(page).toHaveURL(new RegExp(`\\?kind=price&sort=size&${CHAT}$`));
  await page.goto(`./search/?q=gpt&${CHAT}`);
  await page.getByRole('combobox', { name: 'Search models' }).fill('claude');
  await expect(page).toHaveURL(new RegExp(`\\?q=claude&${CHAT}$`));
});

test('links lead to pages with the workload of the address, and to other addresses without it', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  await page.goto(`./models/?q=luna&${CHAT}`);
  await expect(line(page)).toContainText('Chat:');
  await page.locator(modelRow(LUNA)).getByRole('link').first().click();
  await expect(page.locator('main[data-model-id]')).toHaveAttribute('data-cost', '7');
  expect(carried(page)).toEqual(['wi', 'wo', 'wc', 'wr']);
  await page.goto(`./models/?${CHAT}`);
  await expect(line(page)).toContainText('Chat:');
  await page.getByText('Presets', { exact: true }).click();
  await page.getByRole('link', { name: 'Cheapest with tools' }).focus();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`/models/\\?can=tools&price=paid&sort=input&${CHAT}$`));
  await expect(page.locator('th.cost').first()).toBeAttached();
  await page.getByRole('contentinfo').getByRole('link', { name: 'Feeds' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Feeds');
  const feed = page.locator('a[href$=".xml"]').first();
  await feed.evaluate((link) => {
    link.addEventListener('click', (event) => {
      event.preventDefault();
    });
  });
  await feed.click();
  expect(await feed.getAttribute('href')).not.toContain('wi=');
});
