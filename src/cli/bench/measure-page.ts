import type { Browser, Page } from 'playwright';
import { timeAppending, timeClicks, timeLetters } from './frame-times.ts';
import { median } from './weights.ts';

interface ListMeasure {
  /** Milliseconds from a click on a header to the next frame. */
  readonly sort: number;
  /** Milliseconds from a key press in the filter to the next frame. */
  readonly filter: number;
  /** The same with every kind of filter set. */
  readonly everyFilter: number;
  /**
   * Milliseconds from appending every row again to the next frame: the simplest implementation, for
   * comparison.
   */
  readonly appendAll: number;
}

interface SearchMeasure {
  /** Milliseconds from a key press to its results, with everything loaded. */
  readonly warm: number;
  /** Bytes transferred from opening the search to the first results. */
  readonly coldBytes: number;
}

const TURNS = 9;
const QUERY = 'claude';
/** Every kind of filter, each so wide that many models pass. */
const EVERY_FILTER =
  'in=text&out=text&can=tools&param=max_tokens&price=paid&input_max=1000&output_max=1000&context_min=1k' +
  '&max_output_min=1k&added_after=2020&hide=variants,routers,retiring';

export async function measureList(browser: Browser, siteUrl: string): Promise<ListMeasure> {
  const page = await browser.newPage();
  try {
    await page.goto(new URL('models/', siteUrl).href, { waitUntil: 'networkidle' });
    const header = page.locator('table[data-models] th button').filter({ hasText: /^Input$/ });
    // The first click may load code that the page loads on demand.
    await header.click();
    await page.locator('table[data-models] th[aria-sort="ascending"]', { hasText: 'Input' }).waitFor();
    await page.waitForLoadState('networkidle');
    const sort = await timeClicks(page, header);
    const field = page.locator('model-explorer input[type=search]');
    const filter = await timeLetters(page, field);
    const appendAll = await timeAppending(page, page.locator('table[data-models]'));
    await page.goto(new URL(`models/?${EVERY_FILTER}`, siteUrl).href, { waitUntil: 'networkidle' });
    await page.locator('model-explorer[data-filtered]').waitFor();
    return { sort, filter, everyFilter: await timeLetters(page, field), appendAll };
  } finally {
    await page.close();
  }
}

export async function measureSearch(browser: Browser, siteUrl: string): Promise<SearchMeasure> {
  const page = await browser.newPage();
  try {
    await page.goto(siteUrl, { waitUntil: 'networkidle' });
    await page.keyboard.press('/');
    await page.locator('dialog[open] input[type=search]').waitFor();
    const coldBytes = await bytesToResults(page, QUERY);
    await page.waitForLoadState('networkidle');
    const times: number[] = [];
    for (let turn = 0; turn < TURNS; turn++) {
      times.push(await answerTime(page, QUERY.slice(0, 1 + (turn % QUERY.length))));
    }
    return { warm: median(times), coldBytes };
  } finally {
    await page.close();
  }
}

/**
 * Types a query into the open dialog and returns the bytes transferred, headers included, by everything that
 * was requested since the page was ready and had arrived when the first results were drawn.
 */
async function bytesToResults(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const dialog = document.querySelector<HTMLDialogElement>('dialog[open]');
    const input = dialog?.querySelector('input[type=search]');
    if (!dialog || !(input instanceof HTMLInputElement)) throw new Error('The search dialog is not open.');
    const drawnAt = new Promise<number>((resolve) => {
      const observer = new MutationObserver(() => {
        if (!dialog.querySelector(`[data-answered="${text}"] [data-search-result]`)) return;
        observer.disconnect();
        resolve(performance.now());
      });
      observer.observe(dialog, { attributes: true, subtree: true, childList: true });
    });
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    const end = await drawnAt;
    const ready = performance.getEntriesByType('navigation')[0] as PerformanceNavigationTiming;
    return (performance.getEntriesByType('resource') as PerformanceResourceTiming[])
      .filter(({ startTime, responseEnd }) => startTime > ready.loadEventEnd && responseEnd <= end)
      .reduce((sum, { transferSize }) => sum + transferSize, 0);
  }, query);
}

function answerTime(page: Page, query: string): Promise<number> {
  return page.evaluate(async (text) => {
    const input = document.querySelector<HTMLInputElement>('dialog[open] input[type=search]');
    const results = document.querySelector('dialog[open] search-results');
    if (!input || !results) throw new Error('The search dialog is not open.');
    const answered = new Promise<void>((resolve) => {
      const observer = new MutationObserver(() => {
        if (results.getAttribute('data-answered') !== text) return;
        observer.disconnect();
        resolve();
      });
      observer.observe(results, { attributes: true, subtree: true, childList: true });
    });
    const begunAt = performance.now();
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await answered;
    const elapsed = performance.now() - begunAt;
    await new Promise((resolve) => setTimeout(resolve, 200));
    return elapsed;
  }, query);
}
