import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const LUNA = './models/openai/gpt-5.6-luna/';

test.describe('alternatives', () => {
  test('@no-js @desktop say what is gained, lost and saved, for a workload that is named', async ({
    page,
  }) => {
    await page.goto(LUNA);
    const section = page.locator('section', { has: page.locator('#alternatives') });
    await expect(section).toContainText('None. No other paid model has all of its listed features');
    const mimo = section.locator('[data-compared="xiaomi/mimo-v2.5"]');
    await expect(mimo).toContainText('64% cheaper');
    await expect(mimo.locator('dt')).toHaveText(['Gain', 'Lose', 'Cost']);
    await expect(mimo.locator('dd').last()).toHaveText('$2.55 a month');
    await expect(section).toContainText(
      'Costs are for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month.',
    );
    await expect(page.locator('[data-part=family]')).toContainText('A step up');
    await mimo.getByRole('link').click();
    await expect(page.getByRole('heading', { level: 1 })).toHaveText('MiMo-V2.5');
  });

  test('a retired model without a successor names the closest model of any author', async ({ page }) => {
    await page.goto('./models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/');
    await expect(page.locator('section', { has: page.locator('#instead') })).toContainText(
      'The closest of the 150 most used models',
    );
  });

  test('@desktop @phone @dark have no findings of axe', async ({ page }) => {
    await page.goto(LUNA);
    expect(await axeViolations(page)).toEqual([]);
  });
});

test('a parameter leads to what it does', async ({ page }) => {
  await page.goto(LUNA);
  await page.getByRole('link', { name: 'seed', exact: true }).click();
  await expect(page).toHaveURL(/\/about\/#parameter-seed$/);
  await expect(page.locator('#parameter-seed + dd')).toContainText('The same seed');
});
