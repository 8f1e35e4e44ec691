import type { Page } from '@playwright/test';
import { axeViolations } from '../support/axe.ts';
import { expect, test } from '../support/browser-test.ts';
import { modelRow } from '../support/model-rows.ts';

const star = (page: Page, name: string) => page.getByRole('button', { name: `Star ${name}`, exact: true });

/** The ids that this device keeps, newest first. */
const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const text = localStorage.getItem('modeldex-stars') ?? '{"models":[]}';
    return (JSON.parse(text) as { models: { id: string }[] }).models.map(({ id }) => id);
  });

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
    await expect(page.locator(`${modelRow(id)} [data-act=star]`)).toHaveAttribute('aria-pressed', 'true');
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
