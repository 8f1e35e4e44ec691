import type { Page } from '@playwright/test';

const MOST = 100;
const SPAN = 30_000;

/**
 * Makes the browser throw at more than 100 writes to the URL in 30 seconds, like Safari. Call it before
 * opening the page.
 */
export async function limitHistory(page: Page): Promise<void> {
  await page.addInitScript(
    ([most, span]) => {
      const writes: number[] = [];
      for (const name of ['pushState', 'replaceState'] as const) {
        const write = history[name].bind(history);
        history[name] = (...facts) => {
          const now = Date.now();
          while (writes[0] !== undefined && now - writes[0] > span) writes.shift();
          if (writes.length >= most) throw new DOMException('Too many writes.', 'SecurityError');
          writes.push(now);
          write(...facts);
        };
      }
    },
    [MOST, SPAN] as const,
  );
}

/** Erases letters at the caret, one by one. */
export async function erase(page: Page, letters: number): Promise<void> {
  for (let left = letters; left > 0; left -= 1) await page.keyboard.press('Backspace');
}
