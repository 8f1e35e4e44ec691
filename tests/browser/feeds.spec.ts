import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';

const picker = (page: Page) => page.locator('feed-picker');
const address = (page: Page) => picker(page).getByRole('status');
const copied = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const inSite = (page: Page, path: string) => new URL(path, page.url()).href;

const overflow = (page: Page) =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.describe('the picker of feeds', () => {
  test('shows the address of what is picked, which exists and can be copied', async ({ page, request }) => {
    await page.goto('./feeds/');
    await expect(address(page)).toHaveText(inSite(page, './changes.xml'));
    await picker(page).getByLabel('Models').selectOption({ label: 'OpenAI' });
    await picker(page).getByLabel('What').selectOption('Price decreases');
    await picker(page).getByLabel('Format').selectOption('Atom');
    const wanted = inSite(page, './authors/openai/price-drops.atom');
    await expect(address(page)).toHaveText(wanted);
    expect((await request.get(wanted)).ok()).toBe(true);

    await picker(page).getByRole('button', { name: 'Copy address' }).click();
    await expect(picker(page).getByRole('button')).toHaveText('copied');
    expect(await copied(page)).toBe(wanted);
    await expect(picker(page).getByRole('link', { name: 'Open' })).toHaveAttribute('href', wanted);
  });

  test('offers only what exists, keeps what was picked, and offers calendars to calendar apps', async ({
    page,
  }) => {
    await page.goto('./feeds/');
    const subscribe = picker(page).getByRole('link', { name: 'Subscribe' });
    await picker(page).getByLabel('What').selectOption('Price increases');
    await picker(page).getByLabel('Models').selectOption({ label: 'Legal' });
    await expect(picker(page).getByLabel('What').getByRole('option')).toHaveText([
      'Entering and leaving',
      'The same, with links to try',
    ]);
    await expect(address(page)).toHaveText(inSite(page, './categories/legal.xml'));
    await expect(subscribe).toBeHidden();

    await picker(page).getByLabel('Models').selectOption({ label: 'Anthropic' });
    await picker(page).getByLabel('What').selectOption('Removal dates');
    await expect(picker(page).getByLabel('Format').getByRole('option')).toHaveText(['iCalendar']);
    const calendar = inSite(page, './authors/anthropic/retiring.ics');
    await expect(address(page)).toHaveText(calendar);
    await expect(subscribe).toHaveAttribute('href', calendar.replace(/^https?:/, 'webcal:'));

    await picker(page).getByLabel('Models').selectOption({ label: 'All models' });
    await expect(picker(page).getByLabel('What')).toHaveValue('retiring');
    await expect(address(page)).toHaveText(inSite(page, './retiring.ics'));
  });

  test('works with the keyboard', async ({ page }) => {
    await page.goto('./feeds/');
    await picker(page).getByLabel('Models').focus();
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(address(page)).toHaveText(inSite(page, './new.xml'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await expect(address(page)).toHaveText(inSite(page, './new.atom'));
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await expect(picker(page).getByRole('button')).toHaveText('copied');
    expect(await copied(page)).toBe(inSite(page, './new.atom'));
  });

  test('names authors of one name by their slugs', async ({ page }) => {
    await page.goto('./feeds/');
    const names = await picker(page).getByLabel('Models').getByRole('option').allTextContents();
    expect(new Set(names.map((name) => name.trim())).size).toBe(names.length);
  });

  test('leads to addresses under the base path', { tag: '@base-path' }, async ({ page, request }) => {
    await page.goto('./feeds/');
    await picker(page).getByLabel('Models').selectOption({ label: 'OpenAI' });
    const shown = await address(page).textContent();
    expect(shown).toContain('/catalog/feeds/authors/openai.xml');
    expect((await request.get(shown ?? '')).ok()).toBe(true);
  });

  test(
    'fits a phone and has no violations of axe',
    { tag: ['@phone', '@desktop', '@dark'] },
    async ({ page }) => {
      await page.goto('./feeds/');
      await picker(page).getByLabel('Models').selectOption({ label: 'Anthropic' });
      await picker(page).getByLabel('What').selectOption('Removal dates');
      expect(await overflow(page)).toBe(0);
      expect(await axeViolations(page)).toEqual([]);
    },
  );

  test(
    'is not shown without scripts, where the page of each author has its feeds',
    { tag: '@no-js' },
    async ({ page }) => {
      await page.goto('./feeds/');
      await expect(picker(page)).toBeHidden();
      await expect(page.getByRole('link', { name: 'Changes: Legal' })).toBeVisible();
      await expect(page.getByRole('button', { name: /^Copy/ })).toHaveCount(0);
      await page.getByRole('link', { name: 'All authors' }).click();
      await page.getByRole('link', { name: 'OpenAI', exact: true }).click();
      await expect(page.getByRole('link', { name: 'RSS: Price increases: OpenAI' })).toBeVisible();
    },
  );
});

test.describe('links to feeds', () => {
  test('of a model are on its page, with a button that copies the address', async ({ page }) => {
    await page.goto('./models/openai/gpt-4o/');
    const feed = page.locator('copy-text', { has: page.getByRole('link', { name: 'RSS feed' }) });
    await feed.getByRole('button', { name: 'Copy feed address' }).click();
    await expect(feed.getByRole('button')).toHaveText('copied');
    expect(await copied(page)).toBe(inSite(page, '../../../feeds/models/openai/gpt-4o.xml'));
    await expect(feed.getByRole('button')).toHaveText('Copy feed address');
  });

  test('of an author are one click below the title, and each copy button names its feed', async ({
    page,
  }) => {
    await page.goto('./authors/openai/');
    await page.getByRole('link', { name: 'Feeds and calendar' }).click();
    await expect(page.getByRole('heading', { name: 'Feeds and calendar' })).toBeInViewport();
    await page.getByRole('button', { name: 'Copy feed address Price increases: OpenAI' }).click();
    expect(await copied(page)).toBe(inSite(page, '../../feeds/authors/openai/price-rises.xml'));
    await page.getByRole('button', { name: 'Copy calendar address Retiring models by OpenAI' }).click();
    expect(await copied(page)).toBe(inSite(page, '../../feeds/authors/openai/retiring.ics'));
    await expect(
      page.getByRole('link', { name: 'Subscribe in a calendar app: Retiring models by OpenAI' }),
    ).toHaveAttribute('href', /^webcal:\/\/.+\/feeds\/authors\/openai\/retiring\.ics$/);
  });

  test('of retiring models are on their page, with the calendar', async ({ page }) => {
    await page.goto('./retiring/');
    await page.getByRole('button', { name: /^Copy calendar address/ }).click();
    expect(await copied(page)).toBe(inSite(page, '../feeds/retiring.ics'));
    await page.getByRole('button', { name: /^Copy feed address/ }).click();
    expect(await copied(page)).toBe(inSite(page, '../feeds/retiring.xml'));
  });

  for (const path of ['./authors/openai/', './authors/01-ai/', './retiring/', './models/openai/gpt-4o/']) {
    test(
      `fit a phone and have no violations of axe on ${path}`,
      { tag: ['@phone', '@desktop'] },
      async ({ page }) => {
        await page.goto(path);
        expect(await overflow(page)).toBe(0);
        expect(await axeViolations(page)).toEqual([]);
      },
    );
  }
});
