import { toNumber } from '../catalog/decimal.ts';
import { splitId } from '../catalog/id.ts';
import { isTextAlone } from '../catalog/modalities.ts';
import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import { readPrices, type Price } from '../catalog/price.ts';
import type { Change } from './change.ts';
import { monthOf } from './time.ts';
import type { MonthEnd } from './tracks.ts';

/** The middle and the quarters of a list of numbers. */
export interface Quartiles {
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** One calendar month, UTC, as charts draw it. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  /** ISO time of its last capture, of which the figures tell. */
  readonly at: string;
  /** Rows listed, variants and aliases included. */
  readonly listed: number;
  /** Rows that came, went and came back in this month; short absences and renames are neither. */
  readonly added: number;
  readonly gone: number;
  readonly returned: number;
  /** US dollars per million tokens over the paid models that give text alone, without variants and aliases; `null` when none is paid. */
  readonly input: Quartiles | null;
  readonly output: Quartiles | null;
  /** Tokens, over the same models whether paid or not. */
  readonly context: (Quartiles & { readonly longest: number }) | null;
}

/** Figures a month, oldest first. Months without any capture are left out. */
export function monthsOf(ends: readonly MonthEnd[], changes: readonly Change[]): readonly Month[] {
  const counts = Map.groupBy(changes, ({ between }) => monthOf(between.by));
  const count = (month: string, kind: Change['kind']): number =>
    (counts.get(month) ?? []).filter((change) => change.kind === kind).length;
  return ends.map(({ at, rows }) => {
    const month = monthOf(at);
    return {
      month,
      at,
      added: count(month, 'added'),
      gone: count(month, 'removed'),
      returned: count(month, 'returned'),
      ...levelsOf(rows),
    };
  });
}

function levelsOf(rows: ReadonlyMap<ModelId, Facts>): Pick<Month, 'listed' | 'input' | 'output' | 'context'> {
  const bases = [...rows].filter(([id, { outputModalities }]) => {
    const parts = splitId(id);
    // A variant is the same model once more, often at half its price: counting it would bend the level. So would other outputs,
    // which only some captures ask for.
    return parts?.variant === null && !parts.isAlias && isTextAlone(outputModalities);
  });
  const prices = bases.map(([id, facts]) => readPrices(id, facts));
  const contexts = bases.flatMap(([, { context }]) => (context ? [context] : []));
  const context = quartilesOf(contexts);
  return {
    listed: rows.size,
    input: quartilesOf(prices.flatMap(({ input }) => amountOf(input))),
    output: quartilesOf(prices.flatMap(({ output }) => amountOf(output))),
    context: context && { ...context, longest: Math.max(...contexts) },
  };
}

/** Interpolated between neighbours, as spreadsheets do; `null` for an empty list. */
export function quartilesOf(values: readonly number[]): Quartiles | null {
  if (values.length === 0) return null;
  const sorted = [...values].sort((a, b) => a - b);
  const at = (share: number): number => {
    const position = share * (sorted.length - 1);
    const [below, above] = [sorted[Math.floor(position)] ?? 0, sorted[Math.ceil(position)] ?? 0];
    return below + (above - below) * (position - Math.floor(position));
  };
  return { count: sorted.length, lower: at(0.25), median: at(0.5), upper: at(0.75) };
}

function amountOf(price: Price): readonly number[] {
  return price.kind === 'amount' ? [toNumber(price.usd)] : [];
}
