import { amountKey, compareDecimals, decimalOf } from '../../../../catalog/decimal.ts';
import { differenceWords } from '../../../../catalog/price-difference.ts';
import { exactPrice, fullPrice, fullUsd, shortUnit } from '../../../../catalog/format.ts';
import { PRICE_KEYS, PRICE_KEY_ORDER, type PriceKey } from '../../../../catalog/price-keys.ts';
import { priceTable } from '../../../../catalog/price-table.ts';
import { priceOf, usdOf, type Price, type Prices } from '../../../../catalog/price.ts';
import { isTimePriced } from '../../../../catalog/tiers.ts';
import { readPricesRecord, readTiersRecord } from '../../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';
import { amountCell, missingCell, rowOf, signCell, textCell, type Cell, type Row } from './cell.ts';

const ZERO = decimalOf(0);
const TOKENS = 'million tokens';

/** The prices that any of the models bills, then tiers and variants. */
export function priceRows(records: readonly ModelRecord[]): Row[] {
  const prices = new Map(records.map((record) => [record, readPricesRecord(record.prices)]));
  const pricesOf = (record: ModelRecord): Prices => prices.get(record) ?? readPricesRecord(record.prices);
  const keys = PRICE_KEY_ORDER.filter((key) => records.some((record) => isBilled(pricesOf(record), key)));
  return [
    ...keys.map((key) =>
      rowOf(records, PRICE_KEYS[key].label, (record) => priceCell(pricesOf(record), key, record), {
        best: 'lowest',
        ratio: 'price',
      }),
    ),
    rowOf(records, 'Long prompts, hours', tierCell),
    rowOf(records, 'Batch', batchCell),
    rowOf(records, 'Free variant', ({ variants, variant }) =>
      signCell(variant === 'free' || variants.some((one) => one.variant === 'free')),
    ),
  ];
}

function isBilled(prices: Prices, key: PriceKey): boolean {
  return key === 'input' || key === 'output' || priceOf(prices, key).kind !== 'none';
}

function priceCell(prices: Prices, key: PriceKey, record: ModelRecord): Cell {
  const price = priceOf(prices, key);
  if (price.kind === 'amount') {
    const unit = price.unit === TOKENS ? [] : [shortUnit(price.unit)];
    const usd = amountKey(price.usd);
    return amountCell(usd, fullUsd(usd), {
      exact: exactPrice(price),
      notes: [...unit, ...storageNote(prices, key)],
      unit: price.unit,
    });
  }
  if (price.kind === 'free') return amountCell(ZERO, 'free', { unit: TOKENS });
  return wordCell(price, prices, key, record);
}

/** A cache-write price below that of input is for storage alone. */
function storageNote(prices: Prices, key: PriceKey): readonly string[] {
  const [own, input] = [usdOf(priceOf(prices, key)), usdOf(prices.input)];
  const isStorage = own !== null && input !== null && compareDecimals(own, input) < 0;
  return key === 'cacheWrite' && isStorage ? ['on top of input'] : [];
}

function wordCell(
  price: Exclude<Price, { kind: 'amount' }>,
  prices: Prices,
  key: PriceKey,
  record: ModelRecord,
): Cell {
  switch (price.kind) {
    case 'dynamic':
      return missingCell('dynamic');
    case 'unknown':
      return missingCell('not given');
    case 'unstated':
      return missingCell(price.text, ['unit not stated']);
    case 'none':
    case 'free':
      return insteadCell(prices, key, record);
  }
}

/** What is billed for a use that has no price of its own. */
function insteadCell(prices: Prices, key: PriceKey, { features }: ModelRecord): Cell {
  const isCache = key === 'cacheRead' || key === 'cacheWrite';
  if (isCache && usdOf(prices.input) !== null) return missingCell('as input');
  const thinks = key === 'reasoning' && features.includes('reasoning');
  return thinks && usdOf(prices.output) !== null ? missingCell('as output') : missingCell('not billed');
}

/** Prices that depend on the length of the prompt or on the hour. */
function tierCell(record: ModelRecord): Cell {
  const model = { prices: readPricesRecord(record.prices), tiers: readTiersRecord(record.tiers) };
  const { headings, rows } = priceTable(model);
  if (headings.length === 1) return textCell('same price');
  const isTimed = isTimePriced(model);
  const lines = headings.map((heading, column) => {
    const [input, output] = (['input', 'output'] as const).map(
      (key) => rows.find((row) => row.key === key)?.cells[column],
    );
    return [heading, `${fullPrice(input)} in, ${fullPrice(output)} out`] as const;
  });
  // The first column of prompts alone has the prices above.
  const [first, ...more] = isTimed ? lines : lines.slice(1);
  if (!first) return textCell('same price');
  return textCell(`${first[0]}:`, [first[1], ...more.map(([heading, prices]) => `${heading}: ${prices}`)]);
}

function batchCell(record: ModelRecord): Cell {
  const batch = record.variants.find(({ variant }) => variant === 'batch');
  if (!batch) return missingCell('none');
  const [own, cheap] = [readPricesRecord(record.prices), readPricesRecord(batch.prices)];
  const words = (['input', 'output'] as const).flatMap((key) => {
    const [base, usd] = [usdOf(own[key]), usdOf(cheap[key])];
    return base === null || usd === null ? [] : [differenceWords(usd, base, 0)];
  });
  const [input, output = input] = words;
  if (input === undefined) return textCell('listed');
  return input === output ? textCell(input) : textCell(`input ${input}`, [`output ${output ?? ''}`]);
}
