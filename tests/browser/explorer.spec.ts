import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { columnTexts } from '../support/column-texts.ts';

const status = (page: Page): Locator => page.locator('model-explorer [role=status]');
const panel = (page: Page): Locator => page.getByRole('form', { name: 'Filters' });
const choice = (page: Page, name: string): Locator =>
  panel(page)
    .locator('label', { has: page.getByText(name, { exact: true }) })
    .filter({ visible: true });
const chips = (page: Page): Locator => page.getByRole('list', { name: 'Filters that are set' });

/** The number of models that the list says it shows, once it shows as many rows. */
async function shownCount(page: Page): Promise<number> {
  await expect(status(page)).toHaveText(/^[\d,]+ of [\d,]+ models?: /);
  const count = Number.parseInt(((await status(page).textContent()) ?? '').replaceAll(',', ''));
  await expect(page.locator('model-explorer table[data-models] tbody')).toHaveCount(count);
  return count;
}

const countOf = async (part: Locator): Promise<number> => Number(await part.locator('small').textContent());

test('a person finds the cheapest paid models with tools and images by mouse, as counts foretell', async ({
  page,
}) => {
  await page.goto('./models/');
  await expect(status(page)).toHaveText('337 models. By popularity, most used first.');
  const image = choice(page, 'Image');
  const foretold = await countOf(image);
  await image.click();
  expect(await shownCount(page)).toBe(foretold);
  // Counts follow the other choices.
  const tools = choice(page, 'Tools');
  await expect.poll(() => countOf(tools)).toBeLessThanOrEqual(foretold);
  const both = await countOf(tools);
  await tools.click();
  expect(await shownCount(page)).toBe(both);
  await panel(page).getByRole('radio', { name: /^Paid/ }).check();
  await panel(page).getByRole('button', { name: /^200K/ }).click();
  await page.getByRole('columnheader', { name: 'Input', exact: false }).getByRole('button').first().click();
  const count = await shownCount(page);
  const words = `${count} of 337 models: image input, tools, paid, 200K context or more. By input price, lowest first.`;
  await expect(status(page)).toHaveText(words);
  await expect(page.locator('table[data-models] caption')).toHaveText(words);
  await expect(page).toHaveTitle(
    /^Image input, tools, paid, 200K context or more, by input price, lowest first · /,
  );
  await expect(page).toHaveURL(/\?in=image&can=tools&price=paid&context_min=200000&sort=input$/);
  expect((await columnTexts(page, 'input')).filter((text) => text === 'free')).toEqual([]);
  await page.reload();
  expect(await shownCount(page)).toBe(count);
  await expect(panel(page).getByLabel('Context, tokens')).toHaveValue('200K');
  await expect(panel(page).getByRole('button', { name: /^200K/ })).toHaveAttribute('aria-pressed', 'true');
  await page.goBack();
  await expect(page).not.toHaveURL(/sort=input/);
  await expect(page).toHaveTitle(/^Image input, tools, paid, 200K context or more · /);
});

