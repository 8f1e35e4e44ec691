import { readFileSync } from 'node:fs';
import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { modelRow } from '../support/model-rows.ts';

const CHAT = 'wi=2000&wo=400&wc=0.5&wr=10000';
const LUNA = modelRow('openai/gpt-5.6-luna');

const line = (page: Page): Locator => page.locator('workload-line');
const setButton = (page: Page): Locator => page.getByRole('button', { name: 'Set a workload' });
const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Workload' });
const costHead = (page: Page): Locator => page.getByRole('columnheader', { name: 'Cost a month' }).first();

async function openForm(page: Page): Promise<Locator> {
  await setButton(page).click();
  await expect(dialog(page)).toBeVisible();
  return dialog(page);
}

/** The costs of all rows in the table, in the order shown; `null` where there is none. */
async function costs(page: Page): Promise<(string | null)[]> {
  const rows = page.locator('table[data-models] tbody tr');
  // All rows come within some frames.
  await expect(rows).toHaveCount(421);
  return page
    .locator('table[data-models] tbody tr:not(.v)')
    .evaluateAll((all) => all.map((row) => row.getAttribute('data-cost')));
}

test('a workload set by mouse gives every row its exact cost, in a column that sorts', async ({ page }) => {
  await page.goto('./models/');
  await expect(costHead(page)).toHaveCount(0);
  const form = await openForm(page);
  await form.getByLabel('Chat').check();
  await form.getByRole('button', { name: 'Use this workload' }).click();
  await expect(dialog(page)).toBeHidden();
  await expect(line(page)).toContainText('Chat: 2K in, 400 out, 50% cached, 10,000 requests a month.');
  await expect(page).toHaveURL(new RegExp(`/models/\\?${CHAT}$`));
  // Worked out by hand: 10 × 0.2 + 10 × 0.02 + 4 × 1.2.
  const luna = page.locator(LUNA);
  await expect(luna).toHaveAttribute('data-cost', '7');
  await expect(luna.locator('td.cost')).toContainText('$7.00');
  await expect(page.locator(modelRow('openai/gpt-5.6-luna:batch'))).toHaveAttribute('data-cost', '3.5');
  const keys = await page
    .locator('thead th')
    .evaluateAll((heads) => heads.slice(0, 5).map((head) => (head as HTMLElement).dataset.key));
  expect(keys).toEqual(['name', 'input', 'output', 'cost', 'cached']);

  await costHead(page).getByRole('button').click();
  await expect(page).toHaveURL(new RegExp(`${CHAT}&sort=cost$`));
  await expect(costHead(page)).toHaveAttribute('aria-sort', 'ascending');
  await expect(page.getByRole('status').filter({ hasText: '337 models' })).toContainText(
    'By cost a month, lowest first.',
  );
  for (const direction of ['asc', 'desc']) {
    if (direction === 'desc') await costHead(page).getByRole('button').click();
    await expect(page).toHaveURL(direction === 'asc' ? /sort=cost$/ : /sort=cost&dir=desc$/);
    const found = await costs(page);
    const known = found.filter((cost) => cost !== null);
    expect(known.length).toBeGreaterThan(250);
    expect(found.slice(known.length).every((cost) => cost === null)).toBe(true);
    const sorted = [...known].map(Number).sort((a, b) => (direction === 'asc' ? a - b : b - a));
    expect(known.map(Number)).toEqual(sorted);
  }

  await line(page).getByRole('button', { name: 'Clear' }).click();
  await expect(costHead(page)).toHaveCount(0);
  await expect(page.locator('[data-cost]')).toHaveCount(0);
  await expect(line(page)).toContainText('What would your use cost on each model?');
  await expect(setButton(page)).toBeFocused();
  expect(new URL(page.url()).search).not.toContain('wi=');
});

