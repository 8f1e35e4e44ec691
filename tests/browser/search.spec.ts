import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { packNames } from '../../src/search/index/pack.ts';
import { measureQuality, rankQueries } from '../support/search-quality/harness.ts';
import { erase, limitHistory } from '../support/limit-history.ts';
import { entry } from '../support/search-entries.ts';

const EVERYWHERE = { tag: ['@desktop', '@phone', '@base-path'] };

async function openDialog(page: Page): Promise<{ dialog: Locator; input: Locator; results: Locator }> {
  await page.keyboard.press('/');
  const dialog = page.getByRole('dialog', { name: 'Search' });
  await expect(dialog).toBeVisible();
  return { dialog, input: dialog.getByRole('combobox'), results: dialog.locator('[data-search-result]') };
}

const box = (page: Page): Locator => page.getByRole('combobox', { name: 'Search models' });

/** What the page asked for since this was called, without its address's origin. */
function listenForRequests(page: Page): string[] {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  return asked;
}

test.describe('the search dialog', () => {
  test('opens with / and Ctrl-K on any page and finds the model first', EVERYWHERE, async ({ page }) => {
    for (const address of ['./', './models/', './authors/', './models/openai/gpt-4o/', './search/']) {
      await page.goto(address);
      await page.locator('h1').click();
      const { dialog, input, results } = await openDialog(page);
      await input.fill('gpt 4o mini');
      await expect(results.first()).toHaveAttribute('data-model-id', 'openai/gpt-4o-mini');
      await page.keyboard.press('Escape');
      await expect(dialog).toBeHidden();
      await page.keyboard.press('Control+k');
      await expect(dialog).toBeVisible();
    }
  });

  test('keeps what is typed while it loads', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.type('/codestral');
    await expect(page.getByRole('combobox')).toHaveValue('codestral');
    await expect(page.locator('[data-search-result]').first()).toHaveAttribute('data-model-id', /codestral/);
  });

  test(
    'opens the active result with Enter, and another one in a new tab with Ctrl-Enter',
    EVERYWHERE,
    async ({ page, context }) => {
      await page.goto('./models/');
      const { input, results } = await openDialog(page);
      await input.fill('claude opus');
      await expect(results.first()).toHaveAttribute('aria-selected', 'true');
      await page.keyboard.press('ArrowDown');
      await expect(results.nth(1)).toHaveAttribute('aria-selected', 'true');
      await expect(results.first()).toHaveAttribute('aria-selected', 'false');
      await expect(input).toHaveAttribute(
        'aria-activedescendant',
        (await results.nth(1).getAttribute('id')) ?? '',
      );
      const second = (await results.nth(1).getAttribute('href')) ?? '';
      const opened = context.waitForEvent('page');
      await page.keyboard.press('Control+Enter');
      await expect(await opened).toHaveURL(new RegExp(`${second}$`));
      await expect(page).toHaveURL(/\/models\/$/);
      await page.keyboard.press('ArrowUp');
      const first = (await results.first().getAttribute('href')) ?? '';
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(new RegExp(`${first}$`));
      await expect(page.locator('main[data-model-id]')).toBeVisible();
    },
  );

  test('follows Enter to the first result of the typed text, not of an older one', async ({ page }) => {
    await page.goto('./about/');
    let release = (): void => undefined;
    const released = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/search/names.json', async (route) => {
      await released;
      await route.continue();
    });
    const { input } = await openDialog(page);
    await input.fill('claude-opus-4.5');
    await page.keyboard.press('Enter');
    await input.fill('gpt-4o-mini');
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/about\/$/);
    release();
    await expect(page).toHaveURL(/\/models\/openai\/gpt-4o-mini\/$/);
  });

  test('returns the focus when Escape closes it', async ({ page }) => {
    await page.goto('./models/');
    const link = page.locator('search-trigger').getByRole('link');
    await link.focus();
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
    await expect(link).toBeFocused();
  });

  test('announces the number of results to screen readers', async ({ page }) => {
    await page.goto('./models/');
    const { dialog, input } = await openDialog(page);
    await input.fill('codestral');
    await expect(dialog.getByRole('status')).toHaveText(/^\d+ models?(?: · \d+ retired)? found\.$/);
    await expect(input).toHaveAttribute('aria-expanded', 'true');
    await expect(dialog.getByRole('listbox')).toBeVisible();
  });

  test('announces results found only in page text, and suggests similar names', async ({ page }) => {
    await page.goto('./models/');
    const { dialog, input } = await openDialog(page);
    // In descriptions, but in no name.
    await input.fill('multilingual');
    await expect(dialog.getByRole('group', { name: 'Mentioned in' })).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByRole('status')).toHaveText(/^No models found, but \d+ other results?\.$/);
    await input.fill('cohear');
    await expect(dialog.locator('.find-near [data-model-id^="cohere/"]').first()).toBeVisible({
      timeout: 20_000,
    });
  });

  test('gives its options accessible names and keeps them out of the tab order', async ({ page }) => {
    await page.goto('./models/');
    const { dialog, input } = await openDialog(page);
    await input.fill('claude opus batch');
    const option = dialog.getByRole('option').first();
    await expect(option).toHaveAttribute('tabindex', '-1');
    await expect(option).toHaveAccessibleName(/ batch /);
    await page.keyboard.press('Tab');
    await expect(dialog.getByRole('button', { name: 'Close' })).toBeFocused();
  });

  test(
    'finds a retired model by its id first, with its date and replacement, and opens it with Enter',
    EVERYWHERE,
    async ({ page }) => {
      await page.goto('./models/');
      const { dialog, input, results } = await openDialog(page);
      for (const typed of ['anthropic/claude-2', 'claude-2', 'Anthropic: Claude v2']) {
        await input.fill(typed);
        await expect(dialog.locator(`search-results[data-answered=${JSON.stringify(typed)}]`)).toBeAttached();
        await expect(results.first()).toHaveAttribute('data-model-id', 'anthropic/claude-2');
        await expect(results.first()).toContainText('retired Jul 22, 2025');
        await expect(results.first()).toContainText(/Possible replacement: \S/);
      }
      await page.keyboard.press('Enter');
      await expect(page).toHaveURL(/\/models\/anthropic\/claude-2\/$/);
      await expect(page.locator('main[data-retired]')).toBeVisible();
    },
  );

  test('opens on keyboard layouts without Latin letters, and ignores key events without a key', async ({
    page,
  }) => {
    await page.goto('./about/');
    await page.evaluate(() => {
      dispatchEvent(new Event('keydown'));
      document.body.dispatchEvent(new Event('keydown', { bubbles: true }));
      const cyrillic = { key: 'л', code: 'KeyK', ctrlKey: true, bubbles: true, cancelable: true };
      document.body.dispatchEvent(new KeyboardEvent('keydown', cyrillic));
    });
    await expect(page.getByRole('dialog', { name: 'Search' })).toBeVisible();
  });

  test('leaves Enter and Escape to an input method while it composes', async ({ page, context }) => {
    await page.goto('./about/');
    const { dialog, input } = await openDialog(page);
    const session = await context.newCDPSession(page);
    const compose = () =>
      session.send('Input.imeSetComposition', { text: 'くろーど', selectionStart: 4, selectionEnd: 4 });
    await compose();
    await page.keyboard.press('Enter');
    await compose();
    await page.keyboard.press('Escape');
    await compose();
    // Safari says it by the code of the key alone.
    await input.evaluate((element) => {
      for (const key of ['Enter', 'Escape']) {
        element.dispatchEvent(
          new KeyboardEvent('keydown', { key, keyCode: 229, bubbles: true, cancelable: true }),
        );
      }
    });
    await expect(dialog).toBeVisible();
    await expect(page).toHaveURL(/\/about\/$/);
  });

  test('lists authors and marks matches', async ({ page }) => {
    await page.goto('./models/');
    const { dialog, input } = await openDialog(page);
    await input.fill('anthropic');
    const authors = dialog.getByRole('group', { name: 'Authors' });
    await expect(authors.getByRole('option')).toHaveAttribute('href', /\/authors\/anthropic\/$/);
    await expect(dialog.locator('mark').first()).toHaveText(/anthropic/i);
  });

  test('keeps recent searches on the device until they are cleared', async ({ page }) => {
    await page.goto('./models/');
    const { input, results } = await openDialog(page);
    await input.fill('kimi');
    await results.first().click();
    await expect(page.locator('main[data-model-id]')).toBeVisible();
    const again = await openDialog(page);
    const recent = again.dialog.getByRole('group', { name: 'Recent searches' });
    await recent.getByRole('option', { name: 'kimi' }).click();
    await expect(again.input).toHaveValue('kimi');
    await expect(again.results.first()).toBeVisible();
    await again.input.fill('');
    await again.dialog.getByRole('button', { name: 'Clear recent searches' }).click();
    await expect(recent).toBeHidden();
  });

  test('ignores shortcuts typed into a field', async ({ page }) => {
    await page.goto('./search/');
    await box(page).fill('a');
    await page.keyboard.press('/');
    await expect(box(page)).toHaveValue('a/');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('passes axe with and without results', { tag: ['@desktop', '@phone', '@dark'] }, async ({ page }) => {
    await page.goto('./models/');
    const { input, results, dialog } = await openDialog(page);
    for (const [query, shown] of [
      ['gpt', results.first()],
      ['zzzyx', dialog.getByText('No results.')],
    ] as const) {
      await input.fill(query);
      // What is in no name is looked for in the text index first.
      await expect(shown).toBeVisible({ timeout: 20_000 });
      expect(await axeViolations(page, { part: 'search-dialog' })).toEqual([]);
    }
  });
});

