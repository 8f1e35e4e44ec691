import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';
import { columnTexts } from '../support/column-texts.ts';
import { erase, limitHistory } from '../support/limit-history.ts';
import { idsOfRows, MODEL_ROWS, modelRow } from '../support/model-rows.ts';
import { servedAt } from '../support/sites.ts';

const WORDS = new Set(['dynamic', 'unknown', '—']);

async function settled(page: Page): Promise<void> {
  await page.waitForFunction(() => document.querySelectorAll('tbody').length > 300);
}

const numbers = (texts: readonly string[]) =>
  texts
    .filter((text) => !WORDS.has(text))
    .map((text) => (text === 'free' ? 0 : Number(text.replace(/[$,]/g, ''))));

test('a click on a header sorts the models table in place with words last in both directions, and announces the order', async ({
  page,
}) => {
  await page.goto('./models/');
  const header = page.locator('th[data-key=input]');
  await header.getByRole('button').click();
  await settled(page);
  await expect(header).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.locator('th[aria-sort]')).toHaveCount(1);
  await expect(page.getByRole('status')).toHaveText(/By input price, lowest first\.$/);
  const up = await columnTexts(page, 'input');
  const upNumbers = numbers(up);
  expect(upNumbers).toEqual([...upNumbers].sort((a, b) => a - b));
  expect(up.slice(upNumbers.length).every((text) => WORDS.has(text))).toBe(true);
  expect(up.slice(upNumbers.length).length).toBeGreaterThan(0);

  await header.getByRole('button').click();
  await expect(header).toHaveAttribute('aria-sort', 'descending');
  await settled(page);
  const down = await columnTexts(page, 'input');
  const downNumbers = numbers(down);
  expect(downNumbers).toEqual([...downNumbers].sort((a, b) => b - a));
  expect(down.slice(downNumbers.length).every((text) => WORDS.has(text))).toBe(true);
});

test('the keyboard sorts the models table and keeps the focus on the header', async ({ page }) => {
  await page.goto('./models/');
  const button = page.getByRole('columnheader', { name: 'Context' }).getByRole('button');
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('columnheader', { name: 'Context' })).toHaveAttribute(
    'aria-sort',
    'descending',
  );
  await expect(button).toBeFocused();
  await page.keyboard.press('Space');
  await expect(page.getByRole('columnheader', { name: 'Context' })).toHaveAttribute('aria-sort', 'ascending');
});