test('a workload is set, changed and closed by keyboard, and its form says what is wrong', async ({
  page,
}) => {
  await page.goto('./models/');
  await setButton(page).focus();
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
  await expect(setButton(page)).toBeFocused();

  await page.keyboard.press('Enter');
  const form = dialog(page);
  await form.getByLabel('Chat').focus();
  await page.keyboard.press('ArrowDown');
  await expect(form.getByLabel('RAG')).toBeChecked();
  await expect(form.getByLabel('Input tokens per request')).toHaveValue('8K');
  await form.getByLabel('Cached input').fill('80');
  await expect(form.getByLabel('My own')).toBeChecked();
  await form.getByLabel('Cache writes').fill('30');
  await page.keyboard.press('Enter');
  await expect(form.getByLabel('Cache writes')).toBeFocused();
  await expect(form).toContainText('together they are at most 100%');
  await expect(form.getByLabel('Cache writes')).toHaveAttribute('aria-invalid', 'true');
  expect(await axeViolations(page, { part: 'dialog[open]' })).toEqual([]);
  await form.getByLabel('Cache writes').fill('20');
  await expect(form.getByLabel('Cache writes')).not.toHaveAttribute('aria-invalid', /.*/);
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(page).toHaveURL(/\?wi=8000&wo=500&wc=0.8&ww=0.2&wr=10000$/);
  await expect(line(page)).toContainText('My own: 8K in, 500 out, 80% cached, 20% written to the cache');
});

test('the workload of the address wins over that of the device, which other pages use', async ({ page }) => {
  await page.goto(`./models/?q=luna&${CHAT}`);
  await expect(line(page)).toContainText('From this address; not kept on this device.');
  await page.getByRole('button', { name: 'Change' }).click();
  await dialog(page).getByLabel('RAG').check();
  await dialog(page).getByRole('button', { name: 'Use this workload' }).click();
  await expect(page).toHaveURL(/\?q=luna&wi=8000&wo=500&wc=0.1&wr=10000$/);
  await expect(line(page)).toContainText('RAG: 8K in');
  await expect(line(page)).toContainText('In the address and on this device.');

  await page.goto('./categories/programming/');
  await expect(line(page)).toContainText('RAG: 8K in');
  await expect(line(page)).toContainText('From this device.');
  await expect(costHead(page)).toBeVisible();
  await page.goto(`./models/?${CHAT}`);
  await expect(line(page)).toContainText('Chat: 2K in');
  await expect(line(page)).toContainText('From this address; this device remembers another.');
  await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
});

test('filters, presets and Back keep the workload of the address', async ({ page }) => {
  await page.goto(`./models/?${CHAT}&sort=cost`);
  await expect(costHead(page)).toHaveAttribute('aria-sort', 'ascending');
  await page.getByLabel('Filter by name or id').fill('gpt-5.6');
  await expect(page).toHaveURL(new RegExp(`\\?q=gpt-5.6&${CHAT}&sort=cost$`));
  const luna = page.locator(LUNA);
  await expect(luna).toHaveAttribute('data-cost', '7');
  await costHead(page).getByRole('button').click();
  await expect(page).toHaveURL(/dir=desc$/);
  await page.goBack();
  await expect(costHead(page)).toHaveAttribute('aria-sort', 'ascending');
  await expect(line(page)).toContainText('Chat:');
});

test('a row without a cost says why when its dash is pressed', async ({ page }) => {
  await page.goto('./models/?wi=2m&sort=cost&q=luna');
  const why = page.locator(LUNA).getByRole('button', { name: /No cost/ });
  await why.click();
  const reason = page.locator('.reason');
  await expect(reason).toHaveText('No cost: A request needs 2,000,000 tokens, and the context is 1,050,000.');
  expect(await axeViolations(page)).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(reason).toHaveCount(0);
  await expect(page.locator(LUNA)).not.toHaveAttribute('data-cost', /.*/);
});

test('batch prices apply where a batch variant is listed, and times of the day show a range', async ({
  page,
}) => {
  await page.goto('./models/?wi=2000&wo=400&wc=0.5&wr=10000&wb=1');
  const luna = page.locator(LUNA);
  await expect(luna).toHaveAttribute('data-cost', '3.5');
  await expect(luna.locator('td.cost')).toContainText('batch prices');
  await expect(page.locator('td.cost', { hasText: '–$' }).first()).toContainText(/\$[\d.]+–\$[\d.]+/);
});

