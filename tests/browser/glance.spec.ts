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

test.describe('a model page', () => {
  const heads = async (page: Page): Promise<string[]> => page.locator('main h2').allTextContents();
  const trimmed = (texts: string[]): string[] => texts.map((text) => text.trim());

  for (const width of [390, 1024, 1280]) {
    test(`has cost, prices, history, alternatives and use before its details at ${width} px`, async ({
      page,
    }) => {
      await page.setViewportSize({ width, height: 900 });
      await page.goto('./models/openai/gpt-5.6-luna/');
      const order = trimmed(await heads(page));
      const place = (title: string): number => order.indexOf(title);
      expect(order.slice(0, 3)).toEqual(['Cost a month', 'Prices', 'Price history']);
      expect(order.at(-1)).toBe('Details');
      for (const title of ['Same listed features for less', 'Features', 'Parameters', 'Use it'])
        expect(place(title)).toBeGreaterThan(place('Price history'));
      // The same order for the eye.
      const top = async (name: string): Promise<number> =>
        (await page.getByRole('heading', { name, exact: true }).boundingBox())?.y ?? Number.NaN;
      const details = await top('Details');
      for (const title of order.slice(0, -1)) expect(await top(title)).toBeLessThan(details);
      await expect(page.locator('[data-part=details] + p')).toContainText('Not stated: ');
    });
  }

  test('has columns that end at about the same height', async ({ page }) => {
    for (const width of [1024, 1280, 1920]) {
      await page.setViewportSize({ width, height: 900 });
      for (const id of [
        'openai/gpt-5.6-luna',
        'deepseek/deepseek-r1',
        'amazon/nova-pro-v1',
        'openai/gpt-4o',
      ]) {
        await page.goto(`./models/${id}/`);
        const [main = 0, aside = 0] = await page
          .locator('main > div > div, main > div > aside')
          .evaluateAll((columns) =>
            columns.slice(0, 2).map((column) => column.lastElementChild?.getBoundingClientRect().bottom ?? 0),
          );
        expect(Math.abs(main - aside), `${id} at ${width} px`).toBeLessThan(260);
      }
    }
  });

  test('@desktop @phone explains a parameter where it stands, by a press and by keyboard', async ({
    page,
  }) => {
    await page.goto('./models/openai/gpt-5.6-luna/');
    const chip = page.locator('[data-part=parameters]').getByRole('link', { name: 'seed' });
    await chip.click();
    const note = page.locator('.reason');
    await expect(note).toContainText('seed', { ignoreCase: true });
    await expect(note).toBeFocused();
    await expect(note).toBeInViewport();
    expect(await axeViolations(page)).toEqual([]);
    await page.keyboard.press('Escape');
    await expect(note).toHaveCount(0);
    await expect(chip).toBeFocused();
    await page.keyboard.press('Enter');
    await expect(note).toBeVisible();
    await expect(page.getByRole('link', { name: 'All parameters' })).toHaveAttribute(
      'href',
      /\/about\/#parameters$/,
    );
  });

  test.describe('of a model with prices by the hour', () => {
    test.use({ timezoneId: 'Asia/Kolkata' });

    test('names peak and off-peak hours, in UTC and by the clock of the reader', async ({ page }) => {
      await page.goto('./models/deepseek/deepseek-v4-flash-vision-exp/');
      const heads = page.locator('[data-part=prices] thead th');
      await expect(heads.filter({ hasText: 'Off-peak' })).toContainText('04:00–06:00, 10:00–01:00 UTC');
      await expect(heads.filter({ hasText: 'Off-peak' })).toContainText('09:30–11:30, 15:30–06:30 your time');
      await expect(heads.filter({ hasText: /^\s*Peak/ })).toContainText('01:00–04:00, 06:00–10:00 UTC');
      await expect(heads.filter({ hasText: 'your time, now' })).toHaveCount(1);
    });
  });
});
