import type { Decimal } from '../decimal.ts';
import { costUsd, fixed, groupThousands, shortTokens } from '../figures.ts';
import type { Cost } from './cost.ts';

/** The cost of a workload in the cell of a list. */

/** US dollars from which cents are not shown. */
const WITHOUT_CENTS = 100_000;

/** `$1,234.50`; without cents from $100,000. */
export function monthlyUsd(usd: Decimal): string {
  return Number(usd) < WITHOUT_CENTS ? costUsd(usd) : `$${groupThousands(fixed(usd, 0))}`;
}

/** `2.8× lowest`, `lowest`; empty for a cost of zero. `lowest` is above zero. */
export function ratioWords(usd: Decimal, lowest: Decimal): string {
  const ratio = Number(usd) / Number(lowest);
  if (ratio === 0) return '';
  if (usd === lowest) return 'lowest';
  if (ratio < 1.005) return 'about lowest';
  // Two decimals for a ratio that would round to 1.0.
  const [whole = '', fraction] = ratio.toFixed(ratio < 1.05 ? 2 : ratio < 9.95 ? 1 : 0).split('.');
  return `${groupThousands(whole)}${fraction === undefined ? '' : `.${fraction}`}× lowest`;
}

/** The lines below a cost: its ratio, the range over the times of the week, and the prices that applied. */
export function costNotes(cost: Cost & { kind: 'cost' }, lowest: Decimal | null): string[] {
  const { usd, range, tierAbove, isBatch } = cost;
  return [
    lowest === null ? '' : ratioWords(usd, lowest),
    range === null ? '' : `${monthlyUsd(range.lowest)}–${monthlyUsd(range.highest)}`,
    tierAbove === null ? '' : `above ${shortTokens(tierAbove)}`,
    isBatch ? 'batch prices' : '',
  ].filter((note) => note !== '');
}
