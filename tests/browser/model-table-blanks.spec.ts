import type { Locator, Page } from '@playwright/test';
import { expect, test } from '../support/browser-test.ts';

const BLANKS = ['—', 'dynamic', 'unknown'];

for (const name of ['Input', 'Output', 'Context', 'Max output', 'Cached read', 'Added', 'Use rank']) {
  test(`the models table sorted by "${name}" has blanks last in both directions and loses no row`, async ({
    page,
  }) => {
    await page.goto('./models/');
    const header = headerOf(page, name);
    const rows = page.locator('table[data-models] tr[data-model-id]');
    const count = await rows.count();
    for (const direction of await twoDirections(header)) {
      await expect(header).toHaveAttribute('aria-sort', direction);
      await expect(rows).toHaveCount(count);
      const texts = await baseCells(page, header);
      const firstBlank = texts.findIndex((text) => BLANKS.includes(text));
      const values = firstBlank < 0 ? texts : texts.slice(0, firstBlank);
      expect(values.length).toBeGreaterThan(50);
      expect(texts.slice(values.length).filter((text) => !BLANKS.includes(text))).toEqual([]);
      await header.getByRole('button').click();
    }
  });
}

/** Clicks the header once, and tells which direction it then has and which comes next. */
async function twoDirections(header: Locator): Promise<string[]> {
  await header.getByRole('button').click();
  const both = ['ascending', 'descending'];
  return (await header.getAttribute('aria-sort')) === 'ascending' ? both : both.reverse();
}

function headerOf(page: Page, name: string): Locator {
  return page.locator('table[data-models] thead th', {
    has: page.getByRole('button', { name, exact: true }),
  });
}

/** The texts of a column in the rows that others fold under, from top to bottom. */
async function baseCells(page: Page, header: Locator): Promise<string[]> {
  const index = await header.evaluate((cell) => (cell as HTMLTableCellElement).cellIndex);
  return page
    .locator('table[data-models] tbody')
    .evaluateAll(
      (bodies, column) =>
        bodies.flatMap(
          (body) => body.querySelector('tr[data-model-id]')?.children[column]?.textContent.trim() ?? [],
        ),
      index,
    );
}