test('chips name what is set and remove it, by mouse and by keyboard, and "Clear all" removes all', async ({
  page,
}) => {
  await page.goto('./models/?in=image&can=tools,reasoning&price=paid&moderated=no');
  await shownCount(page);
  await expect(chips(page).getByRole('button')).toHaveText([
    'Image input ×',
    'Tools ×',
    'Reasoning ×',
    'Paid ×',
    'Not moderated ×',
    'Clear all',
  ]);
  await chips(page).getByRole('button', { name: 'Remove the filter: tools' }).click();
  await expect(page).toHaveURL(/\?in=image&can=reasoning&price=paid&moderated=no$/);
  await expect(chips(page).getByRole('button', { name: 'Remove the filter: reasoning' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\?in=image&price=paid&moderated=no$/);
  await expect(chips(page).getByRole('button', { name: 'Remove the filter: paid' })).toBeFocused();
  await chips(page).getByRole('button', { name: 'Clear all' }).click();
  await expect(page).toHaveURL(/\/models\/$/);
  await expect(chips(page)).toBeHidden();
  await expect(status(page)).toHaveText('337 models. By popularity, most used first.');
  await expect(page).toHaveTitle(/^All models/);
  await expect(choice(page, 'Image').getByRole('checkbox')).not.toBeChecked();
});

test('a double click on a chip removes one filter', async ({ page }) => {
  await page.goto('./models/?in=image&can=tools,reasoning&price=paid');
  await shownCount(page);
  await chips(page).getByRole('button', { name: 'Remove the filter: tools' }).dblclick();
  await expect(page).toHaveURL(/\?in=image&can=reasoning&price=paid$/);
  await expect(chips(page).getByRole('button')).toHaveCount(4);
});

test('the text field of a list reads the operators of search', async ({ page }) => {
  await page.goto('./models/?q=flash -preview');
  await expect(page.locator('tbody tr:visible').first()).toBeVisible();
  const ids = await page.locator('tbody tr:visible th code').allTextContents();
  expect(ids.length).toBeGreaterThan(3);
  expect(ids.filter((id) => id.includes('preview'))).toEqual([]);
  await page.getByLabel('Filter by name or id').fill('author:openai');
  await expect(page).toHaveURL(/\?q=author%3Aopenai$/);
  const authors = (await page.locator('tbody tr:visible th code').allTextContents()).map(
    (id) => id.split('/')[0],
  );
  expect(authors.length).toBeGreaterThan(20);
  expect(new Set(authors)).toEqual(new Set(['openai']));
  await page.getByLabel('Filter by name or id').fill('gemini2.5');
  await expect(page.getByRole('status').first()).toContainText('“gemini2.5”');
});

test('the panel is worked by keyboard: groups open, long groups narrow, choices are set', async ({
  page,
}) => {
  await page.goto('./models/');
  const author = panel(page).locator('summary', { hasText: /^Author/ });
  await author.focus();
  await page.keyboard.press('Enter');
  const narrow = panel(page).getByLabel('Narrow: Author');
  await expect(narrow).toBeVisible();
  await page.keyboard.press('Tab');
  await expect(narrow).toBeFocused();
  await page.keyboard.type('anthr');
  await page.keyboard.press('Tab');
  await expect(panel(page).getByRole('checkbox', { name: /^Anthropic/ })).toBeFocused();
  const foretold = await countOf(choice(page, 'Anthropic'));
  await page.keyboard.press('Space');
  expect(await shownCount(page)).toBe(foretold);
  await expect(page).toHaveURL(/\?author=anthropic$/);
  await expect(author.locator('b')).toHaveText('1');
  await expect(chips(page).getByRole('button')).toHaveText(['Anthropic ×']);
});

test('every parameter of the capture can be filtered by, and "Show all" shows the rest', async ({ page }) => {
  await page.goto('./models/');
  await panel(page).locator('summary', { hasText: 'Parameters' }).click();
  const group = panel(page).locator('[data-choices=param]');
  await expect(group.locator('label').first()).toBeVisible();
  const names = await group
    .locator('input')
    .evaluateAll((fields) => fields.map((field) => (field as HTMLInputElement).value));
  expect(names).toEqual(expect.arrayContaining(['seed', 'temperature', 'logprobs', 'tools']));
  expect(new Set(names).size).toBe(names.length);
  await panel(page)
    .getByRole('button', { name: `Show all ${names.length}` })
    .click();
  await expect(group.locator('label').filter({ visible: true })).toHaveCount(names.length);
  const foretold = await countOf(choice(page, 'seed'));
  await choice(page, 'seed').click();
  expect(await shownCount(page)).toBe(foretold);
  await expect(page).toHaveURL(/\?param=seed$/);
});

test('authors to filter by have different labels, and the count of the page of the author', async ({
  page,
}) => {
  await page.goto('./models/');
  await panel(page).locator('summary', { hasText: 'Author' }).click();
  const group = panel(page).locator('[data-choices=author]');
  await expect(group.locator('label').first()).toBeVisible();
  const labels = await group.locator('label').allInnerTexts();
  expect(labels.length).toBeGreaterThan(20);
  expect(labels.filter((label, place) => labels.indexOf(label) !== place)).toEqual([]);
  expect(await countOf(choice(page, 'OpenAI'))).toBe(59);
});

test('limits are typed freely, and what cannot be read is said and not applied', async ({ page }) => {
  await page.goto('./models/');
  const context = panel(page).getByLabel('Context, tokens');
  await context.fill('150k');
  await expect(page).toHaveURL(/\?context_min=150000$/);
  const count = await shownCount(page);
  await expect(status(page)).toContainText('150K context or more');
  await context.fill('a lot');
  await context.blur();
  await expect(panel(page).getByText('Not a number of tokens.')).toBeVisible();
  await expect(context).toHaveAttribute('aria-invalid', 'true');
  await expect(page).toHaveURL(/\?context_min=150000$/);
  expect(await shownCount(page)).toBe(count);
  expect(await axeViolations(page, { part: 'model-explorer > side-sheet' })).toEqual([]);
  await context.fill('');
  await expect(page).toHaveURL(/\/models\/$/);
  await panel(page).getByLabel('Output price, per M tokens').fill('0.35');
  await expect(page).toHaveURL(/\?output_max=0\.35$/);
  await expect(status(page)).toContainText('output up to $0.35');
});

test('dates, moderation, stable prices and what is hidden are filters of the panel', async ({ page }) => {
  await page.goto('./models/');
  await panel(page).locator('summary', { hasText: 'Added and knowledge cutoff' }).click();
  const month = panel(page).getByRole('button', { name: /^30 days/ });
  const foretold = await countOf(month);
  await month.click();
  expect(await shownCount(page)).toBe(foretold);
  await expect(status(page)).toContainText('added in the last 30 days');
  await month.click();
  await expect(page).toHaveURL(/\/models\/$/);
  await panel(page).locator('summary', { hasText: 'Stable price' }).click();
  await choice(page, 'Hide variants').click();
  await choice(page, 'No price change in 90 days').click();
  await panel(page)
    .getByRole('radio', { name: /^Not moderated/ })
    .check();
  await expect(page).toHaveURL(/\?moderated=no&stable=1&hide=variants$/);
  await shownCount(page);
  await expect(status(page)).toContainText('not moderated, no price change in 90 days, without variants');
});

test('the text field of a list forgives typing errors, and says so', async ({ page }) => {
  await page.goto('./models/');
  const field = page.getByLabel('Filter by name or id');
  await field.fill('antropic sonet');
  expect(await shownCount(page)).toBeGreaterThan(2);
  await expect(status(page)).toContainText('names like “antropic sonet”');
  const names = await page.locator('tbody tr:first-child th > a').allTextContents();
  expect(names.filter((name) => !name.includes('Sonnet'))).toEqual([]);
  await field.fill('sonnet');
  await expect(status(page)).toContainText(': “sonnet”.');
});

test('an empty list names the filters whose removal brings models, and leads to the full search', async ({
  page,
}) => {
  await page.goto('./models/?q=gpt&price=paid&context_min=100m');
  const empty = page.locator('[data-part=empty]');
  await expect(empty).toContainText('No model matches.');
  await expect(empty.getByRole('link', { name: 'Search everything for “gpt”' })).toHaveAttribute(
    'href',
    /\/search\/\?q=gpt$/,
  );
  expect(await axeViolations(page)).toEqual([]);
  const way = empty.getByRole('button', { name: /^Without 100M context or more: \d+ models?$/ });
  const foretold = Number(/: (\d+)/.exec((await way.textContent()) ?? '')?.[1]);
  await way.click();
  expect(await shownCount(page)).toBe(foretold);
  await expect(empty).toBeHidden();
  await page.getByLabel('Filter by name or id').fill('no such thing whatsoever');
  await empty.getByRole('button', { name: /^Without “no such thing whatsoever”: \d+ models$/ }).click();
  await expect(page).toHaveURL(/\/models\/\?price=paid$/);
});

for (const [path, title] of [
  ['categories/programming/', 'Category'],
  ['authors/openai/', 'Author'],
  ['outputs/text/', 'Output modalities'],
] as const) {
  test(`/${path} has the panel without the filter that the page fixes`, async ({ page }) => {
    await page.goto(`./${path}`);
    await expect(panel(page).locator('summary', { hasText: 'Features' })).toBeVisible();
    await expect(panel(page).locator('summary', { hasText: title })).toHaveCount(0);
    const foretold = await countOf(choice(page, 'Image'));
    await choice(page, 'Image').click();
    expect(await shownCount(page)).toBe(foretold);
    await chips(page).getByRole('button').first().click();
    await expect(page).toHaveURL(new RegExp(`/${path}$`));
  });
}

test('a filtered category keeps every id in a row of its own, in its order', async ({ page }) => {
  await page.goto('./categories/programming/?can=tools&in=image');
  await shownCount(page);
  const ranks = (await columnTexts(page, 'popularity')).map(Number);
  expect(ranks.length).toBeGreaterThan(5);
  expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
  await expect(page.locator('tr.v')).toHaveCount(0);
});

test.describe('on the site of all outputs', () => {
  test.use({ site: 'wide' });

  test('a page with several lists filters all of them at once and counts them together', async ({ page }) => {
    await page.goto('./outputs/transcription/');
    const lists = page.locator('model-table');
    expect(await lists.count()).toBeGreaterThan(1);
    const author = panel(page).locator('summary', { hasText: /^Author/ });
    await author.click();
    const first = panel(page).locator('[data-choices=author] label').first();
    const foretold = await countOf(first);
    await first.click();
    expect(await shownCount(page)).toBe(foretold);
  });
});

test(
  'on a phone the panel is a sheet that traps and returns the focus and says how many models it shows',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./models/');
    await expect(panel(page)).toBeHidden();
    const opener = page.getByRole('button', { name: 'Filters', exact: true });
    await opener.click();
    const sheet = page.getByRole('dialog', { name: 'Filters' });
    await expect(sheet).toBeVisible();
    expect(await sheet.evaluate((part) => part.contains(document.activeElement))).toBe(true);
    await choice(page, 'Image').click();
    const done = sheet.getByRole('button', { name: /^Show \d+ models$/ });
    await expect(done).toHaveText(`Show ${await shownCount(page)} models`);
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(sheet).toBeHidden();
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused();
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Close' }).click();
    await expect(page.getByRole('button', { name: 'Filters (1)' })).toBeFocused();
    await page.keyboard.press('Enter');
    await sheet.getByRole('button', { name: 'Clear all' }).click();
    await expect(page).toHaveURL(/\/models\/$/);
    await sheet.getByRole('button', { name: 'Show 337 models' }).click();
    await expect(sheet).toBeHidden();
  },
);

test('between phones and wide screens the panel is a sheet at the left edge, and follows the window', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1024, height: 800 });
  await page.goto('./models/');
  await page.getByRole('button', { name: 'Filters', exact: true }).click();
  const sheet = page.getByRole('dialog', { name: 'Filters' });
  const box = await sheet.boundingBox();
  expect(box?.x).toBe(0);
  expect(box?.width).toBe(352);
  await choice(page, 'Tools').click();
  await shownCount(page);
  // Outside, over the page.
  await page.mouse.click(900, 400);
  await expect(sheet).toBeHidden();
  await page.setViewportSize({ width: 1280, height: 800 });
  await expect(panel(page)).toBeVisible();
  await expect(choice(page, 'Tools').getByRole('checkbox')).toBeChecked();
  await expect(page.getByRole('button', { name: /^Filters/ })).toBeHidden();
});

