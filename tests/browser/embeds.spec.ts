import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

// `test` fails where a page logs an error, such as code that its policy blocks.
test('a browser with a strict policy leaves JSON-LD in a page and does not complain', async ({ page }) => {
  await page.goto('./models/openai/gpt-4o/');
  const data = await page.locator('script[type="application/ld+json"]').textContent();
  expect(JSON.parse(data ?? '')).toMatchObject({ '@context': 'https://schema.org' });
});

test('the page of badges shows a card and the table in frames', async ({ page }) => {
  await page.goto('./embed/');
  for (const [place, name] of ['card', 'table'].entries()) {
    const frame = page.locator('iframe').nth(place);
    await frame.scrollIntoViewIfNeeded();
    await expect(frame.contentFrame().getByRole('heading', { level: 1 }), name).toBeVisible();
    await expect(frame.contentFrame().getByText('Prices are OpenRouter’s'), name).toBeVisible();
  }
  await expect(page.locator('dd img').first()).toHaveJSProperty('complete', true);
  expect(await axeViolations(page)).toEqual([]);
});

test('a card has the colors that its address asks for', async ({ page }) => {
  const background = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.goto('./embed/models/openai/gpt-4o/#dark');
  const dark = await background();
  await page.goto('./embed/models/openai/gpt-4o/#light');
  expect(await background()).not.toBe(dark);
});

test('the table keeps each price on one line in a frame of 320 pixels', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await page.goto('./embed/table/');
  const cells = page.locator('td');
  await expect(cells).toHaveCount(60);
  const lines = await cells.evaluateAll((all) =>
    all.map((cell) => {
      const text = document.createRange();
      text.selectNodeContents(cell);
      return new Set([...text.getClientRects()].map(({ top }) => Math.round(top))).size;
    }),
  );
  expect(Math.max(...lines)).toBe(1);
});

for (const path of ['./embed/models/google/gemini-2.5-pro/', './embed/table/']) {
  test(`${path} fits a frame of 320 pixels and can be read by all`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 400 });
    await page.goto(path);
    const hidden = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(hidden).toBeLessThanOrEqual(0);
    expect(await axeViolations(page)).toEqual([]);
  });
}
