import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const EVERYWHERE = { tag: ['@desktop', '@phone'] };

const finder = (page: Page) => page.locator('model-finder');
const field = (page: Page, name: string) => finder(page).getByRole('combobox', { name, exact: true });
const status = (page: Page) => finder(page).getByRole('status');
const seeAll = (page: Page) => finder(page).getByRole('link', { name: /^See / });

/** The addresses of the models in the answer, the cheapest first. */
const answer = (page: Page) =>
  finder(page)
    .locator('tbody tr:not([hidden]) a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));

/** The addresses of the first models of a list, and the number of its rows. */
async function firstOfList(page: Page, count: number): Promise<{ first: string[]; all: number }> {
  await expect(page.getByRole('status').first()).toContainText(/\d of \d+ models/);
  const all = Number.parseInt(
    /\d+(?= of)/.exec((await page.getByRole('status').first().textContent()) ?? '')?.[0] ?? '',
  );
  const rows = page.locator('table[data-models] tbody tr:not(.v) th a');
  const first = await rows.evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).pathname));
  return { first: first.slice(0, count), all };
}

test.describe('the finder', () => {
  test('answers its first question in the page, and the list agrees', EVERYWHERE, async ({ page }) => {
    await page.goto('./');
    await expect(status(page)).toContainText(/^The 5 cheapest of \d+ models that match, by input price\./);
    await expect(status(page)).toContainText(/\d+ free models match, too\./);
    const found = await answer(page);
    expect(found).toHaveLength(5);
    const count = Number(/of (\d+)/.exec((await status(page).textContent()) ?? '')?.[1]);
    await expect(seeAll(page)).toHaveText(`See all ${count} models`);
    await seeAll(page).click();
    await expect(page).toHaveURL(
      /\/models\/\?in=image&out=text&can=tools&price=paid&context_min=200000&hide=variants,routers&sort=input$/,
    );
    expect(await firstOfList(page, 5)).toEqual({ first: found, all: count });
  });

  test(
    'answers another question by mouse, keeps it in the address, and the list agrees',
    EVERYWHERE,
    async ({ page }) => {
      await page.goto('./');
      const before = await answer(page);
      await field(page, 'Input').selectOption({ label: 'file input' });
      await field(page, 'Feature').selectOption({ label: 'reasoning' });
      await field(page, 'Second feature').selectOption({ label: 'structured output' });
      await field(page, 'Compared by').selectOption({ label: 'output price' });
      await expect(status(page)).toContainText('by output price');
      await expect.poll(() => answer(page)).not.toEqual(before);
      await expect(page).toHaveURL(
        /\/\?in=file&can=reasoning,structured-output&price=paid&context_min=200000&sort=output$/,
      );
      const found = await answer(page);
      expect(await axeViolations(page, { part: 'model-finder' })).toEqual([]);
      await seeAll(page).click();
      expect((await firstOfList(page, found.length)).first).toEqual(found);
      await page.goBack();
      await expect(field(page, 'Feature')).toHaveValue('reasoning');
      await expect(field(page, 'Second feature')).toHaveValue('structured-output');
      await expect.poll(() => answer(page)).toEqual(found);
    },
  );

  test('answers by keyboard', async ({ page }) => {
    await page.goto('./');
    await field(page, 'Price').focus();
    await page.keyboard.press('Tab');
    await expect(field(page, 'Input')).toBeFocused();
    await page.keyboard.press('Home');
    await expect(field(page, 'Input')).toHaveValue('');
    await expect(page).toHaveURL(/\/\?can=tools&price=paid&context_min=200000&sort=input$/);
    await expect(status(page)).toContainText('models that match');
    for (let step = 0; step < 20; step += 1) {
      await page.keyboard.press('Tab');
      if (await seeAll(page).evaluate((link) => link === document.activeElement)) break;
    }
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/\?out=text&can=tools&/);
  });

  test('finds free models, the most used first', async ({ page }) => {
    await page.goto('./');
    const free = finder(page).getByRole('link', { name: /free models match/ });
    const count = Number.parseInt((await free.textContent()) ?? '');
    await field(page, 'Price').selectOption('free');
    await expect(status(page)).toContainText(new RegExp(`${count} free models`));
    await expect(free).toBeHidden();
    await expect(finder(page).locator('tbody tr:not([hidden]) [data-cell=input]').first()).toHaveText('free');
  });

  test('says when nothing matches, and leaves out what an address may not ask', async ({ page }) => {
    await page.goto('./?in=audio&can=web-search,caching&context_min=1000000&price=free&author=nobody');
    await expect(status(page)).toContainText('No model matches.');
    await expect(finder(page).locator('tbody tr:not([hidden])')).toHaveCount(0);
    await expect(seeAll(page)).toHaveText('See the list');
    await page.goto('./?in=smell&sort=input');
    await expect(field(page, 'Input')).toHaveValue('');
    await expect(field(page, 'Feature')).toHaveValue('');
    await expect(status(page)).toContainText('models that match');
  });

  test('names a model with more expensive long prompts', async ({ page }) => {
    await page.goto('./');
    await expect(finder(page).locator('tr', { hasText: 'Qwen3.7 Flash' })).toContainText(
      'other prices above 32K',
    );
  });

  test('loads nothing of its data before it is used, and its scripts fit in the page', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(new URL(request.url()).pathname));
    await page.goto('./', { waitUntil: 'networkidle' });
    expect(asked.filter((path) => path.endsWith('.json') || path.includes('find-models'))).toEqual([]);
    await field(page, 'Price').focus();
    await expect
      .poll(() => asked.filter((path) => path.endsWith('.json')).sort())
      .toEqual(['/models/filters.json', '/models/finder.json']);
  });
});

