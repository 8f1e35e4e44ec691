import { expect, test } from '../support/browser-test.ts';
import { modelRow } from '../support/model-rows.ts';

test.describe('the site under a base path', { tag: '@base-path' }, () => {
  test('a reader can go from home to a list, a model, its author and back home under a base path', async ({
    page,
    baseURL,
  }) => {
    await page.goto('./');
    await page
      .getByRole('navigation', { name: 'Main' })
      .getByRole('link', { name: 'Models', exact: true })
      .click();
    await expect(page).toHaveURL(`${baseURL}models/`);
    await page.locator(modelRow('openai/gpt-4o')).getByRole('link').first().click();
    await expect(page).toHaveURL(`${baseURL}models/openai/gpt-4o/`);
    await page.getByRole('main').getByRole('link', { name: 'OpenAI', exact: true }).first().click();
    await expect(page).toHaveURL(`${baseURL}authors/openai/`);
    await page.getByRole('banner').getByRole('link').first().click();
    await expect(page).toHaveURL(baseURL ?? '');
  });

  test('sorting scripts work under a base path', async ({ page }) => {
    await page.goto('./models/');
    await page.getByRole('button', { name: 'Input', exact: true }).click();
    await expect(page.locator('th[aria-sort="ascending"]')).toContainText('Input');
  });

  test('an unknown address under a base path shows the site’s own 404 page', async ({ page }) => {
    const answer = await page.goto('./no/such/page/');
    expect(answer?.status()).toBe(404);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await page.getByRole('banner').getByRole('link').first().click();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});
