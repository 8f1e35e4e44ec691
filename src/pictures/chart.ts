import type { ModelHistory, PriceStep } from '../history/model-history.ts';
import { stepChart } from '../site/charts/step-chart.ts';
import type { PictureChart } from './content.ts';

/** The share of the time shown that a line continues after its last step, at least. */
const TAIL = 0.05;

/**
 * The price history of a model whose price has changed; `null` for others. The chart of a listed model ends
 * on the first day of the month, because a picture that ended today would be a new one every day. A later
 * step is shown, too.
 */
export function pictureChart(
  { priceSteps, priceChanges, isListed, lastSeen }: ModelHistory,
  now: string,
): PictureChart | null {
  if (priceChanges.length === 0) return null;
  const chart = stepChart(priceSteps, isListed ? endOf(priceSteps, now) : lastSeen);
  if (chart === null) return null;
  const { frame, input, output, prices, times } = chart;
  return { frame, input, output, prices, times };
}

function endOf(steps: readonly PriceStep[], now: string): string {
  const [first, last] = [steps[0]?.from ?? now, steps.at(-1)?.from ?? now];
  const monthStart = `${now.slice(0, 7)}-01T00:00:00.000Z`;
  const tailEnd = new Date(Date.parse(last) + (Date.parse(last) - Date.parse(first)) * TAIL).toISOString();
  return tailEnd > monthStart ? tailEnd : monthStart;
}