test.describe('loading of the search index', () => {
  test('loads nothing of search before the pointer or the focus comes near', async ({ page }) => {
    for (const address of ['./', './models/', './search/']) {
      const asked = listenForRequests(page);
      await page.goto(address, { waitUntil: 'networkidle' });
      expect(
        asked.filter((path) => /search\/names|pagefind\//.test(path)),
        address,
      ).toEqual([]);
    }
  });

  test('loads names before the text index', async ({ page }) => {
    const asked = listenForRequests(page);
    await page.goto('./models/');
    const { input, results } = await openDialog(page);
    await input.fill('codestral');
    await expect(results.first()).toBeVisible();
    await expect.poll(() => asked.some((path) => path.includes('/pagefind/'))).toBe(true);
    const names = asked.findIndex((path) => path.endsWith('/search/names.json'));
    expect(names).toBeGreaterThanOrEqual(0);
    expect(asked.findIndex((path) => path.includes('/pagefind/'))).toBeGreaterThan(names);
  });
});

test.describe('search without its index of names', () => {
  // The missing file is the point, so the checks for errors in the page are not.
  test.use({ strict: undefined });

  test('says so and links to all models', async ({ page, context }) => {
    await context.route('**/search/names.json', (route) =>
      route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html>' }),
    );
    await page.goto('./about/');
    const { dialog, input } = await openDialog(page);
    await input.fill('gpt');
    await expect(dialog.getByText('Search does not work right now.').first()).toBeVisible();
    await expect(dialog.getByRole('link', { name: 'See all models' })).toHaveAttribute('href', /\/models\/$/);
    await context.unroute('**/search/names.json');
    await input.fill('gpt-4o');
    await expect(dialog.locator('[data-search-result]').first()).toBeVisible();
  });
});

test.describe('search without its text index', () => {
  // The missing files are the point, so the checks for errors in the page are not.
  test.use({ strict: undefined });
  const MISSING = /^The text of pages could not be searched: /;

  test('says that page texts could not be searched, and still finds names', async ({ page, context }) => {
    await context.route('**/pagefind/**', (route) => route.fulfill({ status: 404 }));
    await page.goto('./about/');
    const { dialog, input, results } = await openDialog(page);
    await input.fill('multilingual');
    await expect(dialog.getByText(MISSING).last()).toBeVisible();
    await expect(dialog.getByRole('status')).toHaveText(
      /^No model is called that\. The text of pages could not/,
    );
    await expect(dialog.getByText('No results.')).toHaveCount(0);
    await input.fill('codestral');
    await expect(results.first()).toBeVisible();
    await expect(dialog.getByRole('status')).toHaveText(/found\. The text of pages could not/);
    await context.unroute('**/pagefind/**');
    await input.fill('multilingual');
    await expect(dialog.getByRole('group', { name: 'Mentioned in' })).toBeVisible({ timeout: 20_000 });
    await expect(dialog.getByText(MISSING)).toHaveCount(0);
  });

  test('says so when the text index disappears while the page is open', async ({ page, context }) => {
    await page.goto('./about/');
    const { dialog, input } = await openDialog(page);
    await input.fill('multilingual');
    await expect(dialog.getByRole('group', { name: 'Mentioned in' })).toBeVisible({ timeout: 20_000 });
    await context.route('**/pagefind/**', (route) => route.fulfill({ status: 404 }));
    await input.fill('zzzyx');
    await expect(dialog.getByText(MISSING).last()).toBeVisible({ timeout: 20_000 });
  });
});

test('search never mixes an index and parts of two builds', async ({ page, context }) => {
  const [before, after] = [namesOf('old-'), namesOf('new-')];
  let site = before;
  await context.route(/\/search\/names(?:\.json|\/\d+\.json)/, (route) => {
    const part = /names\/(\d+)\.json/.exec(route.request().url())?.[1];
    return route.fulfill({ json: part === undefined ? site.first : site.parts[Number(part)] });
  });
  await page.goto('./about/');
  const { input, results } = await openDialog(page);
  await expect(page.locator('dialog search-results[data-answered=""]')).toBeAttached();
  site = after;
  await input.fill('new-author-1001/model-1001');
  await expect(results.first()).toHaveAttribute('data-model-id', 'new-author-1001/model-1001');
});

/** A list of names that is long enough for parts. */
function namesOf(prefix: string) {
  const entries = Array.from({ length: 1_002 }, (_, place) =>
    entry({ id: `${prefix}author-${place}/model-${place}` }),
  );
  return packNames(entries, '2026-08-22T12:00:00Z', () => prefix);
}

test.describe('search before its scripts are loaded', () => {
  // The missing scripts are the point, so the checks for errors in the page are not.
  test.use({ strict: undefined });

  test('says so in place and links to all models when the scripts cannot be loaded', async ({
    page,
    context,
  }) => {
    await page.goto('./about/', { waitUntil: 'networkidle' });
    await context.setOffline(true);
    const errors: string[] = [];
    page.on('pageerror', ({ message }) => errors.push(message));
    await page.keyboard.press('/');
    const trigger = page.locator('search-trigger');
    await expect(trigger.getByRole('alert')).toContainText('Search cannot be loaded right now.');
    await expect(trigger.getByRole('link', { name: 'See all models' })).toHaveAttribute(
      'href',
      /\/models\/$/,
    );
    expect(errors).toEqual([]);
    await context.setOffline(false);
    await page.keyboard.press('Control+k');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expect(trigger.getByRole('alert')).toBeHidden();
  });

  test('says so below the search field when the scripts cannot be loaded', async ({ page }) => {
    await page.route('**/_astro/kit.*', (route) => route.abort());
    await page.goto('./404.html');
    const box = page.locator('search-box');
    await box.getByRole('searchbox').fill('gpt');
    await expect(box.getByRole('alert')).toContainText('Search cannot be loaded right now.');
    await expect(box.getByRole('link', { name: 'See all models' })).toBeVisible();
    await page.unroute('**/_astro/kit.*');
    await box.getByRole('searchbox').fill('gpt-4o');
    await expect(box.locator('[data-search-result]').first()).toBeVisible();
    await expect(box.getByRole('alert')).toBeHidden();
  });
});

test('search says that names are loading when they take long', async ({ page, context }) => {
  let send = (): void => undefined;
  const waiting = new Promise<void>((resolve) => (send = resolve));
  await context.route('**/search/names.json', async (route) => {
    await waiting;
    await route.continue();
  });
  await page.goto('./search/?q=gpt');
  await expect(page.getByText('Loading names …')).toBeVisible();
  send();
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  await expect(page.getByText('Loading names …')).toBeHidden();
});

test.describe('the search page', () => {
  test('runs the query in its address', EVERYWHERE, async ({ page }) => {
    await page.goto('./search/?q=gemni+2.5+flash');
    await expect(page.locator('[data-search-result]').first()).toHaveAttribute(
      'data-model-id',
      'google/gemini-2.5-flash',
    );
    await expect(box(page)).toHaveValue('gemni 2.5 flash');
  });

  test('keeps words, facets and order in the address, and Back undoes them', async ({ page }) => {
    await page.goto('./search/');
    await box(page).fill('claude');
    await expect(page).toHaveURL(/\?q=claude$/);
    await expect(page.locator('.search-count')).toHaveText(/^\d+ models · \d+ retired$/);
    const all = await page.locator('.search-count').textContent();
    await page.locator('input[name=input_max][value="2"]').check();
    await expect(page).toHaveURL(/input_max=2$/);
    await expect(page.locator('.search-count')).not.toHaveText(all ?? '');
    await page.getByLabel('Sort by').selectOption('newest');
    await expect(page).toHaveURL(/sort=newest/);
    await page.reload();
    await expect(page.locator('input[name=input_max][value="2"]')).toBeChecked();
    await expect(page.getByLabel('Sort by')).toHaveValue('newest');
    await page.goBack();
    await page.goBack();
    await expect(page.locator('input[name=input_max][value="2"]')).not.toBeChecked();
    await expect(page.locator('.search-count')).toHaveText(all ?? '');
  });

  test('lists as many models for a facet alone as the facet counts', async ({ page }) => {
    await page.goto('./search/?out=image');
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
    const shown = Number.parseInt((await page.locator('.search-count').textContent()) ?? '');
    expect(shown).toBeGreaterThan(1);
    const counted = page.locator('label', { has: page.locator('#facet-out-image') }).locator('.facet-n');
    expect(Number(await counted.textContent())).toBe(shown);
  });

  test('can be filtered before anything is typed', { tag: ['@desktop', '@phone'] }, async ({ page }) => {
    await page.goto('./search/');
    const fold = page.getByRole('button', { name: 'Filters' });
    if (await fold.isVisible()) await fold.click();
    else await box(page).hover();
    await page.locator('#facet-out-image').check();
    await expect(page).toHaveURL(/\?out=image$/);
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
  });

  test('is empty again when Back leads to an address without a query', async ({ page }) => {
    await page.goto('./search/');
    await page.getByLabel('Sort by').selectOption('newest');
    await expect(page.locator('.search-count')).toHaveText(/models/);
    await page.locator('input[name=input_max][value="2"]').check();
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeVisible();
    await page.goBack();
    await page.goBack();
    await expect(page).toHaveURL(/\/search\/$/);
    await expect(page.locator('.search-count')).toHaveText('');
    await expect(page.locator('[data-search-result]')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Clear filters' })).toBeHidden();
    await expect(page.locator('input[name=input_max][value="2"]')).not.toBeChecked();
  });

  test('shows more results below the first ones and keeps the focus in the box', async ({ page }) => {
    await page.goto('./search/');
    await box(page).fill('gpt');
    const results = page.locator('[data-search-result][data-model-id]');
    await expect(results).toHaveCount(25);
    const known = await results.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-model-id')));
    await page.getByRole('option', { name: /Show more$/ }).click();
    await expect(results).not.toHaveCount(25);
    await expect(box(page)).toBeFocused();
    const active = page.locator('[aria-selected="true"]');
    expect(known).not.toContain(await active.getAttribute('data-model-id'));
  });

  test('clears recent searches', async ({ page }) => {
    await page.goto('./search/');
    await box(page).fill('kimi');
    await expect(page.locator('[data-search-result][aria-selected="true"]')).toContainText('Kimi');
    await page.keyboard.press('Enter');
    await page.waitForURL(/\/models\/moonshotai\//);
    await page.goto('./search/');
    await box(page).focus();
    await expect(page.getByRole('option', { name: 'kimi' })).toBeVisible();
    await page.getByRole('button', { name: 'Clear recent searches' }).click();
    await expect(page.getByRole('option', { name: 'kimi' })).toBeHidden();
    await expect(box(page)).toBeFocused();
  });

  test('distinguishes authors of one name', async ({ page }) => {
    await page.goto('./search/?q=meta');
    const group = page.getByRole('group', { name: 'Author', exact: true });
    await expect(group.getByLabel(/^Meta \(meta-llama\)/)).toBeAttached();
    await expect(group.getByLabel(/^Meta \(meta\)/)).toBeAttached();
  });

  test('offers to leave out filters when nothing is found', async ({ page }) => {
    await page.goto('./search/?q=claude&author=anthropic&price=free');
    await expect(page.getByText(/^No (?:results|model is called that)\.$/)).toBeVisible();
    await page.getByRole('button', { name: /^Price: \d+ models$/ }).click();
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
    await expect(page).toHaveURL(/\?q=claude&author=anthropic$/);
    await page.goto('./search/?q=claude&author=openai&out=audio');
    await page.getByRole('button', { name: /^All filters: \d+ models$/ }).click();
    await expect(page).toHaveURL(/\?q=claude$/);
  });

  test('shows which sentence or section of another page mentions the words', async ({ page }) => {
    await page.goto('./search/?q=picks');
    const mentions = page.getByRole('group', { name: 'Mentioned in' }).getByRole('option');
    await expect(mentions.first()).toContainText('It picks a model for each request', { timeout: 20_000 });
    await page.goto('./search/?q=logit_bias');
    await expect(mentions.first().locator('.find-about')).toHaveText('In the section “Parameters”', {
      timeout: 20_000,
    });
    await expect(mentions.first()).toHaveAttribute('href', /\/#parameters$/);
    await page.goto('./search/?q=is:retired+temperature');
    await expect(mentions.first()).toContainText(/retired [A-Z][a-z]+ \d/, { timeout: 20_000 });
  });

  test('counts listed models in its facets and says so', async ({ page }) => {
    await page.goto('./search/?price=free');
    const note = page.locator('.facet-note');
    const free = page.locator('label', { has: page.locator('#facet-price-free') }).locator('.facet-n');
    await expect(note).toHaveText('Counts are of listed models only.');
    await expect(page.locator('.search-count')).toHaveText(/^\d+ models · \d+ retired$/);
    const count = await page.locator('.search-count').textContent();
    await expect(free).toHaveText(/^\d+/.exec(count ?? '')?.[0] ?? 'none');
    await box(page).fill('is:retired');
    await expect(note).toHaveText(/^Counts include retired models/);
  });

  test('follows every change of the box when the browser limits writes to the address', async ({ page }) => {
    await limitHistory(page);
    await page.goto('./search/');
    const long = 'a model that reads long texts and answers in several languages at once '.repeat(2);
    await box(page).pressSequentially(long);
    await erase(page, long.length);
    await box(page).pressSequentially('opus');
    await expect(page.locator('[data-search-result]').first()).toHaveAttribute('data-model-id', /opus/);
    await expect(page).toHaveURL(/\?q=opus$/);
  });

  test('finds names in scripts without spaces, and opens a result after an input method has written it', async ({
    page,
    context,
  }) => {
    await page.goto('./search/');
    await box(page).focus();
    const session = await context.newCDPSession(page);
    await session.send('Input.imeSetComposition', { text: 'opus', selectionStart: 4, selectionEnd: 4 });
    await expect(page.locator('[data-search-result]').first()).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/search\//);
    await session.send('Input.insertText', { text: 'opus' });
    await expect(page.locator('[data-search-result][aria-selected="true"]')).toBeVisible();
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\//);
  });

  test('filters page text as it filters models', async ({ page }) => {
    await page.goto('./search/?q=context+tokens&author=cohere');
    const mentions = page.getByRole('group', { name: 'Mentioned in' }).getByRole('option');
    await expect(mentions.first()).toHaveAttribute('href', /\/models\/cohere\//);
    for (const mention of await mentions.all())
      await expect(mention).toHaveAttribute('href', /\/models\/cohere\//);
  });

  test('folds its filters on a phone', { tag: '@phone' }, async ({ page }) => {
    await page.goto('./search/?q=gpt&in=image');
    const fold = page.getByRole('button', { name: 'Filters (1)' });
    await expect(page.locator('#facet-in-image')).toBeHidden();
    await fold.click();
    await expect(page.locator('#facet-in-image')).toBeVisible();
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });

  test('passes axe', { tag: ['@desktop', '@phone', '@dark'] }, async ({ page }) => {
    await page.goto('./search/?q=gpt');
    await expect(page.locator('.facet').first()).toBeAttached();
    expect(await axeViolations(page)).toEqual([]);
  });

  test(
    'says that it needs JavaScript and links to all models without scripts',
    { tag: '@no-js' },
    async ({ page }) => {
      await page.goto('./search/?q=gpt');
      // Playwright's own ways to find text and to click leave <noscript> out.
      const notice = await page.evaluate(() => {
        const element = document.querySelector('noscript');
        return {
          height: element?.querySelector('p')?.offsetHeight ?? 0,
          text: element?.textContent,
          href: element?.querySelector('a')?.href ?? '',
        };
      });
      expect(notice.height).toBeGreaterThan(0);
      expect(notice.text).toContain('needs JavaScript');
      await page.goto(notice.href);
      await expect(page).toHaveURL(/\/models\/$/);
    },
  );
});

test.describe('the search box on the page of an unknown address', () => {
  test('shows results below itself', EVERYWHERE, async ({ page }) => {
    await page.goto('./404.html');
    const box = page.locator('search-box');
    await box.getByRole('searchbox').or(box.getByRole('combobox')).fill('sonnet 5');
    await expect(box.locator('[data-search-result]').first()).toHaveAttribute(
      'data-model-id',
      'anthropic/claude-sonnet-5',
    );
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/anthropic\/claude-sonnet-5\/$/);
  });

  test('finds a retired model by its permanent slug or former name', async ({ page }) => {
    await page.goto('./404.html');
    const field = page.locator('search-box').getByRole('combobox');
    const first = page.locator('search-box [data-search-result]').first();
    await page.locator('search-box input').focus();
    for (const [typed, id] of [
      ['Anthropic: Claude v2', 'anthropic/claude-2'],
      ['Google: Gemini Flash 1.5 8B', 'google/gemini-flash-1.5-8b'],
    ] as const) {
      await field.fill(typed);
      await expect(first).toHaveAttribute('data-model-id', id);
      await expect(first).toContainText(/retired [A-Z][a-z]+ \d/);
    }
    await page.keyboard.press('Enter');
    await expect(page).toHaveURL(/\/models\/google\/gemini-flash-1\.5-8b\/$/);
  });
});

test('search in the browser finds the model that people mean', async ({ page }) => {
  await page.goto('./');
  const quality = measureQuality(
    await rankQueries(page, [
      { query: 'gpt4o', expect: ['openai/gpt-4o'] },
      { query: 'antropic opus 4.7', expect: ['anthropic/claude-opus-4.7'] },
      { query: 'llama 70b', expect: ['meta-llama/llama-3.3-70b-instruct'] },
      { query: 'zai glm 5', expect: ['z-ai/glm-5'] },
      { query: 'mini 4o gpt', expect: ['openai/gpt-4o-mini'] },
    ]),
  );
  expect(quality).toEqual({ meanReciprocalRank: 1, missed: [] });
});
