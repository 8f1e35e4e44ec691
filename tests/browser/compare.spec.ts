import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const SONNET = 'anthropic/claude-sonnet-5';
const LUNA = 'openai/gpt-5.6-luna';
const GEMINI = 'google/gemini-3.1-pro-preview';
const RETIRED = 'anthropic/claude-3.5-sonnet';
const SIX = [SONNET, LUNA, GEMINI, RETIRED, 'openai/gpt-4o', 'google/gemini-2.5-pro'];
const WORKLOAD = '&wi=30000&wo=2000&wc=0.7&wr=5000';

const address = (...ids: readonly string[]): string => `./compare/?${ids.map((id) => `m=${id}`).join('&')}`;
const heads = (page: Page) => page.locator('table[data-compare] th[data-model-id]');
const idsOf = (page: Page): Promise<string[]> =>
  heads(page).evaluateAll((all) => all.map((head) => (head as HTMLElement).dataset.modelId ?? ''));
const row = (page: Page, label: string) =>
  page
    .locator('table[data-compare] tr')
    .filter({ has: page.locator('th', { hasText: new RegExp(`^(≠Differs: )?${label}$`) }) });
const overflow = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** It is a search box until the search is loaded. */
const field = (page: Page) =>
  page
    .getByRole('combobox', { name: 'Add a model' })
    .or(page.getByRole('searchbox', { name: 'Add a model' }));

async function add(page: Page, typed: string, id: string): Promise<void> {
  await field(page).fill(typed);
  await page.locator(`[role=option][data-model-id="${id}"]`).click();
}

test.describe('a comparison', () => {
  test('@desktop @phone has a column for each model in the order of the address, a retired one too', async ({
    page,
  }) => {
    await page.goto(address(...SIX));
    await expect(heads(page)).toHaveCount(6);
    expect(await idsOf(page)).toEqual(SIX);
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('Compare 6 models');
    await expect(page.locator(`th[data-model-id="${RETIRED}"]`)).toContainText('Retired');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await expect(page.locator('.cmp-plot')).toBeVisible();
    await expect(page.locator('head meta[name=robots]')).toHaveAttribute('content', 'noindex');
  });

  for (const scheme of ['light', 'dark'] as const) {
    test(`@desktop @phone of six has no findings by axe in a ${scheme} scheme`, async ({ page }) => {
      await page.emulateMedia({ colorScheme: scheme });
      await page.goto(`${address(...SIX)}${WORKLOAD}`);
      await expect(page.locator('.cmp-plot')).toBeVisible();
      expect(await axeViolations(page)).toEqual([]);
    });
  }

  test('marks rows that differ, and shows only those on request', async ({ page }) => {
    await page.goto(address(SONNET, LUNA));
    await expect(row(page, 'Input')).toContainText('≠');
    await expect(row(page, 'Text output')).toBeVisible();
    await page.getByRole('checkbox', { name: 'Only differences' }).check();
    await expect(row(page, 'Text output')).toBeHidden();
    await expect(row(page, 'Input')).toBeVisible();
    await expect(page).toHaveURL(/only=1/);
    await page.reload();
    await expect(row(page, 'Text output')).toBeHidden();
  });

  test('leaves no empty box below the field for models when the focus moves on', async ({ page }) => {
    await page.goto(address(SONNET, LUNA));
    await page.getByRole('searchbox', { name: 'Add a model' }).fill('gemini 2.5 pro');
    await expect(page.locator('search-results [role=option]').first()).toBeVisible();
    await page.getByRole('checkbox', { name: 'Only differences' }).check();
    await expect(page.locator('search-box[data-pick] search-results')).toBeHidden();
    await expect(page.getByText(/rows? differs?, /)).toHaveCount(1);
  });

  test('compares with a chosen reference, which is in the address', async ({ page }) => {
    await page.goto(address(SONNET, LUNA));
    const input = row(page, 'Input').locator('td');
    await expect(input.nth(1)).toContainText('90% cheaper');
    await page.getByRole('button', { name: 'Make reference: GPT-5.6 Luna' }).first().click();
    await expect(input.nth(0)).toContainText('10× as much');
    await expect(page).toHaveURL(/ref=openai/);
    await page.reload();
    await expect(input.nth(0)).toContainText('10× as much');
  });

  test('shows the cost of the workload in the address, exact on each column', async ({ page }) => {
    await page.goto(`${address(SONNET, LUNA, RETIRED)}${WORKLOAD}`);
    await expect(page.locator(`th[data-model-id="${SONNET}"]`)).toHaveAttribute('data-cost', '211');
    await expect(page.locator(`th[data-model-id="${LUNA}"]`)).toHaveAttribute('data-cost', '23.1');
    await expect(row(page, 'Cost a month, Coding agent').locator('td').nth(2)).toContainText(
      'at its last prices',
    );
    await page.getByText('Cost', { exact: true }).click();
    await expect(page.locator('.cmp-figure figcaption')).toContainText('a month');
    await expect(page).toHaveURL(/chart=cost/);
  });

  test('overlays the price history, with a table of every change', async ({ page }) => {
    await page.goto(address(LUNA, RETIRED));
    const table = page.locator('.cmp-changes');
    await expect(table.locator('tbody').first()).toContainText('GPT-5.6 Luna');
    await expect(table).toContainText('↓');
    const dashes = await page
      .locator('.cmp-plot .line')
      .evaluateAll((lines) => lines.map((line) => line.getAttribute('stroke-dasharray')));
    expect(new Set(dashes).size).toBe(2);
    await page.getByText('Input', { exact: true }).last().click();
    await expect(page.locator('.cmp-figure figcaption')).toContainText('Input price');
  });
});

