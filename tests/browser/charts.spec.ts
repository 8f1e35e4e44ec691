import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const CHARTS = ['input', 'output', 'listed', 'flow', 'context', 'authors'] as const;

const figure = (page: Page, id: string) => page.locator(`#${id}`);
const name = (page: Page, id: string) => figure(page, id).locator('[data-point-name]');
const points = (page: Page, id: string) => figure(page, id).locator('svg :is(a, g[tabindex])');

for (const id of CHARTS) {
  test(
    `the chart “${id}” gives the values under the pointer`,
    { tag: ['@desktop', '@phone'] },
    async ({ page }) => {
      await page.goto('./charts/');
      const third = points(page, id).nth(2);
      const words = (await third.locator('title').textContent()) ?? '';
      expect(words).toMatch(/\d/);
      await expect(name(page, id)).not.toHaveText(words);
      await third.locator('rect').hover({ position: { x: 2, y: 6 } });
      await expect(name(page, id)).toHaveText(words);
    },
  );

  test(`the chart “${id}” is one stop of the Tab key, and arrow keys give its values`, async ({ page }) => {
    await page.goto('./charts/');
    const stops = figure(page, id).locator('svg :is(a:not([tabindex]), [tabindex="0"])');
    await expect(stops).toHaveCount(1);
    await stops.focus();
    await page.keyboard.press('Home');
    await expect(points(page, id).first()).toBeFocused();
    await page.keyboard.press('ArrowRight');
    const second = points(page, id).nth(1);
    await expect(second).toBeFocused();
    await expect(name(page, id)).toHaveText((await second.locator('title').textContent()) ?? '');
    await expect(second.locator('circle')).toHaveCSS('opacity', '1');
    expect(await axeViolations(page, { part: `#${id}` })).toEqual([]);
  });
}

test('a chart over time says the values of the last month at first, and that it is not over', async ({
  page,
}) => {
  await page.goto('./charts/');
  await expect(name(page, 'listed')).toHaveText('August 2026, to Aug 22: 421 listed');
  await expect(figure(page, 'listed').locator('path[stroke-dasharray]')).toHaveCount(1);
  await expect(figure(page, 'listed').locator('figcaption')).toContainText(
    'Dashed: August, up to Aug 22; the month is not over.',
  );
});

for (const width of [320, 768, 1280]) {
  test(`numbers on the line of the chart of prices cover no point and no other number at ${width} pixels`, async ({
    page,
  }) => {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('./charts/');
    const covered = await figure(page, 'frontier').evaluate((chart) => {
      const boxes = (selector: string): DOMRect[] =>
        [...chart.querySelectorAll(selector)].map((part) => part.getBoundingClientRect());
      const numbers = boxes('g[aria-hidden] > text');
      const isOver = (a: DOMRect, b: DOMRect): boolean =>
        a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
      // A line of text is higher than its digits.
      const digits = numbers.map((box) => new DOMRect(box.x, box.y + 3, box.width, box.height - 6));
      const others = boxes('svg a circle');
      return {
        numbers: numbers.length,
        points: digits.filter((box) => others.some((other) => isOver(box, other))).length,
        twice: digits.filter((box, index) => digits.slice(index + 1).some((other) => isOver(box, other)))
          .length,
        outside: numbers.filter(({ right }) => right > innerWidth).length,
      };
    });
    expect(covered).toEqual({ numbers: 5, points: 0, twice: 0, outside: 0 });
  });
}
