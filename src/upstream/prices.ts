import type { PriceText } from '../catalog/facts.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { WIRE_PRICE_KEYS, type WirePriceKey } from './wire.ts';

/** Maps upstream's price keys to ours. */
export const PRICE_WORDS: Readonly<Record<WirePriceKey, PriceKey>> = {
  prompt: 'input',
  completion: 'output',
  input_cache_read: 'cacheRead',
  input_cache_write: 'cacheWrite',
  input_cache_write_1h: 'cacheWrite1h',
  internal_reasoning: 'reasoning',
  audio: 'audioInput',
  input_audio_cache: 'audioCacheRead',
  audio_output: 'audioOutput',
  image: 'image',
  image_token: 'imageToken',
  image_output: 'imageOutput',
  request: 'request',
  web_search: 'webSearch',
};

/** The price text of a row or a tier, unchanged, under our keys. */
export function pricesOf(
  wire: Readonly<Partial<Record<WirePriceKey, string | null | undefined>>>,
): PriceText {
  const prices: Partial<Record<PriceKey, string>> = {};
  for (const key of WIRE_PRICE_KEYS) {
    const text = wire[key];
    if (text != null) prices[PRICE_WORDS[key]] = text;
  }
  return prices;
}
