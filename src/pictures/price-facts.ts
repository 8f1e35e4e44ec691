import { exactUsd, list, UNIT_NOT_STATED } from '../catalog/format.ts';
import type { Decimal } from '../catalog/decimal.ts';
import { capitalize, fixed, inSentence } from '../catalog/figures.ts';
import type { Model } from '../catalog/model.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, PRICE_KEYS, type PriceKey } from '../catalog/price-keys.ts';
import { priceOf, type Price } from '../catalog/price.ts';
import { priceTable } from '../catalog/price-table.ts';
import { ALSO_SHOWN } from '../site/words/short-price.ts';
import { tierNote } from '../site/words/tiers.ts';
import { factLine, type PictureFact } from './content.ts';

type Priced = Pick<Model, 'prices' | 'tiers'>;

const MOST_FACTS = 2;
const PLACES = 9;

/**
 * The prices of a picture, with every digit: input and output, one word where both are the same word, or the
 * first other prices of a model that bills neither. `isPast`: they are the last known ones.
 */
export function priceFacts({ prices }: Priced, isPast: boolean): readonly PictureFact[] {
  const { input, output } = prices;
  const fact = (key: PriceKey) => factOf(labelOf(PRICE_KEYS[key].label, isPast), priceOf(prices, key));
  if (input.kind === 'none' && output.kind === 'none') {
    return PRICE_KEY_ORDER.filter((key) => priceOf(prices, key).kind !== 'none')
      .slice(0, MOST_FACTS)
      .map(fact);
  }
  if (input.kind === output.kind && input.kind !== 'amount' && input.kind !== 'unstated') {
    return [factOf(isPast ? 'Last price' : 'Price', input)];
  }
  return [fact('input'), fact('output')];
}

/** What a request may cost besides: other prices, and the price of a long prompt or at some hours. */
export function priceRemarks(model: Priced, isPast: boolean): readonly string[] {
  const { prices } = model;
  const isMain = prices.input.kind !== 'none' || prices.output.kind !== 'none';
  const others = isMain ? ALSO_SHOWN.filter((key) => priceOf(prices, key).kind !== 'none') : [];
  return [
    ...tierRemarks(model),
    ...others.map((key) => factLine(factOf(labelOf(PRICE_KEYS[key].label, isPast), priceOf(prices, key)))),
  ];
}

/** `Prompts above 200K tokens: input $4.00, output $18.00` for one threshold; else where prices differ. */
function tierRemarks(model: Priced): readonly string[] {
  const note = tierNote(model);
  if (note === '') return [];
  const { headings, rows } = priceTable(model);
  const [, heading = ''] = headings;
  const changed = rows.flatMap(({ key, cells: [, second] }) =>
    isMainPriceKey(key) && second?.kind === 'amount'
      ? [`${inSentence(PRICE_KEYS[key].label)} ${dollars(second.usd)}`]
      : [],
  );
  return headings.length === 2 && /^Above [\d.,KMB]+$/.test(heading) && changed.length > 0
    ? [`Prompts ${inSentence(heading)} tokens: ${list(changed)}`]
    : [capitalize(note)];
}

/** Every digit down to a billionth of a dollar: what follows is noise of upstream's arithmetic. */
export function dollars(usd: Decimal): string {
  const rounded = fixed(usd, PLACES);
  return exactUsd(rounded === '0' ? usd : rounded);
}

function labelOf(label: string, isPast: boolean): string {
  return isPast ? `Last ${inSentence(label)} price` : label;
}

function factOf(label: string, price: Price): PictureFact {
  switch (price.kind) {
    case 'amount':
      return { label, value: dollars(price.usd), unit: `per ${price.unit}` };
    case 'unstated':
      return { label, value: price.text, unit: UNIT_NOT_STATED };
    case 'dynamic':
      return { label, value: 'Dynamic', unit: 'depends on the model that answers' };
    case 'unknown':
      return { label, value: 'Not given', unit: 'by OpenRouter' };
    case 'none':
      return { label, value: 'Not billed', unit: '' };
    case 'free':
      return { label, value: 'Free', unit: '' };
  }
}