test('an export holds the exact costs and names the workload', async ({ page }) => {
  await page.goto(`./models/?q=gpt-5.6-luna&${CHAT}`);
  await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
  const saved = async (format: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: `Save as ${format} file` }).click();
    return readFileSync(await (await download).path(), 'utf8');
  };
  await page.locator('details[data-export] summary').click();
  const json = JSON.parse(await saved('JSON')) as {
    about: string;
    columns: { key: string; label: string }[];
    models: Record<string, unknown>[];
  };
  expect(json.about).toContain('Cost a month of this workload: Chat: 2K in');
  expect(json.columns).toContainEqual({ key: 'cost', label: 'Cost a month ($)' });
  expect(json.models[0]).toMatchObject({ id: 'openai/gpt-5.6-luna', cost: '7' });
  expect(await saved('CSV')).toContain('Cost a month ($)');
  expect(await saved('Markdown')).toContain('| Cost a month ($) |');
});

test('tokens of a pasted text are estimated in the browser and fill the input tokens', async ({ page }) => {
  const asked: string[] = [];
  page.on('request', (request) =>
    asked.push(`${request.method()} ${request.url()} ${request.postData() ?? ''}`),
  );
  await page.goto('./models/');
  const form = await openForm(page);
  await form.getByText('Estimate tokens from a text').click();
  expect(asked.join('\n')).not.toContain('tokenizer');
  await form.getByLabel('Paste a text').fill('Secret text that is long enough to be counted.');
  await expect(form.getByText('in the encoding o200k_base of OpenAI')).toContainText('About 10 tokens');
  expect(asked.filter((request) => request.includes('tokenizer'))).toHaveLength(1);
  expect(asked.join('\n')).not.toContain('Secret');
  await form.getByRole('button', { name: 'Use as input tokens' }).click();
  await expect(form.getByLabel('Input tokens per request')).toHaveValue('10');
  await expect(form.getByLabel('My own')).toBeChecked();
  expect(await axeViolations(page, { part: 'dialog[open]' })).toEqual([]);
});

test('without storage a workload is set in the address alone, and the page says so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get: () => {
        throw new DOMException('Denied', 'SecurityError');
      },
    });
  });
  await page.goto('./models/');
  const form = await openForm(page);
  await form.getByRole('button', { name: 'Use this workload' }).click();
  await expect(line(page)).toContainText('This browser did not keep it, so it is in this address alone.');
  await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
  expect(await axeViolations(page)).toEqual([]);
  await page.reload();
  await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
});

test('nothing moves when costs come for a workload that the device remembers', async ({ page }) => {
  await page.addInitScript(() => {
    localStorage.setItem('modeldex-workload', 'wi=2000&wo=400&wc=0.5&wr=10000');
  });
  for (const [width, height] of [
    [1280, 900],
    [390, 844],
  ] as const) {
    await page.setViewportSize({ width, height });
    await page.goto('./models/');
    await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
    await page.waitForTimeout(300);
    const shift = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          let sum = 0;
          new PerformanceObserver((list) => {
            for (const entry of list.getEntries())
              sum += (entry as PerformanceEntry & { value: number }).value;
          }).observe({ type: 'layout-shift', buffered: true });
          setTimeout(() => {
            resolve(sum);
          }, 200);
        }),
    );
    expect(shift, `${width} px`).toBeLessThan(0.001);
  }
});

for (const tag of ['@desktop', '@phone', '@dark']) {
  test(
    `the form, and a table with costs, have no axe violations and fit the screen ${tag}`,
    { tag },
    async ({ page }) => {
      await page.goto('./models/');
      await openForm(page);
      expect(await axeViolations(page, { part: 'dialog[open]' })).toEqual([]);
      const box = await dialog(page).boundingBox();
      expect(box && box.x >= 0 && box.x + box.width <= (page.viewportSize()?.width ?? 0)).toBe(true);
      await dialog(page).getByRole('button', { name: 'Use this workload' }).click();
      await expect(page.locator(LUNA)).toHaveAttribute('data-cost', '7');
      expect(await axeViolations(page)).toEqual([]);
    },
  );
}

