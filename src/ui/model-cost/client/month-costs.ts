import { costing, type Cost } from '../../../catalog/cost/cost.ts';
import { unrecordedReason } from '../../../catalog/cost/unrecorded.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import { capitalize, costUsd, month as monthName } from '../../../catalog/figures.ts';
import { differenceWords } from '../../../catalog/price-difference.ts';
import { costedIn, unrecordedAt } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';

/** The cost of a workload at the prices of the end of a month. */
export interface MonthCost {
  /** `2026-08`. */
  readonly month: string;
  /** ISO time of its last capture. */
  readonly at: string;
  readonly cost: Cost;
  /** Whether normal prices apply to a batch workload, because the batch variant was not listed then. */
  readonly isBeforeBatch: boolean;
}

const FIRST_MONTH = '2024-09';

/**
 * Oldest first, without months in which the model was not listed at the end. `batch` is the record of the
 * batch variant, whose prices apply in the months in which it was listed. A month from before the prices that
 * the workload needs were recorded has no cost.
 */
export function monthCosts(
  record: ModelRecord,
  workload: Workload,
  batch: ModelRecord | null = null,
): readonly MonthCost[] {
  const price = costing(workload);
  const batchMonths = new Map(monthsOf(workload.isBatch ? batch : null).map((one) => [one.month, one]));
  return monthsOf(record).map((own) => {
    const { month, at, costed } = own;
    const variant = batchMonths.get(month) ?? null;
    const priced = variant ?? own;
    const reason = unrecordedReason(priced.costed, workload, priced.unrecorded);
    const cost =
      reason === null ? price(costed, variant?.costed ?? null) : ({ kind: 'none', reason } as const);
    return { month, at, cost, isBeforeBatch: workload.isBatch && batch !== null && variant === null };
  });
}

function monthsOf(record: ModelRecord | null) {
  const history = record?.history ?? null;
  if (record === null || history === null) return [];
  return history.month_ends.flatMap(({ month, at, step }) => {
    const terms = history.steps[step];
    if (terms === undefined || month < FIRST_MONTH) return [];
    return [{ month, at, costed: costedIn(record, terms), unrecorded: unrecordedAt(history, at) }];
  });
}

/**
 * `80% cheaper than in July 2026, when it would have cost $35.00.` Empty without two costs. Normal prices are
 * not compared with batch prices.
 */
export function sinceFirstWords(months: readonly MonthCost[]): string {
  const known = months.flatMap(({ month, cost, isBeforeBatch }) =>
    cost.kind === 'cost' ? [{ month, usd: cost.usd, isBeforeBatch }] : [],
  );
  const last = known.at(-1);
  const first = known.find(({ isBeforeBatch }) => isBeforeBatch === last?.isBeforeBatch);
  if (first === undefined || last === undefined || first === last) return '';
  const words = differenceWords(last.usd, first.usd, 0);
  const was = `it would have cost ${costUsd(first.usd)}`;
  const when = monthName(first.month);
  if (words === 'the same') return `The same as in ${when}.`;
  if (words === 'free' || words === 'not free') return `In ${when} ${was}.`;
  const than = words.endsWith('as expensive') ? 'as' : 'than';
  return `${capitalize(words)} ${than} in ${when}, when ${was}.`;
}

/** A month and those after it with the same cost or reason. */
export interface Span {
  readonly from: string;
  readonly to: string;
  /** `null`: no cost. */
  readonly usd: Decimal | null;
  readonly reason: string | null;
  readonly isBeforeBatch: boolean;
}

/** Months in a row with the same cost, as one span. A month that is left out ends it. */
export function spansOf(months: readonly MonthCost[]): readonly Span[] {
  const spans: Span[] = [];
  for (const { month, cost, isBeforeBatch } of months) {
    const [usd, reason] = cost.kind === 'cost' ? [cost.usd, null] : [null, cost.reason];
    const last = spans.at(-1);
    const isSame = last?.usd === usd && last.reason === reason && last.isBeforeBatch === isBeforeBatch;
    if (isSame && monthsAfter(last.to) === month) {
      spans[spans.length - 1] = { ...last, to: month };
    } else spans.push({ from: month, to: month, usd, reason, isBeforeBatch });
  }
  return spans;
}

/** The month after another one: `2025-01` after `2024-12`. */
function monthsAfter(text: string): string {
  const [year = 0, number = 0] = text.split('-').map(Number);
  return number === 12 ? `${year + 1}-01` : `${year}-${String(number + 1).padStart(2, '0')}`;
}
