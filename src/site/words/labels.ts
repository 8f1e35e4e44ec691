import { PRICE_KEYS, type PriceKey } from '../../catalog/price-keys.ts';

/** Labels for use in a list, for prices whose usual label contains a comma. */
const PRICE_LABELS: Readonly<Partial<Record<PriceKey, string>>> = {
  cacheRead: 'cached input',
  cacheWrite: 'cache write',
  cacheWrite1h: 'cache write (1 hour)',
  audioCacheRead: 'cached audio input',
};

/** A label inside a sentence: `Tools` → `tools`, but `JSON mode` stays unchanged. */
export function inSentence(label: string): string {
  return /^[A-Z]{2}/.test(label) ? label : label.charAt(0).toLowerCase() + label.slice(1);
}

/** The label of a price inside a sentence. */
export function priceLabel(key: PriceKey): string {
  return PRICE_LABELS[key] ?? inSentence(PRICE_KEYS[key].label);
}
