import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { MODEL_ROWS } from '../support/model-rows.ts';
import { measureQuality, rankQueries, readKnownItems } from '../support/search-quality/harness.ts';
import { NEEDS } from '../support/paths.ts';

const EVERYWHERE = { tag: ['@desktop', '@phone'] };

async function openDialog(page: Page): Promise<{ dialog: Locator; input: Locator; rows: Locator }> {
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  return { dialog, input: dialog.getByRole('combobox'), rows: dialog.getByRole('option') };
}

/** Types a text, and waits for its answer. */
async function ask({ dialog, input }: { dialog: Locator; input: Locator }, text: string): Promise<void> {
  await input.fill(text);
  await expect(dialog.locator(`search-results[data-answered=${JSON.stringify(text)}]`)).toBeAttached();
}

/** The number at the end of a text: `Models with tools: 1,269`. */
async function countIn(row: Locator): Promise<number> {
  const text = (await row.textContent()) ?? '';
  return Number(/: ([\d,]+)/.exec(text)?.[1]?.replaceAll(',', ''));
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
}

test.describe('a search by need', () => {
  test(
    'offers its list first, in words, with the number of rows that it shows',
    EVERYWHERE,
    async ({ page }) => {
      for (const [typed, words, address] of [
        ['free vision', /^Models that take images, free: \d+ /, /\/models\/\?in=image&price=free$/],
        [
          'tools under $1',
          /^Models with tools and input under \$1 \/ 1M tokens: \d+ /,
          /&input_max=(?:%3C|<)1$/,
        ],
        ['coding', /^Models for programming, most used first: \d+ /, /\/categories\/programming\/$/],
        ['image generation', /^Image models: \d+ /, /\/outputs\/image\/$/],
        ['64k output', /^Models with a max output of 64K or more: \d+ /, /\/models\/\?max_output_min=64000$/],
      ] as const) {
        await page.goto('./about/');
        const search = await openDialog(page);
        await ask(search, typed);
        const first = search.rows.first();
        await expect(first).toHaveAttribute('aria-selected', 'true');
        await expect(first).toHaveAccessibleName(words);
        const count = await countIn(first.locator('.find-name'));
        await page.keyboard.press('Enter');
        await expect(page).toHaveURL(address);
        await expect(page.locator('table[data-models] > tbody')).toHaveCount(count);
      }
    },
  );

  test('opens its list by a click, and lists the first models of it below', EVERYWHERE, async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    await ask(search, 'cheapest with tools');
    const models = search.dialog.getByRole('group', { name: 'Models' }).getByRole('option');
    await expect(models).toHaveCount(8);
    const id = await models.first().getAttribute('data-model-id');
    await search.rows.first().click();
    await expect(page).toHaveURL(/\/models\/\?can=tools&sort=input$/);
    await expect(page.locator(MODEL_ROWS).first().locator('th code')).toHaveText(id ?? '');
  });

  test('is announced with its number of models', async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    await ask(search, 'free vision');
    await expect(search.dialog.getByRole('status')).toHaveText(
      /^Models that take images, free: (\d+)\. \1 models found\.$/,
    );
    await ask(search, 'feeds');
    await expect(search.dialog.getByRole('status')).toHaveText('Feeds.');
  });

  test('shows no texts that mention its words, nor a message that nothing was found', async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    for (const typed of ['feeds', 'best for coding']) {
      await ask(search, typed);
      // The texts would be searched after a pause.
      await page.waitForTimeout(500);
      await expect(search.dialog.getByRole('group', { name: 'Mentioned in' })).toHaveCount(0);
      await expect(search.dialog.locator('.find-message')).toBeHidden();
    }
  });

  test('leaves the first place to a listed model of that name', async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    await ask(search, 'free');
    await expect(search.rows.first()).toHaveAttribute('data-model-id', 'openrouter/free');
    await expect(search.rows.nth(1)).toHaveAttribute('href', /\/models\/\?price=free$/);
    await ask(search, 'routers');
    await expect(search.rows.first()).toHaveAccessibleName(/^Routers: \d+ /);
  });

  test('answers on the search page, too, where facets narrow its models', EVERYWHERE, async ({ page }) => {
    await page.goto('./search/?q=cheap+vision');
    const rows = page.getByRole('listbox').getByRole('option');
    await expect(rows.first()).toHaveAccessibleName(/^Models that take images, cheapest input first: \d+ /);
    const count = await countIn(rows.first().locator('.find-name'));
    await expect(page.locator('.search-count')).toHaveText(`${count} models`);
    const fold = page.getByRole('button', { name: 'Filters' });
    if (await fold.isVisible()) await fold.click();
    await page.locator('#facet-price-free').check();
    await expect(page.locator('.search-count')).not.toHaveText(`${count} models`);
    await expect(page.locator('.search-count')).toHaveText(/^\d+ models?$/);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
  });

  test('every known need comes first', async ({ page }) => {
    test.setTimeout(120_000);
    await page.goto('./about/');
    const ranked = await rankQueries(page, readKnownItems(NEEDS));
    expect(ranked.filter(({ rank }) => rank !== 1)).toEqual([]);
    expect(measureQuality(ranked).meanReciprocalRank).toBe(1);
  });

  test('every page of the site that search offers exists under its title', async ({ page }) => {
    const search = async (typed: string): Promise<void> => {
      await page.goto('./about/');
      const dialog = await openDialog(page);
      await ask(dialog, typed);
      await page.keyboard.press('Enter');
    };
    for (const [typed, heading] of [
      ['feeds', /^Feeds/],
      ['calendar', /^Feeds/],
      ['retiring', /^Retiring/],
      ['retired', /^Retired/],
      ['changes', /^Changes/],
      ['charts', /^Charts/],
      ['categories', /^Categories/],
      ['outputs', /^Outputs/],
      ['authors', /^Authors/],
      ['about', /^About/],
    ] as const) {
      await search(typed);
      await expect(page.getByRole('heading', { level: 1 })).toHaveText(heading);
    }
  });
});

