import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { kept } from '../support/my-list-page.ts';

const star = (page: Page, name: string) => page.getByRole('button', { name: `Star ${name}`, exact: true });

test.describe('stars', () => {
  test('@desktop @phone a row of a list is starred by a press, and again not', async ({ page }) => {
    await page.goto('./models/');
    const button = star(page, 'GPT-4o');
    await button.scrollIntoViewIfNeeded();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
    await page.reload();
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    await button.click();
    await expect(button).toHaveAttribute('aria-pressed', 'false');
    expect(await kept(page)).toEqual([]);
  });

  test('a row is starred by the keyboard, and keeps its star when the list is sorted', async ({ page }) => {
    await page.goto('./models/');
    const first = page.locator('table[data-models] tbody tr').first();
    // Buttons of rows come by script.
    await expect(first.locator('[data-act=star]')).toBeVisible();
    await first.locator('th a').focus();
    await page.keyboard.press('Tab');
    const button = page.locator(':focus');
    await expect(button).toHaveAttribute('data-act', 'star');
    await page.keyboard.press('Space');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    const [id = ''] = await kept(page);
    expect(id).toMatch(/\//);
    await page.getByRole('columnheader', { name: 'Context' }).getByRole('button').click();
    await expect(page.locator('th[aria-sort]', { hasText: 'Context' })).toBeVisible();
    await expect(page.locator('[data-act=star][aria-pressed=true]')).toHaveCount(1);
    await expect(
      page.locator('tbody tr', { has: page.locator(`th code:text-is("${id}")`) }).locator('[data-act=star]'),
    ).toHaveAttribute('aria-pressed', 'true');
  });

  test('@desktop @phone pages of listed and of retired models have a star', async ({ page }) => {
    for (const [path, id] of [
      ['./models/openai/gpt-4o/', 'openai/gpt-4o'],
      [
        './models/tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3/',
        'tokyotech-llm/llama-3.1-swallow-70b-instruct-v0.3',
      ],
    ] as const) {
      await page.goto(path);
      const button = page.getByRole('button', { name: 'Star', exact: true });
      await button.click();
      await expect(button).toHaveAttribute('aria-pressed', 'true');
      expect(await kept(page)).toContain(id);
    }
    await page.goto('./retired/');
    await expect(page.locator('[data-act=star][aria-pressed=true]')).toHaveCount(1);
    expect(await page.locator('[data-stars]').textContent()).toBe('2');
  });

  test('@desktop @phone the rooms of the buttons are kept, so that lists do not move', async ({ page }) => {
    await page.addInitScript(() => {
      const moved: number[] = [];
      Object.assign(window, { moved });
      new PerformanceObserver((list) => {
        for (const entry of list.getEntries()) moved.push((entry as unknown as { value: number }).value);
      }).observe({ type: 'layout-shift', buffered: true });
    });
    for (const path of ['./models/', './models/openai/gpt-4o/', './retired/']) {
      await page.goto(path);
      await expect(page.locator('[data-act=star]').first()).toBeVisible();
      await page.waitForTimeout(300);
      expect(await page.evaluate(() => (window as unknown as { moved: number[] }).moved)).toEqual([]);
    }
  });

  test('@desktop @phone @dark rows with stars have no findings of axe', async ({ page }) => {
    await page.goto('./models/');
    await page.locator('[data-act=star]').first().click();
    expect(await axeViolations(page)).toEqual([]);
  });

  test('@phone no page is wider than the window at 320 pixels', async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    for (const path of ['./models/', './retired/', './models/openai/gpt-4o/', './my/']) {
      await page.goto(path);
      const over = await page.evaluate(() => document.documentElement.scrollWidth - 320);
      expect(over, path).toBeLessThanOrEqual(0);
    }
  });
});

test.describe('stars in search results', () => {
  test('@desktop @phone a press of the star does not follow the result', async ({ page }) => {
    await page.goto('./search/?q=gpt-4o');
    const option = page.locator('[data-search-result][data-model-id="openai/gpt-4o"]');
    await option.locator('[data-act=star]').click();
    await expect(option.locator('[data-act=star]')).toHaveAttribute('data-on', '');
    await expect(page).toHaveURL(/\/search\/\?q=gpt-4o$/);
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
    expect(await axeViolations(page)).toEqual([]);
  });

  test('the keyboard stars the active result of the search dialog', async ({ page }) => {
    await page.goto('./about/');
    await page.keyboard.press('/');
    await page.keyboard.type('gpt-4o');
    await expect(page.locator('dialog [data-search-result][aria-selected=true]')).toBeVisible();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    const button = page.locator('dialog').getByRole('button', { name: 'Star GPT-4o', exact: true });
    for (let presses = 0; presses < 4; presses += 1) {
      await page.keyboard.press('Tab');
      if (await button.evaluate((one) => one === document.activeElement)) break;
    }
    await expect(button).toBeFocused();
    expect(await axeViolations(page, { part: 'dialog' })).toEqual([]);
    await page.keyboard.press('Enter');
    await expect(button).toHaveAttribute('aria-pressed', 'true');
    expect(await kept(page)).toEqual(['openai/gpt-4o']);
  });
});
