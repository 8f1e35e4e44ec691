import { toNumber } from '../catalog/decimal.ts';
import { splitId } from '../catalog/id.ts';
import { isTextAlone } from '../catalog/modalities.ts';
import type { Facts } from '../catalog/facts.ts';
import type { ModelId } from '../catalog/model.ts';
import { readPrices, type Price } from '../catalog/price.ts';
import { listAt, type Ledger, type List } from '../ledger/ledger.ts';
import type { Change } from './change.ts';
import { monthOf } from './time.ts';

/** The median and quartiles of a list of numbers. */
export interface Quartiles {
  readonly count: number;
  readonly lower: number;
  readonly median: number;
  readonly upper: number;
}

/** One calendar month, UTC, for charts. */
export interface Month {
  /** `YYYY-MM`. */
  readonly month: string;
  /** ISO time of its last capture, which the figures describe. */
  readonly at: string;
  /** Rows listed, variants and aliases included. */
  readonly listed: number;
  /** Rows added, removed and returned in this month. Short absences and renames do not count. */
  readonly added: number;
  readonly gone: number;
  readonly returned: number;
  /**
   * US dollars per million tokens over paid models with text output only, without variants and aliases;
   * `null` if there are no such models.
   */
  readonly input: Quartiles | null;
  readonly output: Quartiles | null;
  /** Tokens, over the same models, free ones included. */
  readonly context: (Quartiles & { readonly longest: number }) | null;
}

/** The last list of each calendar month, oldest first. Months without captures are left out. */
export function monthEnds(ledger: Ledger): readonly List[] {
  const lastOf = new Map(ledger.blocks.map(({ capture: { at } }) => [monthOf(at), at]));
  return [...lastOf.values()].flatMap((at) => listAt(ledger, at) ?? []);
}

/** Figures per month from the last list of each, in their order. */
export function monthsOf(ends: readonly List[], changes: readonly Change[]): readonly Month[] {
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
    // Exclude variants, which repeat a model, often at half its price, and would skew the figures. Exclude
    // other outputs, because only some captures include them.
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

/** Interpolated between neighbors, as in spreadsheets; `null` for an empty list. */
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