test('an author’s name leads to the author, then to its models by use', EVERYWHERE, async ({ page }) => {
  await page.goto('./about/');
  const search = await openDialog(page);
  await ask(search, 'openai');
  await expect(search.rows.first()).toHaveAttribute('href', /\/authors\/openai\/$/);
  const ids = await search.dialog
    .locator('[data-model-id]')
    .evaluateAll((rows) => rows.slice(0, 5).map((row) => row.getAttribute('data-model-id') ?? ''));
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('OpenAI');
  await page.goto('./models/?author=openai');
  await expect(page.locator(MODEL_ROWS).first().locator('th code')).toHaveText(ids[0] ?? '');
  expect(ids.every((id) => id.startsWith('openai/'))).toBe(true);
});

test.describe('an empty search dialog', () => {
  test('offers the most used models and examples of needs', EVERYWHERE, async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    const popular = search.dialog.getByRole('group', { name: 'Most used' }).getByRole('option');
    await expect(popular).toHaveCount(4);
    await expect(search.dialog.locator('[data-search-result]')).toHaveCount(0);
    const examples = search.dialog.getByRole('group', { name: 'Search by need' }).getByRole('option');
    const [text] = await examples.allTextContents();
    await examples.first().click();
    await expect(search.input).toHaveValue(text ?? '');
    await expect(search.rows.first()).toHaveAttribute('href', /\/models\/\?/);
    await expect(search.input).toBeFocused();
  });

  test('can be used by keyboard', async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    await expect(search.rows.first()).toBeVisible();
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await expect(search.input).toHaveValue('200k context open weights');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/\?open=1&context_min=200000$/);
  });
});

test('the help on what can be typed is a table that fits', EVERYWHERE, async ({ page }) => {
  await page.goto('./search/');
  const table = page.getByRole('table');
  await expect(table.getByRole('columnheader')).toHaveText(['What you type', 'What it finds']);
  await expect(table.getByRole('row', { name: /cheapest with tools/ })).toBeVisible();
  expect(await overflow(page)).toBeLessThanOrEqual(0);
  const box = await table.boundingBox();
  expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(page.viewportSize()?.width ?? 0);
});

test.describe('the page for an address without one', () => {
  test('offers the nearest models for a model’s address', EVERYWHERE, async ({ page }) => {
    await page.goto('./models/anthropic/claude-opus-9/');
    const nearest = page.getByRole('region', { name: 'Nearest to this address' });
    const links = nearest.getByRole('link');
    await expect(links.first()).toHaveAttribute('href', /\/models\/anthropic\/claude-opus/);
    expect(await links.count()).toBeLessThanOrEqual(6);
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await links.first().click();
    await expect(page.locator('main[data-model-id^="anthropic/claude-opus"]')).toBeVisible();
  });

  test('offers authors, lists and pages whose names are near', async ({ page }) => {
    const nearest = page.getByRole('region', { name: 'Nearest to this address' }).getByRole('link');
    for (const [address, path] of [
      ['./authors/antropic/', /\/authors\/anthropic\/$|\/models\/anthropic\//],
      ['./category/coding/', /\/categories\/programming\/$/],
      ['./feed/', /\/feeds\/$/],
      ['./openai/gpt-4o/', /\/models\/openai\/gpt-4o\/$/],
    ] as const) {
      await page.goto(address);
      await expect(nearest.first()).toHaveAttribute('href', path);
    }
  });

  test('has a search box', async ({ page }) => {
    await page.goto('./nowhere-at-all-zzzyx/');
    await page
      .getByRole('combobox', { name: 'Search models' })
      .or(page.getByRole('searchbox'))
      .first()
      .fill('codestral');
    await expect(page.locator('search-box [data-search-result]').first()).toHaveAttribute(
      'data-model-id',
      /codestral/,
    );
  });

  test('does not move when the nearest models arrive', async ({ page }) => {
    await page.addInitScript(() => {
      const shifts: number[] = [];
      Object.assign(window, { shifts });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) shifts.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto('./models/anthropic/claude-opus-9/');
    await expect(page.getByRole('region', { name: 'Nearest to this address' })).toBeVisible();
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { shifts: number[] }).shifts)).toEqual([]);
  });

  test('links to lists and to search without scripts', { tag: '@no-js' }, async ({ page }) => {
    await page.goto('./models/anthropic/claude-opus-9/');
    const main = page.getByRole('main');
    for (const name of ['all models', 'retired models', 'author', 'category', 'search'])
      await expect(main.getByRole('link', { name, exact: true })).toBeVisible();
    await expect(main.getByRole('heading', { name: 'Nearest to this address' })).toBeHidden();
  });

  test('passes axe with its nearest models', { tag: ['@desktop', '@phone', '@dark'] }, async ({ page }) => {
    await page.goto('./models/anthropic/claude-opus-9/');
    await expect(page.getByRole('region', { name: 'Nearest to this address' })).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
});

test(
  'search passes axe while empty, with a need, with a page, with an author and with its help',
  { tag: ['@desktop', '@phone', '@dark'] },
  async ({ page }) => {
    await page.goto('./about/');
    const search = await openDialog(page);
    await expect(search.rows.first()).toBeVisible();
    expect(await axeViolations(page, { part: 'search-dialog' })).toEqual([]);
    await search.dialog.getByText('What can I type?').click();
    for (const typed of ['free vision', 'feeds', 'openai']) {
      await ask(search, typed);
      expect(await axeViolations(page, { part: 'search-dialog' })).toEqual([]);
    }
  },
);