test.describe('the models of a comparison', () => {
  test('@desktop @phone are added by search in place, up to six', async ({ page }) => {
    await page.goto(address(...SIX.slice(0, 5)));
    await expect(heads(page)).toHaveCount(5);
    await add(page, 'gemini 2.5 pro', 'google/gemini-2.5-pro');
    await expect(heads(page)).toHaveCount(6);
    expect(await idsOf(page)).toEqual(SIX);
    await expect(page.getByRole('status').filter({ hasText: 'added' })).toHaveText('Gemini 2.5 Pro added.');
    await expect(page.locator('search-box[data-pick] input')).toBeDisabled();
    await page.goBack();
    await expect(heads(page)).toHaveCount(5);
  });

  test('are added by the keyboard', async ({ page }) => {
    await page.goto('./compare/');
    await page.locator('search-box[data-pick] input').focus();
    await page.keyboard.type(LUNA);
    await expect(page.locator('[role=option][aria-selected=true]')).toHaveAttribute('data-model-id', LUNA);
    await page.keyboard.press('Enter');
    await expect(heads(page)).toHaveCount(1);
    await expect(page.locator('[data-cmp=notices]')).toHaveText(
      'Add a second model to compare GPT-5.6 Luna with.',
    );
    await expect(page.locator('search-box[data-pick] input')).toBeFocused();
  });

  test('are moved and removed by the keyboard, which keeps the focus', async ({ page }) => {
    await page.goto(address(SONNET, LUNA, GEMINI));
    const later = page.getByRole('button', { name: 'Move Claude Sonnet 5 later' }).locator('visible=true');
    await later.focus();
    await page.keyboard.press('Enter');
    await expect.poll(() => idsOf(page)).toEqual([LUNA, SONNET, GEMINI]);
    await expect(later).toBeFocused();
    await page.getByRole('button', { name: 'Remove Claude Sonnet 5' }).locator('visible=true').press('Enter');
    await expect.poll(() => idsOf(page)).toEqual([LUNA, GEMINI]);
    await expect(page).toHaveURL(/m=openai.*&m=google/);
  });

  test('@phone are moved and removed on a phone', async ({ page }) => {
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(address(SONNET, LUNA));
    await page.getByText('Order, reference, remove').click();
    await page.getByRole('button', { name: 'Move GPT-5.6 Luna earlier' }).locator('visible=true').click();
    await expect.poll(() => idsOf(page)).toEqual([LUNA, SONNET]);
    await page.getByRole('button', { name: 'Remove Claude Sonnet 5' }).locator('visible=true').click();
    await expect.poll(() => idsOf(page)).toEqual([LUNA]);
  });

  test('are at most six: those beyond are named', async ({ page }) => {
    await page.goto(address(...SIX, 'openai/gpt-4.1'));
    await expect(page.locator('[data-cmp=notices]')).toHaveText(
      'At most 6 models can be compared at once. Left out: openai/gpt-4.1.',
    );
    await expect(heads(page)).toHaveCount(6);
  });
});

test.describe('an address with an unknown id', () => {
  test.use({ missing: 'no-such/model.json' });

  test('names it, and compares the others', async ({ page }) => {
    await page.goto(address(SONNET, 'no-such/model', 'nonsense', LUNA));
    await expect(page.locator('[data-cmp=notices]')).toHaveText(
      'No models have the ids no-such/model and nonsense. They are left out.',
    );
    expect(await idsOf(page)).toEqual([SONNET, LUNA]);
    expect(await axeViolations(page)).toEqual([]);
  });
});

