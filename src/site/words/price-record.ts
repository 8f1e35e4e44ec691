import { capitalize } from '../../catalog/figures.ts';
import { cellPrice, count, date, fullPrice, list } from '../../catalog/format.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import type { OtherChanges } from '../../history/other-prices.ts';
import type { PriceRanges } from '../../history/price-ranges.ts';
import type { PriceRecord } from '../../history/price-record.ts';

/**
 * How often a model's price changed, and the range of its prices: `1 price change in the last 30 days, 3
 * since Jul 10, 2026. Input between $0.10 and $1.00.`
 */
export function priceRecordWords(record: PriceRecord): string {
  const { since, undated, changes, ranges, recent } = record;
  const range = rangeWords(ranges);
  // Otherwise the first sentence names the day.
  const sinceThen = recent[365] !== null && changes > 0 ? ` since ${date(since)}` : '';
  return [
    `${changesWords(record)}.`,
    ...(undated === 0
      ? []
      : [`${undated} ${changes > 0 ? 'more ' : ''}${undated === 1 ? 'has' : 'have'} no exact date.`]),
    ...(range === null ? [] : [`${capitalize(range)}${sinceThen}.`]),
  ].join(' ');
}

function changesWords(record: PriceRecord): string {
  const { since, until, changes, recent, others } = record;
  const [month, year] = [recent[30], recent[365]];
  const life = until === null ? `since ${date(since)}` : `from ${date(since)} to ${date(until)}`;
  const all = countWords(record, changes, others.all);
  if (changes === 0 || month === null) return `${all} ${life}`;
  if (year === 0) return `${countWords(record, 0, others[365])} in the last 365 days`;
  return `${countWords(record, month, others[30])} in the last 30 days, ${year === null ? `${changes} ${life}` : `${year} in the last 365 days`}`;
}

function countWords(
  { undated, hasUnmeasured, hasBrief }: PriceRecord,
  changes: number,
  others: OtherChanges,
): string {
  if (changes > 0) return count(changes, 'price change');
  const nothing = noPriceChange(others);
  if (undated > 0) return `${nothing} with a known date`;
  if (hasUnmeasured) return `${nothing} that can be measured`;
  return hasBrief ? nothing.replace('No ', 'No lasting ') : nothing;
}

/** `No price change`; more exact where other prices of the model changed. */
export function noPriceChange({ kind, measured }: OtherChanges): string {
  if (kind === 'none') return 'No price change';
  if (kind === 'offset') return 'No change of 1% or more of the blended price';
  return `No change of the ${list(measured.map((key) => PRICE_KEYS[key].label.toLowerCase()))} price`;
}

/** `input between $0.10 and $1.00, output between $0.60 and $6.00`; `null` if every price stayed the same. */
function rangeWords(ranges: PriceRanges): string | null {
  const parts = (['input', 'output', 'imageOutput'] as const).flatMap((key) => {
    const range = ranges[key];
    if (cellPrice(range?.low) === cellPrice(range?.high)) return [];
    const [low, high] = [fullPrice(range?.low), fullPrice(range?.high)];
    return [`${PRICE_KEYS[key].label.toLowerCase()} between ${low} and ${high}`];
  });
  return parts.length === 0 ? null : parts.join(', ');
}
