import { readBuildReport } from '../support/sites.ts';
import { expect, test } from '../support/browser-test.ts';
import { MODEL_ROWS, modelRow } from '../support/model-rows.ts';

test.describe('the site without JavaScript', { tag: '@no-js' }, () => {
  test('every model is in the list without JavaScript, and headers lead to other orders', async ({
    page,
  }) => {
    await page.goto('./models/');
    await expect(page.locator(MODEL_ROWS)).toHaveCount(readBuildReport('plain').models);
    await page.getByRole('columnheader').getByRole('link', { name: 'Output', exact: true }).click();
    await expect(page).toHaveURL(/\/models\/by\/output\/$/);
    await expect(page.locator('th[aria-sort="ascending"]')).toContainText('Output');
  });

  test('a model is two clicks from home without JavaScript, with its price and a sample request', async ({
    page,
  }) => {
    await page.goto('./');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Models', exact: true })
      .click();
    await page.locator(modelRow('openai/gpt-4o')).getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('GPT-4o');
    await expect(page.getByText('$2.50').first()).toBeVisible();
    await expect(page.getByText('chat/completions').first()).toBeAttached();
  });

  test('a filtered list says without JavaScript that its filters do nothing', async ({ page }) => {
    await page.goto('./models/?can=tools');
    await expect(page.getByText('Filters need JavaScript')).toBeVisible();
    await expect(page.locator(MODEL_ROWS)).toHaveCount(readBuildReport('plain').models);
  });
});
