import type { Browser, Page } from 'playwright';
import { median } from './weights.ts';

export interface TableLatency {
  /** Milliseconds from the event to the end of the next frame: the median of the runs. */
  readonly sort: number;
  readonly filter: number;
  /** What appending every row again takes, in the same run. */
  readonly yardstick: number;
  readonly rows: number;
}

export interface SearchLatency {
  /** Milliseconds from a keystroke to its results, once everything is loaded. */
  readonly warm: number;
  /** Bytes on the wire from the first focus to the first results of a name. */
  readonly coldBytes: number;
}

const RUNS = 9;
const QUERY = 'gpt 4o mini';

/** Evaluated in the page: milliseconds from calling `act` to the end of the frame after it. */
const TIMED = `(act) => new Promise((resolve) => {
  const begunAt = performance.now();
  act();
  requestAnimationFrame(() => {
    const channel = new MessageChannel();
    channel.port1.onmessage = () => resolve(performance.now() - begunAt);
    channel.port2.postMessage(null);
  });
})`;

/** Sorting and filtering the index of models, beside the yardstick of moving every row. */
export async function tableLatency(browser: Browser, siteUrl: string): Promise<TableLatency> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(new URL('models/', siteUrl).href, { waitUntil: 'networkidle' });
  // The first sort also loads and reads the rows; the ones after it are what is measured.
  await page.getByRole('columnheader', { name: 'Input' }).getByRole('button').click();
  await page.waitForTimeout(3000);
  const sort: number[] = [];
  const filter: number[] = [];
  const yardstick: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    sort.push(await time(page, "() => document.querySelector('th[data-key=context] button').click()"));
    await page.waitForTimeout(300);
    filter.push(await time(page, typing(run % 2 === 0 ? 'a' : '')));
    await page.waitForTimeout(300);
  }
  await page.goto(new URL('models/', siteUrl).href, { waitUntil: 'networkidle' });
  for (let run = 0; run < RUNS; run += 1) {
    yardstick.push(
      await time(
        page,
        "() => { const table = document.querySelector('table[data-models]'); for (const body of [...table.tBodies].reverse()) table.append(body); }",
      ),
    );
  }
  const rows = await page.locator('table[data-models] tr[data-model-id]').count();
  await page.close();
  return { sort: median(sort), filter: median(filter), yardstick: median(yardstick), rows };
}

/** The search dialog, from a cold page and then warm. */
export async function searchLatency(browser: Browser, siteUrl: string): Promise<SearchLatency> {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
  await page.goto(new URL('about/', siteUrl).href, { waitUntil: 'networkidle' });
  const sizes: Promise<number>[] = [];
  page.on('requestfinished', (request) => {
    sizes.push(
      request
        .sizes()
        .then(({ responseBodySize, responseHeadersSize }) => responseBodySize + responseHeadersSize),
    );
  });
  await page.keyboard.press('/');
  await page.keyboard.type(QUERY);
  await page.locator('[data-search-result]').first().waitFor();
  const coldBytes = (await Promise.all([...sizes])).reduce((sum, size) => sum + size, 0);

  await page.waitForTimeout(1500);
  const warm: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const text = QUERY.slice(0, 3 + (run % (QUERY.length - 3)));
    warm.push(await page.evaluate(untilResults, text));
    await page.waitForTimeout(200);
  }
  await page.close();
  return { warm: median(warm), coldBytes };
}

/** Runs in the page: types `text` at once and waits until the results have changed and a frame has shown them. */
function untilResults(text: string): Promise<number> {
  const input = document.querySelector<HTMLInputElement>('dialog[open] input[type=search]');
  const dialog = input?.closest('dialog');
  if (!input || !dialog) throw new Error('The search dialog is not open.');
  return new Promise((resolve) => {
    const begunAt = performance.now();
    const observer = new MutationObserver(() => {
      if (dialog.querySelector('[data-search-result]') === null) return;
      observer.disconnect();
      requestAnimationFrame(() => {
        resolve(performance.now() - begunAt);
      });
    });
    observer.observe(dialog, { childList: true, subtree: true });
    input.value = text;
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  });
}

function typing(text: string): string {
  return `() => {
    const input = document.querySelector('form input[type=search][name=q]');
    input.value = ${JSON.stringify(text)};
    input.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }`;
}

async function time(page: Page, act: string): Promise<number> {
  return page.evaluate<number>(`(${TIMED})(${act})`);
}
