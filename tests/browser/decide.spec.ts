import type { Locator, Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

interface Shift {
  readonly value: number;
  readonly sources: readonly { readonly node: Node | null }[];
}

const LUNA = './models/openai/gpt-5.6-luna/';

test.describe('alternatives', () => {
  test('@no-js @desktop say what is gained, lost and saved, for a workload that is named', async ({
    page,
  }) => {
    await page.goto(LUNA);
    const section = page.locator('section', { has: page.locator('#alternatives') });
    await expect(section).toContainText('None. No other paid model has all of its listed features');
    const mimo = section.locator('[data-compared="xiaomi/mimo-v2.5"]');
    await expect(mimo).toContainText('64% cheaper');
    await expect(mimo.locator('dt')).toHaveText(['Gain', 'Lose', 'Cost']);
    await expect(mimo.locator('dd').last()).toHaveText('$2.55 a month');
    await expect(section).toContainText(
      'Costs are for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month.',
    );
    await expect(page.locator('[data-part=family]')).toContainText('A step up');
    await mimo.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('MiMo-V2.5');
  });

  test('a retired model without a successor names the closest model of any author', async ({ page }) => {
    await page.goto('./models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/');
    await expect(page.locator('section', { has: page.locator('#instead') })).toContainText(
      'The closest of the 150 most used models',
    );
  });

  test('@desktop @phone @dark have no findings of axe', async ({ page }) => {
    await page.goto(LUNA);
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('@no-js a parameter leads without scripts to what it does', async ({ page }) => {
  await page.goto(LUNA);
  await page.getByRole('link', { name: 'seed', exact: true }).click();
  await expect(page).toHaveURL(/\/about\/#parameter-seed$/);
  await expect(page.locator('#parameter-seed + dd')).toContainText('The same seed');
});

const CHAT = 'wi=2000&wo=400&wc=0.5&wr=10000';
const main = (page: Page): Locator => page.locator('main[data-model-id]');
const cost = (page: Page): Locator => page.locator('model-cost');
const row = (page: Page, name: string): Locator =>
  cost(page)
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name, exact: true }) });

test.describe('the cost of a workload on a model’s page', () => {
  test('@no-js @desktop is that of a typical chat without a workload', async ({ page }) => {
    await page.goto(LUNA);
    await expect(cost(page)).toContainText(
      '$7.00 a month for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month.',
    );
    await expect(cost(page)).toContainText('half of each prompt is the cached history');
    await expect(main(page)).not.toHaveAttribute('data-cost', /.*/);
  });

  test('loads nothing before a workload is set', async ({ page }) => {
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    await page.goto(LUNA);
    await page.waitForLoadState('networkidle');
    expect(asked.filter((address) => /json|live-cost|cost\./.test(address))).toEqual([]);
  });

  test('@desktop @phone is a line for each part once a workload is set, and compares related models at it', async ({
    page,
  }) => {
    await page.goto(LUNA);
    await page.getByRole('button', { name: 'Set a workload' }).click();
    const form = page.getByRole('dialog', { name: 'Workload' });
    await form.getByLabel('Coding agent').check();
    await form.getByRole('button', { name: 'Use this workload' }).click();
    // 45M × 0.20 + 105M × 0.02 + 10M × 1.20.
    await expect(main(page)).toHaveAttribute('data-cost', '23.1');
    await expect(row(page, 'Input')).toContainText('45,000,000 × $0.20 / 1M');
    await expect(row(page, 'Input')).toContainText('$9.00');
    await expect(row(page, 'Cached input')).toContainText('$2.10');
    await expect(row(page, 'Output')).toContainText('$12.00');
    await expect(row(page, 'Total')).toContainText('$23.10');
    await expect(cost(page)).toContainText(
      'The prices up to 272,000 tokens apply, because a prompt has 30,000 tokens.',
    );
    await expect(cost(page).getByRole('heading', { name: 'What it would have cost' })).toBeVisible();
    await expect(row(page, 'August 2026')).toContainText('$23.10');
    const mimo = page.locator('[data-compared="xiaomi/mimo-v2.5"]');
    await expect(mimo.locator('dd').last()).not.toHaveText('$2.55 a month');
    await expect(mimo.locator('dd').last()).toHaveText(/^\$\d+\.\d\d a month$/);
    await expect(page.locator('[data-workload-said]')).toHaveText(/^the workload “Coding agent: 30K in/);

    await page.getByRole('button', { name: 'Clear' }).click();
    await expect(cost(page)).toContainText('$7.00 a month for a typical chat');
    await expect(main(page)).not.toHaveAttribute('data-cost', /.*/);
    await expect(mimo.locator('dd').last()).toHaveText('$2.55 a month');
  });

  test('is set by keyboard', async ({ page }) => {
    await page.goto(LUNA);
    await page.getByRole('button', { name: 'Set a workload' }).focus();
    await page.keyboard.press('Enter');
    const form = page.getByRole('dialog', { name: 'Workload' });
    await form.getByLabel('Chat').focus();
    await page.keyboard.press('Space');
    await page.keyboard.press('Enter');
    await expect(main(page)).toHaveAttribute('data-cost', '7');
  });

  for (const [name, query, exact, words] of [
    ['the tier of a long prompt', 'wi=300000&wr=10', '1.2', 'The prices above 272,000 tokens apply'],
    ['the batch variant', 'wi=1000&wr=1000&wb=1', '0.1', 'These are the prices of the batch variant.'],
    [
      'no cost of what does not fit',
      'wi=2000000&wr=1',
      null,
      'No cost: A request needs 2,000,000 tokens, and the context is 1,050,000.',
    ],
  ] as const) {
    test(`names ${name}`, async ({ page }) => {
      await page.goto(`${LUNA}?${query}`);
      await expect(cost(page)).toContainText(words);
      if (exact === null) await expect(main(page)).not.toHaveAttribute('data-cost', /.*/);
      else await expect(main(page)).toHaveAttribute('data-cost', exact);
    });
  }

  test('@desktop @phone of a retired model is at its last prices', async ({ page }) => {
    await page.goto(`./models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/?${CHAT}`);
    await expect(cost(page)).toContainText('at its last prices');
    await expect(main(page)).toHaveAttribute('data-cost', /^\d+(?:\.\d+)?$/);
    await expect(row(page, 'Total')).toBeVisible();
  });

  test('over many months is a chart with a table that is folded', async ({ page }) => {
    await page.goto(`./models/deepseek/deepseek-chat/?${CHAT}`);
    const months = cost(page).locator('[data-part=month-costs]');
    await expect(months.getByRole('img')).toBeVisible();
    await months.getByText('Every month as a table').click();
    await expect(months.getByRole('row').last()).toBeVisible();
  });

  test('@desktop @phone @dark has no findings of axe, no overflow, and moves nothing', async ({ page }) => {
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries() as unknown as Shift[]) {
          const parts = entry.sources.map(({ node }) => node);
          // The line above the costs has a test of its own.
          const isOther = parts.some((part) => !part?.parentElement?.closest('workload-line'));
          if (isOther) moved.push(entry.value);
        }
      }).observe({ type: 'layout-shift', buffered: true });
    });
    await page.goto(`${LUNA}?${CHAT}`);
    await expect(row(page, 'Total')).toBeVisible();
    await expect(page.locator('[data-workload-said]')).toHaveText(/^the workload “Chat/);
    await page.waitForTimeout(300);
    expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
    expect(await axeViolations(page)).toEqual([]);
    await page.setViewportSize({ width: 320, height: 800 });
    expect(await page.evaluate(() => document.documentElement.scrollWidth - 320)).toBeLessThanOrEqual(0);
  });
});