test.describe('an address with ids without a model', () => {
  test.use({ missing: '~47~50~54-4.1.json' });

  test('ids without a model take no place among six, and models that they may mean are offered', async ({
    page,
  }) => {
    const unknown = ['by/b', 'nonsense', 'OpenAI/GPT-4.1'];
    await page.goto(address(...unknown, ...SIX.slice(0, 5)));
    await expect(heads(page)).toHaveCount(5);
    await expect(field(page)).toHaveAttribute('placeholder', 'Add a model (5 of 6)');
    const notices = page.locator('[data-cmp=notices]');
    await expect(notices).toContainText('No models have the ids by/b, nonsense and OpenAI/GPT-4.1.');
    await expect(notices).not.toContainText('At most 6');
    await notices.getByRole('button', { name: 'Add openai/gpt-4.1' }).click();
    await expect(heads(page)).toHaveCount(6);
    await expect(notices).toBeEmpty();
    expect(new URL(page.url()).searchParams.getAll('m')).toEqual([...SIX.slice(0, 5), 'openai/gpt-4.1']);
  });
});

test('a double click on "Remove" removes one model of a comparison, and one of the tray', async ({
  page,
}) => {
  await page.goto(address(...SIX.slice(0, 3)));
  await page
    .getByRole('button', { name: /^Remove / })
    .first()
    .dblclick();
  await expect(heads(page)).toHaveCount(2);
  await page.goto('./models/openai/gpt-4.1/');
  const removes = page.getByRole('button', { name: /from the comparison$/ });
  await expect(removes).toHaveCount(2);
  await removes.first().dblclick();
  await expect(removes).toHaveCount(1);
});

