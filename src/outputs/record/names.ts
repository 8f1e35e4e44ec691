import { PRICE_KEY_ORDER, type PriceKey } from '../../catalog/price-keys.ts';

/** `cacheWrite1h` → `cache_write1h`: names in JSON are in snake case. */
export type SnakeCase<Text extends string> = Text extends `${infer First}${infer Rest}`
  ? First extends Lowercase<First>
    ? `${First}${SnakeCase<Rest>}`
    : `_${Lowercase<First>}${SnakeCase<Rest>}`
  : Text;

/** The name of a price in JSON: `cache_read`. */
export type PriceName = SnakeCase<PriceKey>;

export function snakeCase<Text extends string>(text: Text): SnakeCase<Text> {
  return text.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`) as SnakeCase<Text>;
}

export function camelCase(name: string): string {
  return name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
}

/** The name in JSON of each price, in display order. */
export const PRICE_NAMES = PRICE_KEY_ORDER.map((key) => [key, snakeCase(key)] as const);