for (const tag of ['@desktop', '@phone', '@dark']) {
  test(`a list with chips and open groups passes axe (${tag.slice(1)})`, { tag }, async ({ page }) => {
    await page.goto('./models/?in=image&can=tools&author=openai');
    await shownCount(page);
    if (tag === '@phone') await page.getByRole('button', { name: /^Filters/ }).click();
    for (const title of ['Author', 'Parameters', 'Stable price'])
      await panel(page).locator('summary', { hasText: title }).click();
    await expect(panel(page).getByLabel('Narrow: Parameters')).toBeVisible();
    expect(await axeViolations(page)).toEqual([]);
  });
}

test('the rail stays in sight and scrolls by itself', async ({ page }) => {
  await page.goto('./models/');
  await page.evaluate(() => {
    scrollTo({ top: 3_000 });
  });
  const rail = page.locator('model-explorer > side-sheet');
  const box = await rail.boundingBox();
  expect(box?.y).toBeGreaterThanOrEqual(0);
  expect(box?.y).toBeLessThan(100);
  expect(box?.height).toBeLessThanOrEqual(page.viewportSize()?.height ?? 0);
});

test(
  'without scripts a list says what it shows, and no filter is offered',
  { tag: '@no-js' },
  async ({ page }) => {
    await page.goto('./models/by/input/');
    await expect(status(page)).toHaveText('337 models. By input price, lowest first.');
    await expect(page.getByLabel('Filter by name or id')).toBeHidden();
    await expect(page.locator('[data-panel]')).toBeHidden();
    await expect(page.locator('table[data-models] tbody').first()).toBeVisible();
  },
);