for (const width of [768, 1024, 1280]) {
  test(`the found models can be read below the add field at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto(address(SONNET, LUNA));
    await field(page).fill('gpt');
    const name = page.locator('search-box [role=option] .find-what').first();
    await expect(name).toBeVisible();
    const { width: room = 0, height = 0 } = (await name.boundingBox()) ?? {};
    expect(room).toBeGreaterThan(140);
    expect(height).toBeLessThan(100);
  });
}

test('@desktop @phone a comparison of none says what to do', async ({ page }) => {
  await page.goto('./compare/');
  await expect(page.locator('[data-cmp=notices]')).toContainText('Add two to six models');
  await expect(page.locator('table[data-compare]')).toHaveCount(0);
  expect(await axeViolations(page)).toEqual([]);
});

test.describe('what is taken from a comparison', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });
  const copied = (page: Page): Promise<string> => page.evaluate(() => navigator.clipboard.readText());
  const said = (page: Page) => page.locator('[data-cmp=said]');

  test('is a link with the workload of this device, and a Markdown table', async ({ page }) => {
    await page.goto('./compare/');
    await page.evaluate(() => {
      localStorage.setItem('modeldex-workload', 'wi=1000&wo=100');
    });
    await page.goto(address(SONNET, LUNA));
    await expect(heads(page)).toHaveCount(2);
    await page.getByRole('button', { name: 'Copy link' }).click();
    await expect(said(page)).toHaveText('Copied the link.');
    expect(await copied(page)).toMatch(
      /\/compare\/\?m=anthropic\/claude-sonnet-5&m=openai\/gpt-5\.6-luna&wi=1000&wo=100$/,
    );
    await page.getByRole('button', { name: 'Copy as Markdown' }).click();
    await expect(said(page)).toHaveText('Copied the table as Markdown.');
    const text = await copied(page);
    expect(text).toContain('| Group | Fact | Claude Sonnet 5 (anthropic/claude-sonnet-5) |');
    expect(text).toMatch(/\| Prices, per 1M tokens \| Input \| \\?\$2\.00 per million tokens \|/);
  });

  test('is a CSV file', async ({ page }) => {
    await page.goto(address(SONNET, LUNA));
    await expect(heads(page)).toHaveCount(2);
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      page.getByRole('button', { name: 'CSV' }).click(),
    ]);
    expect(download.suggestedFilename()).toMatch(/^modeldex-compare-\d{4}-\d\d-\d\d\.csv$/);
    const text = readFileSync(await download.path(), 'utf8');
    expect(text.split('\r\n')[0]).toBe(
      `Group,Fact,Claude Sonnet 5 (${SONNET}),GPT-5.6 Luna (${LUNA}),Data as of,View`,
    );
    expect(text).toContain('"Prices, per 1M tokens",Input,$2.00 per million tokens,$0.20 per million tokens');
  });
});

test.describe('the tray', () => {
  const tray = (page: Page) => page.getByRole('region', { name: 'Comparison' });
  const button = (page: Page, name: string) =>
    page.getByRole('button', { name: `Compare ${name}`, exact: true });

  test('@desktop @phone remembers models chosen in a list, and leads to their comparison', async ({
    page,
  }) => {
    await page.goto('./models/');
    await expect(tray(page)).toBeHidden();
    await button(page, 'GPT-4o').click();
    await button(page, 'Claude Sonnet 5').click();
    await expect(button(page, 'GPT-4o')).toHaveAttribute('aria-pressed', 'true');
    await expect(tray(page).getByRole('status')).toHaveText('2 of 6 to compare.');
    expect(await overflow(page)).toBeLessThanOrEqual(0);
    await page.reload();
    await expect(tray(page).getByRole('status')).toHaveText('2 of 6 to compare.');
    expect(await axeViolations(page, { part: '.tray' })).toEqual([]);
    await tray(page).getByRole('link', { name: 'Compare 2 models' }).click();
    await expect(heads(page)).toHaveCount(2);
    expect(await idsOf(page)).toEqual(['openai/gpt-4o', SONNET]);
  });

  test('is used by the keyboard: chosen in a row, removed as a chip', async ({ page }) => {
    await page.goto('./models/');
    const own = button(page, 'GPT-4o');
    await own.focus();
    await page.keyboard.press('Space');
    await expect(own).toHaveAttribute('aria-pressed', 'true');
    const remove = tray(page).getByRole('button', { name: 'Remove GPT-4o from the comparison' });
    await remove.focus();
    await page.keyboard.press('Enter');
    await expect(tray(page)).toBeHidden();
    await expect(own).toHaveAttribute('aria-pressed', 'false');
  });

  test('says that six are the most', async ({ page }) => {
    await page.goto('./compare/');
    await page.evaluate((ids) => {
      localStorage.setItem('modeldex-compare', JSON.stringify(ids.map((id) => [id, id])));
    }, SIX);
    await page.goto('./models/openai/gpt-4.1/');
    const own = page.locator('main header').getByRole('button', { name: 'Compare', exact: true });
    await own.click();
    await expect(tray(page).getByRole('status')).toHaveText(
      '6 of 6 to compare. That is the most: remove one first.',
    );
    await expect(own).toHaveAttribute('aria-pressed', 'false');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('@desktop @phone takes models from the pages of listed and of retired models', async ({ page }) => {
    for (const id of ['openai/gpt-4o', RETIRED]) {
      await page.goto(`./models/${id}/`);
      const own = page.locator('main header').getByRole('button', { name: 'Compare', exact: true });
      await own.click();
      await expect(own).toHaveAttribute('aria-pressed', 'true');
    }
    await page.goto('./compare/');
    await expect(heads(page)).toHaveCount(2);
    expect(await idsOf(page)).toEqual(['openai/gpt-4o', RETIRED]);
  });

  test('takes models from the results of a search', async ({ page }) => {
    await page.goto('./');
    await page.keyboard.press('/');
    await page.getByRole('combobox', { name: 'Search models' }).fill('gpt-4o');
    const option = page.locator('[role=option][data-model-id="openai/gpt-4o"]');
    await option.locator('[data-act=compare]').click();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('modeldex-compare')))
      .toContain('openai/gpt-4o');
    await expect(page).toHaveURL(/\/$/);
  });

  test('never covers the footer', async ({ page }) => {
    await page.goto('./models/');
    await button(page, 'GPT-4o').click();
    await page.evaluate(() => {
      scrollTo(0, document.body.scrollHeight);
    });
    const tops = await page.evaluate(() => ({
      tray: document.querySelector('.tray')?.getBoundingClientRect().bottom ?? 0,
      footer: document.querySelector('footer')?.getBoundingClientRect().top ?? 0,
    }));
    expect(tops.tray).toBeLessThanOrEqual(tops.footer);
  });

  test.describe('where storage is denied', () => {
    test('says that the choice is not kept', async ({ page }) => {
      await page.addInitScript(() => {
        const deny = (): never => {
          throw new DOMException('denied', 'SecurityError');
        };
        Object.defineProperty(window, 'localStorage', { get: deny });
      });
      await page.goto('./models/openai/gpt-4o/');
      await page.locator('main header').getByRole('button', { name: 'Compare', exact: true }).click();
      await expect(tray(page).getByRole('status')).toContainText('does not keep them');
    });
  });
});

test('the page of a model links to the comparisons with its predecessor and its closest rival', async ({
  page,
}) => {
  await page.goto(`./models/${SONNET}/`);
  const links = page.locator('[data-part=comparisons] a');
  await expect(links).toHaveCount(2);
  await expect(links.first()).toContainText('Compare with its predecessor Claude Sonnet');
  await links.last().click();
  await expect(heads(page)).toHaveCount(2);
  expect((await idsOf(page))[0]).toBe(SONNET);
});

test('@no-js the page of comparisons says what to do without scripts', async ({ page }) => {
  await page.goto(address(SONNET, LUNA));
  const notice = page.locator('[data-part=notice]');
  await expect(notice).toBeVisible();
  await expect(notice).toContainText('needs JavaScript');
  await expect(page.locator('model-compare')).toBeHidden();
});
