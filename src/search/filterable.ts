import type { Category } from '../catalog/categories.ts';
import type { Decimal } from '../catalog/decimal.ts';
import type { PriceKind } from '../catalog/price.ts';

/**
 * A price for filters: US dollars per million tokens to 12 significant digits, or its kind if it is not an
 * amount.
 */
export type FilterPrice = Decimal | Exclude<PriceKind, 'amount'>;

/** The filter data of one model. `null` means "not known". */
export interface Filterable {
  readonly id: string;
  /** The author's slug. */
  readonly author: string;
  readonly isVariant: boolean;
  readonly inputModalities: readonly string[];
  readonly outputModalities: readonly string[];
  /** Keys of `CAPABILITIES`. */
  readonly capabilities: readonly string[];
  /** Upstream's parameters. */
  readonly parameters: readonly string[];
  readonly categories: readonly Category[];
  readonly input: FilterPrice;
  readonly output: FilterPrice;
  /** `free`: a request costs nothing. `paid`: a price is above zero. `null`: neither is known. */
  readonly payment: 'free' | 'paid' | null;
  readonly hasOpenWeights: boolean | null;
  /** Tokens. */
  readonly context: number | null;
  /** Tokens. */
  readonly maxOutput: number | null;
  /** `YYYY-MM-DD`. */
  readonly addedOn: string | null;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`. */
  readonly knowledgeCutoff: string | null;
  readonly isModerated: boolean | null;
  /** Whether its price has not changed in 90 days; `null` where its history is shorter. */
  readonly isStable: boolean | null;
  readonly isRouter: boolean;
  /** Listed, with a removal date. */
  readonly isRetiring: boolean;
  /** `YYYY-MM-DD` of its retirement; `null` while it is listed. */
  readonly retired: string | null;
}

/** A model without any known data. */
export const NOTHING_KNOWN: Omit<Filterable, 'id' | 'author'> = {
  isVariant: false,
  inputModalities: [],
  outputModalities: [],
  capabilities: [],
  parameters: [],
  categories: [],
  input: 'unknown',
  output: 'unknown',
  payment: null,
  hasOpenWeights: null,
  context: null,
  maxOutput: null,
  addedOn: null,
  knowledgeCutoff: null,
  isModerated: null,
  isStable: null,
  isRouter: false,
  isRetiring: false,
  retired: null,
};

/** US dollars of a price; zero for free; `null` if not a number. */
export function usdOf(price: FilterPrice): Decimal | null {
  if (price === 'free') return '0' as Decimal;
  return isAmount(price) ? price : null;
}

export function isAmount(price: FilterPrice): price is Decimal {
  return /^\d/.test(price);
}
