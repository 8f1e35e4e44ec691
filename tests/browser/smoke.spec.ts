import { expect, test } from '../support/browser-test.ts';

test(
  'the home page has one heading',
  { tag: ['@desktop', '@phone', '@no-js', '@dark', '@base-path'] },
  async ({ page }) => {
    await page.goto('./');
    await expect(page.getByRole('heading', { level: 1 })).toHaveCount(1);
  },
);
