import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { TEMPLATES } from '../support/templates.ts';

const KINDS = [
  'home',
  'models',
  'model',
  'retired model',
  'categories',
  'category',
  'authors',
  'author',
  'changes',
  'retiring',
  'retired',
  'charts',
  'feeds',
  'search',
  'about',
] as const;

test.use({ colorScheme: 'dark' });

test.beforeEach(async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active', colorScheme: 'dark' });
});

/** The contrast of the strokes and fills of drawings to the background of the page. */
const contrasts = (page: Page, selector: string, property: 'stroke' | 'fill') =>
  page.locator(selector).evaluateAll((parts, name) => {
    const rgb = (color: string): readonly number[] => (color.match(/[\d.]+/g) ?? []).map(Number);
    const luminance = (color: string): number => {
      const [red = 0, green = 0, blue = 0] = rgb(color).map((value) => {
        const part = value / 255;
        return part <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
      });
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
    };
    const paper = luminance(getComputedStyle(document.documentElement).backgroundColor);
    return parts.map((part) => {
      const own = luminance(getComputedStyle(part)[name]);
      return (Math.max(own, paper) + 0.05) / (Math.min(own, paper) + 0.05);
    });
  }, property);

for (const kind of KINDS) {
  test(`forced colors show the focus and the current section, and axe finds nothing: ${kind}`, async ({
    page,
  }) => {
    await page.goto(TEMPLATES[kind]);
    const current = page.locator('header nav [aria-current]');
    if ((await current.count()) > 0) {
      expect(await current.evaluate((link) => parseFloat(getComputedStyle(link).borderBottomWidth))).toBe(2);
    }
    await page.locator('main a:visible').first().focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Shift+Tab');
    const outline = await page.evaluate(() => {
      const { outlineStyle, outlineWidth } = getComputedStyle(document.activeElement ?? document.body);
      return [outlineStyle, parseFloat(outlineWidth) >= 2];
    });
    expect(outline).toEqual(['solid', true]);
    // Axe compares the colors of the page, and the system's are drawn.
    const violations = await axeViolations(page);
    expect(violations.filter(([rule]) => rule !== 'color-contrast')).toEqual([]);
  });
}

for (const theme of ['system', 'light', 'dark'] as const) {
  test(`forced colors show the lines and points of charts with the theme ${theme}`, async ({ page }) => {
    await page.goto('./charts/');
    await page.evaluate((chosen) => {
      if (chosen !== 'system') document.documentElement.dataset.theme = chosen;
    }, theme);
    const lines = await contrasts(page, '[data-part=plot] path.stroke-accent', 'stroke');
    expect(lines.length).toBeGreaterThan(6);
    expect(Math.min(...lines)).toBeGreaterThanOrEqual(3);
    const points = await contrasts(page, '[data-part=plot] circle.fill-accent', 'fill');
    expect(Math.min(...points)).toBeGreaterThanOrEqual(3);
    const dots = await contrasts(page, '[data-part=plot] g.fill-point', 'fill');
    expect(Math.min(...dots)).toBeGreaterThanOrEqual(3);
  });
}

test('forced colors mark the chosen one of several links with an outline', async ({ page }) => {
  await page.setViewportSize({ width: 390, height: 844 });
  await page.goto('./authors/');
  const styles = await page
    .getByRole('navigation', { name: 'Order' })
    .getByRole('link')
    .evaluateAll((links) => links.map((link) => [link.ariaCurrent, getComputedStyle(link).outlineStyle]));
  expect(styles.filter(([current]) => current === 'page')).toEqual([['page', 'solid']]);
  expect(styles.filter(([, outline]) => outline === 'solid')).toHaveLength(1);
});

test('forced colors mark the sorted column of the list of authors', async ({ page }) => {
  await page.goto('./authors/by/newest/');
  const outlines = await page
    .locator('[data-part=authors] thead th')
    .evaluateAll((heads) => heads.map((head) => getComputedStyle(head).outlineStyle));
  expect(outlines).toEqual(['none', 'none', 'none', 'solid']);
});

test('forced colors mark what is chosen among changes and among the results of a search', async ({
  page,
}) => {
  await page.goto('./changes/');
  const chosen = page.locator('.changes-choices label:has(:checked)').first();
  await expect(chosen).toBeVisible();
  expect(await chosen.evaluate((label) => getComputedStyle(label).outlineStyle)).toBe('solid');
  await page.keyboard.press('/');
  await page.getByRole('combobox').fill('gpt');
  await expect(page.locator('[data-search-result]').first()).toBeVisible();
  const selected = page.locator('[aria-selected=true]');
  await expect(selected).toHaveCount(1);
  expect(
    await selected.evaluate((option) => {
      const { outlineStyle, borderTopStyle, backgroundColor } = getComputedStyle(option);
      const other = option.parentElement?.querySelector('[aria-selected=false]');
      return (
        outlineStyle === 'solid' ||
        (other !== null &&
          other !== undefined &&
          getComputedStyle(other).backgroundColor !== backgroundColor) ||
        borderTopStyle === 'solid'
      );
    }),
  ).toBe(true);
});
