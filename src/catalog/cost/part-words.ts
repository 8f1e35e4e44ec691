import { decimalOf, multiplyDecimals, parseDecimal, shift, sumDecimals, type Decimal } from '../decimal.ts';
import { costUsd, exactUsd, groupThousands, integer, toDigits } from '../figures.ts';
import type { PriceKey } from '../price-keys.ts';
import { comparePrices } from '../price-difference.ts';
import { priceOf, usdOf } from '../price.ts';
import { priceAt } from '../tiers.ts';
import type { Cost, Costed, CostPart } from './cost.ts';
import type { Use } from './use.ts';
import type { Workload } from './workload.ts';

/** The parts of a cost in words, and what it depends on. */

/** A line: what is billed, `20,000,000 × $0.20 / 1M`, and US dollars a month. */
interface PartWords {
  readonly label: string;
  readonly product: string;
  readonly amount: string;
}

export const USE_LABELS: Readonly<Record<Use, string>> = {
  input: 'Input',
  cacheRead: 'Cached input',
  cacheWrite: 'Cache write',
  output: 'Output',
  reasoning: 'Thinking',
  webSearch: 'Web searches',
  request: 'Requests',
};

/** Uses that another price bills where a model has none for them. */
const OTHER_PRICE: Readonly<Partial<Record<PriceKey, string>>> = {
  input: 'at the input price',
  output: 'at the output price',
};

/** `model` is the model whose prices applied: for batch prices, the batch variant. */
export function partWords(part: CostPart, model: Costed, workload: Workload): PartWords {
  const { use, quantity, usd, billedAs } = part;
  const borrowed = billedAs === null || billedAs === use ? undefined : OTHER_PRICE[billedAs];
  const remarks = [
    ...(borrowed === undefined ? [] : [borrowed]),
    ...(use === 'cacheWrite' && isStorage(model, workload) ? ['input price plus storage'] : []),
    ...(billedAs === null ? ['not billed'] : []),
  ];
  const isEach = use === 'request' || use === 'webSearch';
  return {
    label: [USE_LABELS[use], ...remarks].join(', '),
    product: `${groupThousands(quantity)} × ${priceUsd(part, isEach)}${isEach ? '' : ' / 1M'}`,
    amount: costUsd(usd),
  };
}

/** What a cost depends on, as sentences. `isVariant`: the model is itself a batch variant. */
export function costSentences(
  cost: Cost & { readonly kind: 'cost' },
  model: Costed,
  workload: Workload,
  isVariant = false,
): readonly string[] {
  const { tierAbove, range, isBatch } = cost;
  return [
    ...(isOffByRounding(cost)
      ? ['The amounts are rounded, so their sum differs slightly from the total.']
      : []),
    ...tierSentences(tierAbove, model, workload.inputTokens),
    ...(range === null
      ? []
      : [
          `Prices depend on the time: ${costUsd(range.lowest)} at the cheapest time, ${costUsd(range.highest)} at the most expensive. The total is the average over the week.`,
        ]),
    ...batchSentences(workload.isBatch, isBatch, isVariant),
    ...(workload.thinkingTokens > 0 && !model.canReason
      ? ['It does not reason, so thinking tokens are not counted.']
      : []),
  ];
}

function tierSentences(tierAbove: number | null, { tiers }: Costed, inputTokens: number): readonly string[] {
  const edges = tiers
    .flatMap(({ when }) => when)
    .flatMap((condition) =>
      condition.kind === 'prompt-above' && condition.tokens > 0 ? [condition.tokens] : [],
    );
  const next = edges.filter((tokens) => tokens >= inputTokens).sort((a, b) => a - b)[0];
  const has = `because a prompt has ${integer(inputTokens)} tokens`;
  if (tierAbove !== null) return [`The prices above ${integer(tierAbove)} tokens apply, ${has}.`];
  return next === undefined ? [] : [`The prices up to ${integer(next)} tokens apply, ${has}.`];
}

function batchSentences(isAsked: boolean, isBatch: boolean, isVariant: boolean): readonly string[] {
  if (isBatch) return ['These are the prices of the batch variant.'];
  return isAsked && !isVariant ? ['No batch variant is listed, so these are the normal prices.'] : [];
}

/** Whether the cache write price is for storage, which is charged on top of the input price. */
function isStorage(model: Costed, { inputTokens }: Workload): boolean {
  const prices = priceAt(model, { promptTokens: inputTokens });
  const [write, input] = [usdOf(priceOf(prices, 'cacheWrite')), usdOf(prices.input)];
  return write !== null && input !== null && comparePrices(write, input) < 0;
}

const ZERO = decimalOf(0);
const MAX_PRICE_LENGTH = 14;
const MIN_DIGITS = 4;
/** Averages over the week have no more significant digits. */
const MAX_DIGITS = 30;

/** A long price is rounded to the fewest digits with which the product gives the amount that is shown. */
function priceUsd({ quantity, price, usd }: CostPart, isEach: boolean): string {
  if (price === ZERO) return '$0';
  if (price.length <= MAX_PRICE_LENGTH) return exactUsd(price);
  for (let digits = MIN_DIGITS; digits < MAX_DIGITS; digits += 1) {
    const rounded = toDigits(price, digits) as Decimal;
    const product = multiplyDecimals(quantity, rounded);
    if (costUsd(isEach ? product : shift(product, -6)) === costUsd(usd)) return exactUsd(rounded);
  }
  return exactUsd(price);
}

/** Whether the parts as shown add up to another amount than the total as shown. */
function isOffByRounding({ parts, usd }: Cost & { readonly kind: 'cost' }): boolean {
  const shown = (amount: Decimal): Decimal => parseDecimal(costUsd(amount).replace(/[$,]/g, '')) ?? ZERO;
  return sumDecimals(parts.map((part) => shown(part.usd))) !== shown(usd);
}
