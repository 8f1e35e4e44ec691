import type { Page } from '@playwright/test';

/**
 * The texts of one column, by its key, in the first row of each group of a table of models, in the order
 * shown.
 */
export const columnTexts = (page: Page, key: string): Promise<string[]> =>
  page.locator('table[data-models]').evaluate((table, wanted) => {
    const { tHead, tBodies } = table as HTMLTableElement;
    const index = [...(tHead?.rows[0]?.cells ?? [])].findIndex((cell) => cell.dataset.key === wanted);
    return [...tBodies].map((body) => body.rows[0]?.cells[index]?.firstChild?.textContent?.trim() ?? '');
  }, key);
