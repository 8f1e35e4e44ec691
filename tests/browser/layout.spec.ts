import type { Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';
import { TEMPLATES, TEMPLATE_NAMES } from '../support/templates.ts';

/** CSS pixels, from the narrowest phone to a wide screen. */
const WIDTHS = [320, 360, 390, 600, 768, 1024, 1280, 1920];

/** How far the page reaches beyond the window, and which elements do so outside a part that scrolls by itself. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (beyond <= 0) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return [beyond, ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });

/** The sum of layout shifts since the page began to load, none of which a person caused. */
const shifts = (page: Page) =>
  page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let sum = 0;
        new PerformanceObserver((list) => {
          for (const entry of list.getEntries()) sum += (entry as PerformanceEntry & { value: number }).value;
        }).observe({ type: 'layout-shift', buffered: true });
        setTimeout(() => {
          resolve(sum);
        }, 300);
      }),
  );

for (const name of TEMPLATE_NAMES) {
  test(`${name} fits every width`, async ({ page }) => {
    await page.goto(TEMPLATES[name]);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 900 });
      expect(await overflow(page), `at ${width} px`).toEqual([]);
    }
  });

  test(`${name} stands still while it loads`, { tag: ['@desktop', '@phone'] }, async ({ page }) => {
    await page.goto(TEMPLATES[name], { waitUntil: 'load' });
    expect(await shifts(page)).toBe(0);
  });
}