test.describe('the finder where its data cannot be loaded', () => {
  test.use({ strict: undefined });

  test('says so, and answers when it can', async ({ page, context }) => {
    await context.route('**/models/finder.json*', (route) => route.abort());
    await page.goto('./');
    await field(page, 'Feature').selectOption('reasoning');
    await expect(status(page)).toContainText('could not be loaded');
    await context.unroute('**/models/finder.json*');
    await field(page, 'Feature').selectOption('web-search');
    await expect(status(page)).toContainText('match');
  });
});

test('the finder does not mix data of two builds', async ({ page, context }) => {
  await context.route('**/models/finder.json*', async (route) => {
    const response = await route.fetch();
    const file = (await response.json()) as Record<string, unknown>;
    await route.fulfill({ response, json: { ...file, filters: 'another' } });
  });
  await page.goto('./');
  await field(page, 'Feature').selectOption('reasoning');
  await expect(status(page)).toContainText('The site is newer than this page.');
});

test(
  'the finder is a form to the list without JavaScript, with its first answer',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./');
    await expect(finder(page).locator('tbody tr')).toHaveCount(5);
    await field(page, 'Feature').selectOption('reasoning');
    await expect(seeAll(page)).toBeHidden();
    await finder(page).getByRole('button', { name: 'See the list' }).click();
    await expect(page).toHaveURL(/\/models\/\?/);
    const asked = new URL(page.url()).searchParams;
    expect(asked.getAll('can')).toEqual(['reasoning', '']);
    expect([asked.get('in'), asked.get('price'), asked.get('hide')]).toEqual([
      'image',
      'paid',
      'variants,routers',
    ]);
  },
);

test('the home page has no arrow that the list of models contradicts', async ({ page }) => {
  await page.goto('./');
  const moves = await page
    .locator(':is([data-part=increases], [data-part=decreases]) li')
    .evaluateAll((lines) =>
      lines.map((line) => ({
        path: line.querySelector('a')?.getAttribute('href') ?? '',
        tag: line.querySelector('.tag')?.textContent ?? '',
      })),
    );
  expect(moves.length).toBeGreaterThan(6);
  await page.goto('./models/');
  for (const { path, tag } of moves) {
    const row = page.locator('tbody tr:not(.v)', { has: page.locator(`th a[href="${path}"]`) });
    // A row has one tag at most; that of a new model comes first.
    const shown = await row.locator('.tag').innerText();
    expect(shown === tag || shown.startsWith('new'), `${shown} on the list, ${tag} on the home page`).toBe(
      true,
    );
  }
});

test('the home page shows three entries of each list on a phone', { tag: '@phone' }, async ({ page }) => {
  await page.goto('./');
  for (const part of ['increases', 'decreases', 'new', 'retiring']) {
    await expect(page.locator(`[data-part=${part}] li`).filter({ visible: true })).toHaveCount(3);
  }
});

test('each line of the home page leads to its model, with prices and a possible replacement', async ({
  page,
}) => {
  await page.goto('./');
  await expect(page.locator('[data-part=window]')).toHaveText(/^Jul 23, 2026 to Aug 22, 2026\./);
  const line = page.locator('[data-part=retiring] li', { hasText: 'Ling-2.6-flash' }).first();
  await expect(line).toContainText(/scheduled removal Aug 24, 2026 · possible replacement: /);
  await line.getByRole('link').nth(1).click();
  await expect(page).toHaveURL(/\/models\/inclusionai\/ling-3\.0-flash\/$/);
});

