import type { Decimal } from '../decimal.ts';
import { costUsd, groupThousands, shortTokens } from '../figures.ts';
import type { Cost } from './cost.ts';

/** The cost of a workload in the cell of a list. */

/** From here on cents say nothing. */
const WITHOUT_CENTS = 100_000;

/** `$1,234.50`; without cents from $100,000. */
export function monthlyUsd(usd: Decimal): string {
  const text = costUsd(usd);
  return Number(usd) < WITHOUT_CENTS ? text : text.replace(/\.\d\d$/, '');
}

/** The lowest cost of a list. */
export interface Lowest {
  /** Above zero. */
  readonly usd: Decimal;
  /** Whether a model of the list costs nothing, so that this one is only the lowest of those that cost. */
  readonly isPaidOnly: boolean;
}

/** `2.8× lowest`, `lowest`; `2.8× lowest paid` where a model costs nothing. Empty for a cost of zero. */
export function ratioWords(usd: Decimal, { usd: lowest, isPaidOnly }: Lowest): string {
  const ratio = Number(usd) / Number(lowest);
  const end = isPaidOnly ? 'lowest paid' : 'lowest';
  if (ratio === 0) return '';
  if (usd === lowest) return end;
  if (ratio < 1.005) return `just above ${end}`;
  const digits = ratio < 1.05 ? 2 : ratio < 9.95 ? 1 : 0;
  return `${groupThousands(ratio.toFixed(digits))}× ${end}`;
}

/** The lines below a cost: its ratio, the range over the times of the week, and the prices that applied. */
export function costNotes(cost: Cost & { kind: 'cost' }, lowest: Lowest | null): string[] {
  const { usd, range, tierAbove, isBatch } = cost;
  return [
    lowest === null ? '' : ratioWords(usd, lowest),
    range === null ? '' : `${monthlyUsd(range.lowest)}–${monthlyUsd(range.highest)}`,
    tierAbove === null ? '' : `above ${shortTokens(tierAbove)}`,
    isBatch ? 'batch prices' : '',
  ].filter((note) => note !== '');
}