test(
  'on phones costs are among the facts of a row and in the list of orders',
  { tag: '@phone' },
  async ({ page }) => {
    await page.goto('./models/');
    await openForm(page);
    await dialog(page).getByLabel('Coding agent').check();
    await dialog(page).getByRole('button', { name: 'Use this workload' }).click();
    const cost = page.locator(LUNA).locator('td.cost');
    await expect(cost).toBeVisible();
    await expect(cost).toContainText('$23.10');
    await page.getByLabel('Sort by').selectOption('Cost a month');
    await expect(page).toHaveURL(/sort=cost$/);
    await page.getByRole('button', { name: 'Ascending' }).click();
    await expect(page).toHaveURL(/sort=cost&dir=desc$/);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBeLessThanOrEqual(0);
  },
);

for (const path of [
  'models/',
  'outputs/image/',
  'outputs/audio/',
  'categories/programming/',
  'authors/openai/',
]) {
  test(`costs cut no table at any width at ${path}`, async ({ page }) => {
    await page.goto(`./${path}?${CHAT}`);
    await expect(page.locator('th.cost').first()).toBeAttached();
    for (const width of [320, 390, 640, 768, 900, 1024, 1280, 1440, 1920]) {
      await page.setViewportSize({ width, height: 800 });
      const cut = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        const tables = [...document.querySelectorAll('table[data-models]')];
        return [
          scrollWidth > clientWidth,
          ...tables.map((table) => table.getBoundingClientRect().right > innerWidth + 1),
        ];
      });
      expect(cut.includes(true), `${width} px`).toBe(false);
    }
  });
}

test('without JavaScript there is no form of a workload', { tag: '@no-js' }, async ({ page }) => {
  await page.goto(`./models/?${CHAT}`);
  await expect(line(page)).toBeHidden();
});

test('tables of retired and retiring models show costs, at last prices where they are retired', async ({
  page,
}) => {
  await page.goto(`./retiring/?${CHAT}`);
  const head = costHead(page);
  await expect(head).toBeVisible();
  const prices = async (): Promise<number[]> =>
    page
      .locator('table[data-models] tr[data-cost]')
      .evaluateAll((rows) => rows.map((row) => Number(row.getAttribute('data-cost'))));
  const own = await prices();
  expect(own.length).toBeGreaterThan(3);
  await head.getByRole('button').click();
  await expect(head).toHaveAttribute('aria-sort', 'ascending');
  expect(await prices()).toEqual([...own].sort((a, b) => a - b));
  await head.getByRole('button').click();
  expect(await prices()).toEqual([...own].sort((a, b) => b - a));
  await head.getByRole('button').click();
  expect(await prices()).toEqual(own);

  await page.goto(`./retired/?${CHAT}&sort=cost&q=claude`);
  await expect(costHead(page)).toHaveAttribute('aria-sort', 'ascending');
  await expect(costHead(page)).toContainText('$, last prices');
  // 10 × 15 + 10 × 1.5 + 4 × 75.
  await expect(page.locator(modelRow('anthropic/claude-3-opus'))).toHaveAttribute('data-cost', '465');
  await page.goto(`./authors/anthropic/?${CHAT}`);
  await expect(page.locator('th.cost').last()).toContainText('$, last prices');
});

test('a list without its costs says so, and shows its rows', async ({ page }) => {
  await page.route('**/models/costs.json*', (route) => route.fulfill({ json: { build: 'other' } }));
  await page.goto(`./models/?${CHAT}&sort=cost`);
  await expect(
    page.getByRole('status').filter({ hasText: 'Load the page again to see costs.' }),
  ).toBeVisible();
  await expect(costHead(page)).toHaveCount(0);
  await expect(page.locator(LUNA)).toBeVisible();
});

test('a phone names the costs of a window that was wide before', async ({ page }) => {
  await page.goto(`./models/?${CHAT}`);
  const luna = page.locator(LUNA);
  await expect(luna.locator('td.cost')).toBeVisible();
  await page.setViewportSize({ width: 390, height: 844 });
  await expect(page.getByLabel('Sort by').locator('option', { hasText: 'Cost a month' })).toBeAttached();
  await luna.getByRole('button', { name: 'More about GPT-5.6 Luna' }).click();
  const label = await luna
    .locator('td')
    .nth(3)
    .evaluate((cell) => getComputedStyle(cell, '::before').content);
  expect(label).toBe('"Cached input"');
});
