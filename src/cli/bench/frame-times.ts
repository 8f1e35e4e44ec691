import type { Locator, Page } from 'playwright';
import { median } from './weights.ts';

/** The time from an interaction to the end of the next frame: the median of seven tries, in milliseconds. */

const TRIES = 7;
/** Typed letter by letter, repeatedly. */
const TYPED = 'gpt-5';
/** Later painting must not count toward the next try. */
const PAUSE_MS = 400;

/** `append` appends every row of a table again. */
type Step = 'click' | 'type' | 'append';

/** `before` prepares each click. */
export function timeClicks(
  page: Page,
  button: Locator,
  before?: (turn: number) => Promise<void>,
): Promise<number> {
  return timeSteps(page, button, 'click', before);
}

/** Types into a field that reacts to `input` events, and empties it in the end. */
export async function timeLetters(page: Page, field: Locator): Promise<number> {
  const time = await timeSteps(page, field, 'type');
  await field.fill('');
  await page.waitForTimeout(1_000);
  return time;
}

export function timeAppending(page: Page, table: Locator): Promise<number> {
  return timeSteps(page, table, 'append');
}

async function timeSteps(
  page: Page,
  target: Locator,
  step: Step,
  before?: (turn: number) => Promise<void>,
): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn < TRIES; turn++) {
    const text = TYPED.slice(0, 1 + (turn % TYPED.length));
    await before?.(turn);
    times.push(await target.evaluate(timeStep, { step, text }));
    await page.waitForTimeout(PAUSE_MS);
  }
  return median(times);
}

/** Runs in the page. */
async function timeStep(
  element: Element,
  { step, text }: { readonly step: Step; readonly text: string },
): Promise<number> {
  const begunAt = performance.now();
  if (step === 'click' && element instanceof HTMLElement) element.click();
  if (step === 'type' && element instanceof HTMLInputElement) {
    element.value = text;
    element.dispatchEvent(new InputEvent('input', { bubbles: true }));
  }
  if (step === 'append' && element instanceof HTMLTableElement) element.append(...element.tBodies);
  await new Promise((resolve) => {
    requestAnimationFrame(() => {
      // The message arrives after the frame is painted.
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = resolve;
      port2.postMessage(null);
    });
  });
  return performance.now() - begunAt;
}
