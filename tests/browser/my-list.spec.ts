import { readFileSync } from 'node:fs';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import {
  changedList,
  kept,
  LUNA,
  result,
  RETIRED,
  row,
  section,
  starAll,
  summary,
  wasOnce,
} from '../support/my-list-page.ts';

const ALL_TAGS = '@desktop @phone @dark';

test.describe('the list of starred models', () => {
  test(`${ALL_TAGS} says what to do while it is empty`, async ({ page }) => {
    await page.goto('./my/');
    await expect(section(page, 'empty')).toContainText('Press the star beside a model');
    await expect(page.getByRole('button', { name: 'Export (JSON)' })).toBeHidden();
    await section(page, 'empty').getByRole('link', { name: 'all models' }).click();
    await expect(page).toHaveURL(/\/models\/$/);
    await page.goBack();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('lists the other models where a stored id has no address', async ({ page }) => {
    await page.addInitScript(() => {
      const models = [{ id: 'nonsense' }, null, { id: 'openai/gpt-4o', name: 'GPT-4o' }];
      localStorage.setItem('modeldex-stars', JSON.stringify({ version: 1, models }));
    });
    await page.goto('./my/');
    await expect(row(page, 'openai/gpt-4o')).toBeVisible();
    await expect(page.locator('[data-stars]').first()).toHaveText('1');
  });

  test('keeps the facts of a model from the moment it is starred', async ({ page }) => {
    await page.goto('./models/openai/gpt-4o/');
    await page.getByRole('button', { name: 'Star', exact: true }).click();
    await expect
      .poll(() => page.evaluate(() => localStorage.getItem('modeldex-stars') ?? ''))
      .toContain('"capturedAt"');
  });

  test(`${ALL_TAGS} shows changed models first, each change with both prices`, async ({ page }) => {
    await changedList(page);
    await expect(section(page, 'changed').getByRole('heading')).toHaveText('Changed since Aug 12, 2026');
    await expect(row(page, LUNA)).toContainText('Input $0.10 → $0.20 and output $0.60 → $1.20');
    await expect(row(page, LUNA).locator('.tag').first()).toHaveText(/↑.100%/);
    await expect(row(page, RETIRED)).toContainText('No longer listed since');
    await expect(row(page, RETIRED).getByRole('link').nth(1)).toHaveText('Claude Sonnet 5');
    await expect(section(page, 'same').locator('[data-model-id]')).toHaveCount(2);
    await expect(row(page, 'openrouter/auto')).toContainText('dynamic');
    expect(await axeViolations(page)).toEqual([]);
  });

  test('names the day of a removal that was announced meanwhile', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-08-22T12:00:00Z'));
    await starAll(page, ['inclusionai/ring-2.6-1t']);
    await expect(row(page, 'inclusionai/ring-2.6-1t')).toContainText('Removal Aug 24, 2026, in 2 days.');
    await wasOnce(page, 'inclusionai/ring-2.6-1t', { expiration: null });
    await page.reload();
    await expect(section(page, 'changed')).toContainText('Removal announced: Aug 24, 2026, in 2 days.');
    await expect(section(page, 'changed')).toContainText('Possible replacement:');
  });

  test('says that the day of a removal has passed by the clock of the reader', async ({ page }) => {
    await page.clock.setFixedTime(new Date('2026-09-01T12:00:00Z'));
    await starAll(page, ['inclusionai/ring-2.6-1t']);
    await expect(row(page, 'inclusionai/ring-2.6-1t')).toContainText('Removal was due Aug 24, 2026.');
    await wasOnce(page, 'inclusionai/ring-2.6-1t', { expiration: null });
    await page.reload();
    await expect(section(page, 'changed')).toContainText('Removal announced: was due Aug 24, 2026.');
  });

  test('keeps a change on a reload, until it is marked as seen by the keyboard', async ({ page }) => {
    await changedList(page);
    await page.reload();
    await expect(summary(page)).toContainText('2 with changes');
    await page.getByRole('button', { name: 'Mark as seen' }).focus();
    await page.keyboard.press('Enter');
    await expect(summary(page)).toHaveText('4 models, none with a change since your last visit.');
    await expect(summary(page)).toBeFocused();
    await expect(section(page, 'changed')).toBeHidden();
    await page.reload();
    await expect(summary(page)).toContainText('none with a change');
  });

  test('@desktop @phone removes a model and takes it back to its place', async ({ page }) => {
    await changedList(page);
    const before = await kept(page);
    await page.getByRole('button', { name: 'Remove GPT-5.6 Luna from my list' }).click();
    const undo = page.getByRole('button', { name: 'Undo removing' });
    await expect(undo).toBeFocused();
    expect(await kept(page)).not.toContain(LUNA);
    await page.keyboard.press('Enter');
    await expect(row(page, LUNA)).toContainText('Input $0.10 → $0.20');
    expect(await kept(page)).toEqual(before);
    await expect(row(page, LUNA).getByRole('button')).toBeFocused();
  });

  test('shows the cost a month of the workload that is set, or why there is none', async ({ page }) => {
    await starAll(page, [LUNA, 'openrouter/auto', RETIRED]);
    await page.evaluate(() => {
      localStorage.setItem('modeldex-workload', 'wi=1000&wo=500&wr=1000');
    });
    await page.reload();
    // 1,000 × (1,000 × $0.20 + 500 × $1.20) / 1,000,000
    await expect(row(page, LUNA)).toHaveAttribute('data-cost', '0.8');
    await expect(row(page, LUNA)).toContainText('$0.80a month');
    await expect(row(page, RETIRED)).toContainText('at its last prices');
    await expect(row(page, 'openrouter/auto')).toContainText(
      'No cost: The price depends on the model that answers.',
    );
    await expect(row(page, 'openrouter/auto')).not.toHaveAttribute('data-cost');
  });

  test('offers the comparison of its first six models', async ({ page }) => {
    const ids = [
      'openai/gpt-4o',
      LUNA,
      RETIRED,
      'openai/gpt-5',
      'openai/gpt-5-mini',
      'openai/gpt-5-nano',
      'z-ai/glm-5.2',
    ];
    await starAll(page, ids);
    const link = page.getByRole('link', { name: 'Compare the first 6' });
    const parameters = new URL((await link.getAttribute('href')) ?? '', page.url()).searchParams;
    expect(parameters.getAll('m')).toEqual(ids.slice(0, 6));
  });

  test('saves its feeds as OPML, and links to the calendars of its authors', async ({ page }) => {
    await starAll(page, [LUNA, 'z-ai/glm-5.2']);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Feeds (OPML)' }).click();
    const opml = readFileSync(await (await download).path(), 'utf8');
    const feeds = [...opml.matchAll(/xmlUrl="([^"]+)"/g)].map(([, address = '']) => address);
    expect(feeds).toHaveLength(2);
    for (const feed of feeds) expect((await page.request.get(feed)).ok(), feed).toBe(true);
    await page.locator('my-list summary', { hasText: 'Calendar' }).click();
    const links = section(page, 'calendars').getByRole('link');
    expect(await links.allTextContents()).toEqual(['Models by OpenAI', 'Models by Z.ai', 'All models']);
    for (const link of await links.all()) {
      const address = (await link.getAttribute('href')) ?? '';
      expect(address).toMatch(/^webcal:/);
      expect((await page.request.get(address.replace('webcal:', 'http:'))).ok(), address).toBe(true);
    }
    expect(await axeViolations(page, { part: 'my-list' })).toEqual([]);
  });

  test('is the same on another device after an export and an import, with its changes', async ({
    page,
    browser,
  }) => {
    await changedList(page);
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Export (JSON)' }).click();
    const path = await (await download).path();
    const other = await browser.newPage();
    await other.goto(page.url());
    await other.locator('input[type=file]').setInputFiles(path);
    await expect(result(other)).toHaveText('Found 4 ids: 3 can be added, 1 is retired.');
    await other.getByRole('button', { name: 'Add the retired' }).click();
    await other.getByRole('button', { name: 'Add all 3' }).click();
    await expect(summary(other)).toHaveText(
      '4 models, 2 with changes since your last visit on Aug 12, 2026.',
    );
    await expect(row(other, LUNA)).toContainText('Input $0.10 → $0.20');
    await other.close();
  });
});
