import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

/** A model with tiers and price changes, a free one, a router, an alias and a retired one. */
const PAGES = [
  './models/openai/gpt-5.6-luna/',
  './models/nvidia/nemotron-3-ultra-550b-a55b/free/',
  './models/openrouter/auto/',
  './models/~anthropic/claude-opus-latest/',
  './models/anthropic/claude-3-opus/',
];

const facts = (page: Page) => page.locator('[data-part=facts]');
const fact = (page: Page, label: string) =>
  facts(page)
    .locator('> div')
    .filter({ has: page.getByText(label, { exact: true }) });

async function isHighOnThePage(page: Page): Promise<void> {
  const box = await facts(page).boundingBox();
  expect(box?.y ?? Number.POSITIVE_INFINITY).toBeLessThan(page.viewportSize()?.height ?? 0);
  await expect(page.getByRole('heading', { name: 'Prices', exact: true })).toBeVisible();
}

test('a model page starts with what its prices, limits and rank are and where they stand among named peers', async ({
  page,
}) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('./models/openai/gpt-5.6-luna/');
  await isHighOnThePage(page);
  await expect(fact(page, 'Input')).toContainText(/\$0\.20 \/ M tokens\s*Cheaper than 67%/);
  await expect(fact(page, 'Cached input')).toContainText('Cheaper than 85% of the 182 with a cached price');
  await expect(fact(page, 'Context')).toContainText('47 others have about the same');
  await expect(fact(page, 'Popularity rank')).toContainText(/4 of 386 ranked\s*Used more than 99%/);
  await expect(page.getByText('Compared with the 309 listed text models')).toContainText(
    'Prices are compared for prompts up to 272K. A longer bar is better.',
  );
  await expect(page.locator('[data-part=price-record]')).toHaveText(
    '3 price changes in the last 30 days, 3 since Jul 10, 2026. Input between $0.10 and $1.00, output between $0.60 and $6.00.',
  );
  // All six stand in one row.
  const tops = await facts(page)
    .locator('> div')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().top)));
  expect(tops).toHaveLength(6);
  expect(new Set(tops).size).toBe(1);
});

test('a bar in the facts is as long as the share that its words give', async ({ page }) => {
  await page.goto('./models/openai/gpt-5.6-luna/');
  const shares = await facts(page)
    .locator('svg')
    .evaluateAll((bars) =>
      bars.map((bar) => {
        const [track, share] = [bar.getBoundingClientRect(), bar.firstElementChild?.getBoundingClientRect()];
        return {
          part: (share?.width ?? 0) / track.width,
          height: share?.height,
          words: bar.parentElement?.textContent,
        };
      }),
    );
  expect(shares).toHaveLength(6);
  for (const { part, height, words } of shares) {
    expect(Math.round(part * 100), words).toBeCloseTo(Number(/(\d+)%/.exec(words ?? '')?.[1]), -0.5);
    expect(height).toBe(6);
  }
});

test('no words of the facts run together when they are copied', async ({ page }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const words = await page.locator('main').evaluate((main) => (main as HTMLElement).innerText);
    expect(words, path).not.toMatch(/\dtokens|\d\/ M|\dof \d|%of|[a-z]Cheaper|[a-z]Longer|[a-z]Compared/);
  }
});

for (const width of [320, 390, 768, 1024, 1280, 1920]) {
  test(`the facts fit into a window of ${width} pixels`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    for (const path of PAGES) {
      await page.goto(path);
      const odd = await facts(page).evaluate((list) => [
        document.documentElement.scrollWidth > document.documentElement.clientWidth,
        ...[...list.querySelectorAll('dt, dd')].map((part) => part.scrollWidth > part.clientWidth + 1),
      ]);
      expect(odd, path).not.toContain(true);
    }
  });
}

for (const width of [390, 1280]) {
  for (const forcedColors of ['none', 'active'] as const) {
    test(`axe finds nothing in the facts at ${width} pixels, forced colors ${forcedColors}`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 844 });
      await page.emulateMedia({ forcedColors });
      for (const path of PAGES) {
        await page.goto(path);
        expect(await axeViolations(page, { part: '[data-part=facts]' }), path).toEqual([]);
      }
    });
  }
}

test('bars in the facts can be told from their track in forced colors', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await page.goto('./models/openai/gpt-5.6-luna/');
  const colors = await facts(page)
    .locator('svg')
    .first()
    .evaluate((bar) => {
      const [track, share] = [getComputedStyle(bar), getComputedStyle(bar.firstElementChild ?? bar)];
      const word = getComputedStyle(bar.parentElement ?? bar).color;
      return { word, bar: share.fill, border: track.borderTopWidth, track: track.backgroundColor };
    });
  expect(colors.bar).toBe(colors.word);
  expect(colors.bar).not.toBe(colors.track);
  expect(colors.border).toBe('1px');
});

test('the facts on a phone stand in two columns, before the prices', { tag: '@phone' }, async ({ page }) => {
  await page.goto('./models/openai/gpt-5.6-luna/');
  await isHighOnThePage(page);
  const lefts = await facts(page)
    .locator('> div')
    .evaluateAll((cells) => cells.map((cell) => Math.round(cell.getBoundingClientRect().left)));
  expect(new Set(lefts).size).toBe(2);
});

test('the facts say the same without scripts', { tag: '@no-js' }, async ({ page }) => {
  await page.goto('./models/openai/gpt-5.6-luna/');
  await expect(fact(page, 'Output')).toContainText('Cheaper than 53%');
  await expect(page.locator('[data-part=price-record]')).toBeVisible();
});

test('the details of a model lead to what the facts mean', async ({ page }) => {
  await page.goto('./models/openai/gpt-5.6-luna/');
  await page.getByRole('link', { name: 'What these facts mean' }).click();
  await expect(page).toHaveURL(/\/about\/#facts$/);
  await expect(page.getByRole('term').filter({ hasText: 'Knowledge' })).toBeVisible();
  expect(await axeViolations(page, { part: 'main' })).toEqual([]);
});
