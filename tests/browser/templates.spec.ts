import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { HOSTILE_PAGES, TEMPLATES, TEMPLATE_NAMES, WIDE_PAGES } from '../support/templates.ts';

/** CSS pixels, from the narrowest phone to a wide screen. */
const WIDTHS = [320, 360, 390, 600, 720, 768, 1024, 1280, 1920];

/** How far the page overflows the window, and which elements outside scroll containers cause it. */
const overflow = (page: Page) =>
  page.evaluate(() => {
    const beyond = document.documentElement.scrollWidth - document.documentElement.clientWidth;
    if (beyond <= 0) return [];
    const wide = [...document.querySelectorAll('body *')].filter(
      (element) => element.getBoundingClientRect().right > innerWidth + 0.5,
    );
    return [beyond, ...wide.slice(0, 3).map(({ outerHTML }) => outerHTML.slice(0, 120))];
  });

/** Titles that a narrow column breaks into pieces: on several lines, and narrower than on any phone. */
const squeezedTitles = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll('h1')]
      .filter(
        (title) =>
          title.clientWidth < 200 &&
          title.clientHeight > 1.5 * parseFloat(getComputedStyle(title).lineHeight),
      )
      .map(({ textContent }) => textContent),
  );

/**
 * Table cells whose text or drawing reaches into the next one. Ids end in an ellipsis, and the words of icons
 * are out of sight: what a part of a cell clips does not reach anywhere.
 */
const overfullCells = (page: Page) =>
  page.evaluate(() => {
    const rectOf = (node: Node): DOMRect => {
      const range = document.createRange();
      range.selectNode(node);
      return range.getBoundingClientRect();
    };
    const isContent = (node: Node): boolean =>
      (node instanceof Text || node instanceof SVGSVGElement) &&
      !node.parentElement?.closest('.sr-only, svg, td.m');
    const isClipped = (node: Node, cell: Element): boolean => {
      for (let part = node.parentElement; part && part !== cell; part = part.parentElement) {
        if (getComputedStyle(part).overflowX !== 'visible') return true;
      }
      return false;
    };
    return [...document.querySelectorAll('th, td')]
      .filter((cell) => {
        const outer = cell.getBoundingClientRect();
        const walker = document.createTreeWalker(cell);
        while (walker.nextNode()) {
          const node = walker.currentNode;
          if (!isContent(node)) continue;
          const inner = rectOf(node);
          const reachesOut = inner.left < outer.left - 0.5 || inner.right > outer.right + 0.5;
          if (inner.width > 0 && reachesOut && !isClipped(node, cell)) return true;
        }
        return false;
      })
      .slice(0, 3)
      .map(({ outerHTML }) => outerHTML.slice(0, 120));
  });

/** Whether the masthead keeps what it shows, its name, search and theme switch among it, on one line. */
const isMastheadWhole = (page: Page) =>
  page.evaluate(() => {
    const middles = [
      ...document.querySelectorAll('body > header :is(a:not(nav a, [role=alert] a), theme-switch)'),
    ]
      .filter((part) => part.getClientRects().length > 0)
      .map((part) => {
        const { top, bottom } = part.getBoundingClientRect();
        return (top + bottom) / 2;
      });
    return Math.max(...middles) - Math.min(...middles) < 8;
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

/** At every width; then the window has the size that it had. */
async function expectToFit(page: Page): Promise<void> {
  const size = page.viewportSize() ?? { width: 1280, height: 720 };
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    expect(await overflow(page), `at ${width} px`).toEqual([]);
    expect(await squeezedTitles(page), `at ${width} px`).toEqual([]);
    expect(await overfullCells(page), `at ${width} px`).toEqual([]);
    expect(await isMastheadWhole(page), `masthead at ${width} px`).toBe(true);
  }
  await page.setViewportSize(size);
}

/** In the light scheme all rules; in the dark one those of contrast, which alone depend on it. */
async function expectToPassAxe(page: Page): Promise<void> {
  expect.soft(await axeViolations(page), 'axe').toEqual([]);
  await page.emulateMedia({ colorScheme: 'dark' });
  expect.soft(await axeViolations(page, { rules: ['color-contrast'] }), 'axe in dark mode').toEqual([]);
}

// Opening a page takes longer than looking at it, so each is opened once on a desktop and once on a phone.
for (const name of TEMPLATE_NAMES) {
  test(`the template "${name}" loads without layout shift, fits every width and passes axe, in dark mode too`, async ({
    page,
  }) => {
    await page.goto(TEMPLATES[name], { waitUntil: 'load' });
    expect.soft(await shifts(page), 'layout shift').toBe(0);
    await expectToFit(page);
    await expectToPassAxe(page);
  });

  test(
    `the template "${name}" loads without layout shift on a phone and passes axe`,
    { tag: '@phone' },
    async ({ page }) => {
      await page.goto(TEMPLATES[name], { waitUntil: 'load' });
      expect.soft(await shifts(page), 'layout shift').toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    },
  );
}

test('axe finds faults of a page', async ({ page }) => {
  await page.goto('./about/');
  await page
    .locator('main p')
    .first()
    .evaluate((element) => {
      element.append(new Image());
      element.style.setProperty('color', 'light-dark(rgb(0 0 0), rgb(60 60 60))', 'important');
    });
  expect((await axeViolations(page)).map(([rule]) => rule)).toEqual(['image-alt']);
  await page.emulateMedia({ colorScheme: 'dark' });
  const contrast = await axeViolations(page, { rules: ['color-contrast'] });
  expect(contrast.map(([rule]) => rule)).toEqual(['color-contrast']);
});

test.describe('pages of other outputs', () => {
  test.use({ site: 'wide' });

  for (const path of WIDE_PAGES) {
    test(`${path} loads without layout shift, fits every width and passes axe`, async ({ page }) => {
      await page.goto(path, { waitUntil: 'load' });
      expect.soft(await shifts(page), 'layout shift').toBe(0);
      await expectToFit(page);
      expect(await axeViolations(page)).toEqual([]);
    });

    // Models of all outputs share the marks of the templates, which are tried on a phone, too.
    if (path.startsWith('./models/')) continue;
    test(`${path} passes axe on a phone`, { tag: '@phone' }, async ({ page }) => {
      await page.goto(path);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});

const WORD = 'x'.repeat(280);
for (const query of [`q=${WORD}`, `q=gpt&author=${WORD}`]) {
  test(`the search page fits every width for a very long word: ?${query.slice(0, 20)}…`, async ({ page }) => {
    await page.goto(`./search/?${query}`);
    await page.locator('.find-message, [data-search-result]').filter({ visible: true }).first().waitFor();
    await expectToFit(page);
  });
}

test.describe('pages of the hostile capture', () => {
  test.use({ site: 'hostile' });

  test('the search page fits every width when it finds a very long name', async ({ page }) => {
    await page.goto(`./search/?q=${'W'.repeat(280)}`);
    await page.locator('[data-search-result]').first().waitFor();
    await expectToFit(page);
  });

  for (const path of HOSTILE_PAGES) {
    test(`${path} fits every width and passes axe`, async ({ page }) => {
      await page.goto(path);
      await expectToFit(page);
      expect(await axeViolations(page)).toEqual([]);
    });

    test(`${path} passes axe on a phone`, { tag: '@phone' }, async ({ page }) => {
      await page.goto(path);
      expect(await axeViolations(page)).toEqual([]);
    });
  }
});