test('the models table keeps its order in the address without defaults, and Back undoes it', async ({
  page,
}) => {
  await page.goto('./models/');
  await page.locator('th[data-key=input]').getByRole('button').click();
  await expect(page).toHaveURL(/\?sort=input$/);
  await page.locator('th[data-key=input]').getByRole('button').click();
  await expect(page).toHaveURL(/\?sort=input&dir=desc$/);
  await page.goBack();
  await expect(page.locator('th[data-key=input]')).toHaveAttribute('aria-sort', 'ascending');
  await page.goBack();
  await expect(page).toHaveURL(/\/models\/$/);
  await expect(page.getByRole('columnheader', { name: 'Popularity' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
});

test('the models table sorted in place has the order of the page sorted without scripts', async ({
  page,
}) => {
  for (const key of ['name', 'newest', 'input', 'context', 'cached']) {
    await page.goto(`./models/by/${key}/`);
    const printed = await page.locator('tbody tr:first-child').evaluateAll(idsOfRows);
    const printedNotes = await page.locator('[data-ahead]').evaluateAll(notes);
    await page.goto(`./models/?sort=${key}`);
    await expect(page.locator(`th[data-key=${key}]`)).toHaveAttribute('aria-sort', /./);
    await settled(page);
    expect(await page.locator('tbody tr:first-child').evaluateAll(idsOfRows), key).toEqual(printed);
    expect(await page.locator('[data-ahead]').evaluateAll(notes), key).toEqual(printedNotes);
  }
});

const notes = (cells: Element[]) => cells.map((cell) => (cell as HTMLElement).dataset.ahead);

test('filters narrow the models table, show the count and stay in the address', async ({ page }) => {
  await page.goto('./models/');
  await page.getByLabel('Filter by name or id').fill('gpt mini');
  await expect(page).toHaveURL(/\?q=gpt\+mini$/);
  const names = await page.locator('tbody tr:first-child').evaluateAll(idsOfRows);
  expect(names.length).toBeGreaterThan(2);
  await expect(page.getByRole('status')).toContainText(`${names.length} of`);

  await page
    .getByRole('form', { name: 'Filters' })
    .getByLabel(/^Tools/)
    .check();
  await expect(page).toHaveURL(/can=tools/);
  await page
    .getByRole('list', { name: 'Filters that are set' })
    .getByRole('button', { name: 'Clear all' })
    .click();
  await expect(page).toHaveURL(/\/models\/$/);

  await page.getByLabel('Filter by name or id').fill('no such model at all');
  await expect(page.getByText('No model matches.')).toBeVisible();
  await page.getByRole('button', { name: /^Without “no such model at all”/ }).click();
  await expect(page.getByText('No model matches.')).toBeHidden();
});

test('a filter of the models table shows a variant that a group hides', async ({ page }) => {
  await page.goto('./models/?q=gpt-4o-mini:batch');
  const row = page.locator(modelRow('openai/gpt-4o-mini:batch'));
  await expect(row).toBeVisible();
  await expect(page.locator('tbody')).toHaveCount(1);
});

test('a filter of the models table finds names however their parts are joined', async ({ page }) => {
  await page.goto('./models/');
  const field = page.getByLabel('Filter by name or id');
  for (const typed of ['gpt4o', 'gpt‑4o', 'gpt–4o', 'ＧＰＴ-4o']) {
    await field.fill(typed);
    await expect(page.locator(modelRow('openai/gpt-4o'))).toBeVisible();
    await expect(page.locator(modelRow('openai/gpt-5'))).toHaveCount(0);
  }
  await expect(page.getByRole('status')).toContainText(' of ');
});

test('a filter of the models table works while an input method composes, whose keys it ignores', async ({
  page,
  context,
}) => {
  await page.goto('./models/');
  await page.getByLabel('Filter by name or id').focus();
  const session = await context.newCDPSession(page);
  await session.send('Input.imeSetComposition', { text: 'opus', selectionStart: 4, selectionEnd: 4 });
  await expect(page.getByRole('status')).toContainText(' of ');
  for (const key of ['Enter', 'Escape']) await page.keyboard.press(key);
  await expect(page).toHaveURL(/\/models\//);
});

test('the models table follows its filter when the browser limits writes to the address', async ({
  page,
}) => {
  await limitHistory(page);
  await page.goto('./models/');
  const field = page.getByLabel('Filter by name or id');
  const long = 'anthropic claude '.repeat(8);
  await field.pressSequentially(long);
  await erase(page, long.length);
  await field.pressSequentially('opus');
  await expect(page).toHaveURL(/\?q=opus$/);
  const names = await page.locator('tbody tr:first-child').evaluateAll(idsOfRows);
  expect(names.length).toBeGreaterThan(0);
  expect(names.filter((id) => !id.includes('opus'))).toEqual([]);
});

test('the models table filters at an address whose path starts with two slashes', async ({ page }) => {
  await page.goto(`${servedAt('plain')}/models/`);
  await page
    .getByRole('form', { name: 'Filters' })
    .getByLabel(/^Tools/)
    .check();
  await expect(page).toHaveURL(/\/\/models\/\?can=tools$/);
  await expect(page.getByRole('status')).toContainText(' of ');
});

test(
  'reload and Back keep the scroll position in a sorted or filtered models table',
  { tag: ['@desktop', '@phone'] },
  async ({ page }) => {
    const place = () => page.evaluate(() => scrollY);
    for (const address of ['./models/?sort=input', './models/?can=tools&sort=newest']) {
      await page.goto(address);
      await settledList(page);
      await page.evaluate(() => {
        scrollTo({ top: 5_000 });
      });
      await expect.poll(place).toBe(5_000);
      await page.reload();
      await settledList(page);
      await expect.poll(place).toBe(5_000);
      const link = page.locator('tbody tr:first-child th > a').nth(150);
      await link.scrollIntoViewIfNeeded();
      const kept = await place();
      expect(kept).toBeGreaterThan(3_000);
      await link.click();
      await expect(page.locator('main[data-model-id]')).toBeVisible();
      await page.goBack();
      await expect.poll(place).toBe(kept);
    }
  },
);

test('Back between two orders of the models table returns to the scroll position in the first', async ({
  page,
}) => {
  await page.goto('./models/?sort=input');
  await settledList(page);
  await page.evaluate(() => {
    scrollTo({ top: 4_000 });
  });
  await page.evaluate(() => {
    document.querySelector<HTMLElement>('th[data-key=context] button')?.click();
  });
  await expect(page).toHaveURL(/sort=context/);
  await page.goBack();
  await expect(page).toHaveURL(/sort=input$/);
  await expect.poll(() => page.evaluate(() => scrollY)).toBe(4_000);
});

test('a link to the models table starts at its top', async ({ page }) => {
  await page.goto('./models/?sort=input');
  await settledList(page);
  await page.evaluate(() => {
    scrollTo({ top: 5_000 });
  });
  await page.goto('./about/');
  await page.goto('./models/?sort=input');
  await settledList(page);
  expect(await page.evaluate(() => scrollY)).toBe(0);
});

/** All rows of a list that is not sorted by popularity are there, in its order. */
async function settledList(page: Page): Promise<void> {
  await expect(page.locator('th[aria-sort]')).not.toHaveAttribute('data-key', 'popularity');
  await page.waitForFunction(() => document.querySelectorAll('tbody').length > 200);
}

test('a filter of the models table finds authors by name', async ({ page }) => {
  await page.goto('./models/?q=spacexai');
  await expect(page.getByRole('status')).toContainText(' of ');
  const shown = await page.locator('tbody tr:first-child').evaluateAll(idsOfRows);
  const authors = shown.map((id) => id.split('/')[0]);
  expect(authors.length).toBeGreaterThan(3);
  expect(new Set(authors)).toEqual(new Set(['x-ai']));
});

test('a price with tiers keeps its second line above the name of a cheaper variant', async ({ page }) => {
  await page.goto('./models/?sort=input');
  await settled(page);
  const cell = page.locator('td[data-ahead]:has(small)').first();
  await expect(cell.locator('small')).toHaveText(/^\$[\d.]+ >\d+K$/);
  const drawn = await cell.evaluate((element) => getComputedStyle(element, '::after').content);
  expect(drawn).toBe(`"${(await cell.getAttribute('data-ahead')) ?? 'none'}"`);
});

test('the models table ignores unknown values in the address', async ({ page }) => {
  await page.goto(
    './models/?sort=constructor&dir=sideways&colour=red&can=flying&takes=smell&author=nobody&input=abc&price=junk&context=-5',
  );
  await settled(page);
  await expect(page.getByRole('columnheader', { name: 'Popularity' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect.poll(() => page.locator('tbody').count()).toBeGreaterThan(300);
  await expect(page.getByRole('status')).not.toContainText(' of ');
});

test('presets on the home page set filters that the form of the models table shows', async ({ page }) => {
  await page.goto('./');
  const addresses = await page
    .locator('[data-part=presets] a')
    .evaluateAll((links) => links.map((link) => (link as HTMLAnchorElement).href));
  expect(addresses.length).toBeGreaterThan(3);
  for (const address of addresses) {
    await page.goto(address);
    await expect(page.getByRole('status')).toContainText(' of ');
    const set = await page
      .locator('[data-chips] [data-chip]')
      .evaluateAll((chips) =>
        chips.map((chip) => `${chip.getAttribute('name')}=${chip.getAttribute('value')}`),
      );
    const asked = [...new URL(address).searchParams].filter(([name]) => name !== 'sort');
    expect(set.sort()).toEqual(asked.map(([name, value]) => `${name}=${value}`).sort());
  }
});

test(
  'the headers of the models table lead to sorted pages without scripts, and variants unfold',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./models/');
    await expect(page.locator('tr.v').first()).toBeHidden();
    await page.locator('tbody label').first().click();
    await expect(page.locator('tr.v').first()).toBeVisible();
    await expect(page.getByLabel('Filter by name or id')).toBeHidden();
    await page.locator('th[data-key=input]').getByRole('link').click();
    await expect(page).toHaveURL(/\/models\/by\/input\/$/);
    const prices = numbers(await columnTexts(page, 'input'));
    expect(prices).toEqual([...prices].sort((a, b) => a - b));
    await expect(page.locator('th[data-key=input]')).toHaveAttribute('aria-sort', 'ascending');
  },
);

test(
  'the filters of the models table open in a sheet on a phone, where a select sorts',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./models/');
    await expect(page.getByLabel(/^Tools/)).toBeHidden();
    await page.getByRole('button', { name: 'Filters' }).click();
    await page.getByLabel(/^Tools/).check();
    await page.keyboard.press('Escape');
    await expect(page.getByLabel(/^Tools/)).toBeHidden();
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused();
    await page.getByLabel('Sort by').selectOption('Output');
    await expect(page).toHaveURL(/can=tools&sort=output/);
  },
);

test('a category keeps the order of its answer with every id in a row of its own', async ({ page }) => {
  await page.goto('./categories/programming/');
  const ranks = (await columnTexts(page, 'popularity')).map(Number);
  expect(ranks).toEqual(ranks.map((_, index) => index + 1));
  await expect(page.locator('tr.v')).toHaveCount(0);
});

const SORTED_BY_NUMBER = {
  Input: 'input',
  Output: 'output',
  Context: 'context',
  'Max output': 'max-output',
  'Cached input': 'cached',
  Added: 'newest',
  Popularity: 'popularity',
};

for (const [name, key] of Object.entries(SORTED_BY_NUMBER)) {
  test(`the models table sorted by "${name}" has blanks last in both directions and loses no row`, async ({
    page,
  }) => {
    // Wide enough for every column.
    await page.setViewportSize({ width: 1800, height: 900 });
    await page.goto('./models/');
    const header = headerOf(page, name);
    const rows = page.locator(MODEL_ROWS);
    const count = await rows.count();
    for (const direction of await twoDirections(header)) {
      await expect(header).toHaveAttribute('aria-sort', direction);
      await expect(rows).toHaveCount(count);
      const texts = await columnTexts(page, key);
      const firstBlank = texts.findIndex((text) => WORDS.has(text));
      const values = firstBlank < 0 ? texts : texts.slice(0, firstBlank);
      expect(values.length).toBeGreaterThan(50);
      expect(texts.slice(values.length).filter((text) => !WORDS.has(text))).toEqual([]);
      await header.getByRole('button').click();
    }
  });
}

/** Clicks the header once; the direction that it then has and the one that comes next. */
async function twoDirections(header: Locator): Promise<string[]> {
  const before = await header.getAttribute('aria-sort');
  await header.getByRole('button').click();
  await expect.poll(() => header.getAttribute('aria-sort')).not.toBe(before);
  const both = ['ascending', 'descending'];
  return (await header.getAttribute('aria-sort')) === 'ascending' ? both : both.reverse();
}

function headerOf(page: Page, name: string): Locator {
  return page.locator('table[data-models] thead th', {
    has: page.getByRole('button', { name, exact: true }),
  });
}
