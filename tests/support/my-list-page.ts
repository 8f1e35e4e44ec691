import type { Locator, Page } from '@playwright/test';
import { expect } from './browser-test.ts';

/** What a person sees and does on the page of starred models. */

/** The ids that this device keeps, newest first. */
export const kept = (page: Page): Promise<string[]> =>
  page.evaluate(() => {
    const text = localStorage.getItem('modeldex-stars') ?? '{"models":[]}';
    return (JSON.parse(text) as { models: { id: string }[] }).models.map(({ id }) => id);
  });

export const LUNA = 'openai/gpt-5.6-luna';
export const RETIRED = 'anthropic/claude-3.5-sonnet';

interface StoredFacts {
  status: string;
  prices: Record<string, { kind: string; usd?: string; unit?: string }>;
  context: number | null;
  expiration: string | null;
}

/** Stars models as an import does, and waits until their facts are kept. */
export async function starAll(page: Page, ids: readonly string[]): Promise<void> {
  await page.goto('./my/');
  await page.evaluate((all) => {
    const models = all.map((id) => ({
      id,
      name: id,
      starredAt: '2026-08-01T00:00:00.000Z',
      seen: null,
      shown: null,
    }));
    localStorage.setItem('modeldex-stars', JSON.stringify({ version: 1, models }));
  }, ids);
  await page.reload();
  await expect(summary(page)).toContainText(ids.length === 1 ? '1 model' : `${ids.length} models`);
}

/** Changes the facts that the device keeps of a model, as if they were different at the last visit. */
export async function wasOnce(page: Page, id: string, before: Partial<StoredFacts>): Promise<void> {
  await page.evaluate(
    ([wanted, facts]) => {
      const file = JSON.parse(localStorage.getItem('modeldex-stars') ?? '') as {
        models: { id: string; seen: { at: string; facts: StoredFacts } }[];
      };
      for (const star of file.models.filter((one) => one.id === wanted)) {
        star.seen = {
          at: '2026-08-12T09:00:00.000Z',
          facts: {
            ...star.seen.facts,
            ...facts,
            capturedAt: '2026-08-12T00:00:00.000Z',
            prices: { ...star.seen.facts.prices, ...facts.prices },
          } as StoredFacts,
        };
      }
      localStorage.setItem('modeldex-stars', JSON.stringify(file));
    },
    [id, before] as const,
  );
}

const usd = (amount: string) => ({ kind: 'amount', usd: amount, unit: 'million tokens' });
const CHEAPER = { prices: { input: usd('0.1'), output: usd('0.6') } };
export const summary = (page: Page): Locator => page.locator('[data-part=summary]');
export const row = (page: Page, id: string) => page.locator(`my-list [data-model-id="${id}"]`);
export const section = (page: Page, part: string) => page.locator(`my-list [data-part=${part}]`);
export const result = (page: Page) => section(page, 'result').getByRole('status');

/** Four models: two with changes, one of them retired. */
export async function changedList(page: Page): Promise<void> {
  await starAll(page, ['openai/gpt-4o', LUNA, RETIRED, 'openrouter/auto']);
  await wasOnce(page, LUNA, CHEAPER);
  await wasOnce(page, RETIRED, { status: 'listed' });
  await page.reload();
  await expect(summary(page)).toHaveText('4 models, 2 with changes since your last visit on Aug 12, 2026.');
}

export async function importText(page: Page, text: string): Promise<void> {
  await page.getByLabel('Text with ids of models').fill(text);
  await page.getByRole('button', { name: 'Find ids' }).click();
  await expect(result(page)).toContainText(/^(Found|No id)/);
}
