import type { Browser, Page } from 'playwright';
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
    const sort = await timed(page, 'sort');
    const filter = await timed(page, 'filter');
    const appendAll = await timed(page, 'append');
    await page.goto(new URL(`models/?${EVERY_FILTER}`, siteUrl).href, { waitUntil: 'networkidle' });
    await page.locator('model-explorer[data-filtered]').waitFor();
    return { sort, filter, everyFilter: await timed(page, 'filter'), appendAll };
  } finally {
    await page.close();
  }
}

export async function measureSearch(browser: Browser, siteUrl: string): Promise<SearchMeasure> {
  const page = await browser.newPage();
  try {
    await page.goto(siteUrl, { waitUntil: 'networkidle' });
    const sizes: Promise<number>[] = [];
    page.on('requestfinished', (request) => {
      sizes.push(
        request
          .sizes()
          .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
      );
    });
    await page.keyboard.press('/');
    const input = page.locator('dialog[open] input[type=search]');
    await input.fill(QUERY);
    await page.locator(`dialog[open] [data-answered="${QUERY}"] [data-search-result]`).first().waitFor();
    const coldBytes = (await Promise.all(sizes)).reduce((sum, bytes) => sum + bytes, 0);
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

/** The median of several runs of one interaction, each from its event to the end of the next frame. */
async function timed(page: Page, what: 'sort' | 'filter' | 'append'): Promise<number> {
  const times = await page.evaluate(
    async ([wanted, turns]) => {
      const table = document.querySelector<HTMLTableElement>('table[data-models]');
      const button = [...document.querySelectorAll<HTMLButtonElement>('table[data-models] th button')].find(
        ({ textContent }) => textContent === 'Input',
      );
      const search = document.querySelector<HTMLInputElement>('model-explorer input[type=search]');
      const frame = () =>
        new Promise((resolve) => {
          requestAnimationFrame(() => {
            // The message arrives after the frame is painted.
            const { port1, port2 } = new MessageChannel();
            port1.onmessage = resolve;
            port2.postMessage(null);
          });
        });
      const act = {
        sort: () => button?.click(),
        filter: (turn: number) => {
          if (!search) return;
          search.value = 'gpt-5'.slice(0, 1 + (turn % 5));
          search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        append: () => {
          if (table) for (const body of [...table.tBodies]) table.append(body);
        },
      };
      const found: number[] = [];
      for (let turn = 0; turn < turns; turn++) {
        const begunAt = performance.now();
        act[wanted](turn);
        await frame();
        found.push(performance.now() - begunAt);
        // Later painting must not count toward the next run.
        await new Promise((resolve) => setTimeout(resolve, 400));
      }
      if (wanted === 'filter' && search) {
        search.value = '';
        search.dispatchEvent(new InputEvent('input', { bubbles: true }));
        await new Promise((resolve) => setTimeout(resolve, 1000));
      }
      return found;
    },
    [what, TURNS] as const,
  );
  return median(times);
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