test.describe('the menu of the masthead', { tag: '@phone' }, () => {
  const menu = (page: Page) => page.getByRole('banner').getByRole('button', { name: 'Menu' });
  const links = (page: Page) => page.getByRole('navigation', { name: 'Main' }).getByRole('link');

  test('opens and closes by touch, and leads everywhere', async ({ page }) => {
    await page.goto('./about/');
    await expect(links(page).first()).toBeHidden();
    await menu(page).click();
    await expect(links(page)).toHaveText([
      'Models',
      'Categories',
      'Authors',
      'Changes',
      'Retiring',
      'Charts',
      'Feeds',
      'My list',
    ]);
    await expect(links(page).first()).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
    await menu(page).click();
    await expect(links(page).first()).toBeHidden();
    await menu(page).click();
    await links(page).filter({ hasText: 'Retiring' }).click();
    await expect(page).toHaveURL(/\/retiring\/$/);
    await menu(page).click();
    await expect(links(page).and(page.locator('[aria-current=true]'))).toHaveText('Retiring');
  });

  test('opens by keyboard, takes the focus next, and gives it back on Escape', async ({ page }) => {
    await page.goto('./about/');
    await menu(page).focus();
    await page.keyboard.press('Enter');
    await expect(links(page).first()).toBeVisible();
    await page.keyboard.press('Tab');
    await expect(links(page).first()).toBeFocused();
    await page.keyboard.press('Escape');
    await expect(links(page).first()).toBeHidden();
    await expect(menu(page)).toBeFocused();
  });
});

test('the menu of the masthead opens without JavaScript', { tag: '@no-js' }, async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./');
  await page.getByRole('button', { name: 'Menu' }).click();
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Feeds' }).click();
  await expect(page).toHaveURL(/\/feeds\/$/);
});

test('the masthead shows all its links from 1,024 px, and its menu fits 320 px', async ({ page }) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.goto('./');
  const nav = page.getByRole('navigation', { name: 'Main' });
  await expect(nav.getByRole('link')).toHaveCount(7);
  await expect(page.getByRole('button', { name: 'Menu' })).toBeHidden();
  for (const link of await nav.getByRole('link').all()) await expect(link).toBeInViewport();
  await page.setViewportSize({ width: 320, height: 700 });
  await page.getByRole('button', { name: 'Menu' }).click();
  for (const link of await nav.getByRole('link').all()) await expect(link).toBeInViewport({ ratio: 1 });
  await page.keyboard.press('Escape');
  await expect(page.getByRole('link', { name: 'Search models' })).toBeInViewport({ ratio: 1 });
});

test.describe('the points of the chart of prices by context', () => {
  const chart = (page: Page) => page.locator('#frontier');

  test('are links with names, and lead to their models', EVERYWHERE, async ({ page }) => {
    await page.goto('./charts/');
    await expect(chart(page).locator('svg a').first()).toBeVisible();
    expect(await chart(page).locator('svg a').count()).toBeGreaterThan(300);
    const mark = chart(page).getByRole('link', { name: /^Solar Pro 4: 524K, \$0\.03/ });
    await mark.locator('circle').hover();
    await expect(chart(page).locator('[data-point-name]')).toHaveText('Solar Pro 4: 524K, $0.03');
    await mark.locator('circle').click();
    await expect(page).toHaveURL(/\/models\/upstage\/solar-pro4\/$/);
  });

  test('are one stop of the Tab key and are walked by arrow keys', async ({ page }) => {
    await page.goto('./charts/');
    const focused = () =>
      page.evaluate(() => document.activeElement?.querySelector('title')?.textContent ?? '');
    const stop = chart(page).locator('svg a[tabindex="0"]');
    await expect(stop).toHaveCount(1);
    await stop.focus();
    await page.keyboard.press('End');
    expect(await focused()).toMatch(/^Grok 4\.20.*: 2M, \$2\.50$/);
    await page.keyboard.press('ArrowLeft');
    const before = await focused();
    expect(before).not.toBe('');
    await expect(chart(page).locator('[data-point-name]')).toHaveText(before);
    await page.keyboard.press('Home');
    expect(await focused()).not.toBe(before);
    expect(await axeViolations(page, { part: '#frontier' })).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/.+/);
  });
});

test(
  'the models of the frontier are links in a table below it without JavaScript',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./charts/');
    const rows = page.locator('#frontier tbody tr');
    await expect(rows).toHaveCount(6);
    await rows.filter({ hasText: 'Grok 4.20 Multi-Agent' }).getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Grok 4.20 Multi-Agent');
  },
);
