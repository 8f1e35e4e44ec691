import type { Costed } from '../../catalog/cost/cost.ts';
import { USES } from '../../catalog/cost/use.ts';
import type { Decimal } from '../../catalog/decimal.ts';
import { PRICE_KEYS, type PriceKey } from '../../catalog/price-keys.ts';
import type { Price, Tier } from '../../catalog/price.ts';

/** The file from which browsers compute the costs of a list's models. */
export interface CostsFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  readonly ids: readonly string[];
  /** For each id the index of its profile. Many models have the same prices and limits. */
  readonly of: readonly number[];
  readonly profiles: readonly Profile[];
  /** Whether the models are retired, so that their prices are the last known ones. */
  readonly areLast: boolean;
}

/** The decoded file. */
export interface CostData {
  /** By id. Models of one profile share one object. */
  readonly models: ReadonlyMap<string, Costed>;
  readonly areLast: boolean;
}

type Prices = Readonly<Partial<Record<PriceKey, PriceCode>>>;

/** An amount in the unit of its key as plain decimal text; other kinds of price as they are. */
type PriceCode = string | Exclude<Price, { kind: 'amount' }>;

interface Profile extends Omit<Costed, 'prices' | 'tiers'> {
  readonly prices: Prices;
  readonly tiers?: readonly { readonly when: Tier['when']; readonly prices: Prices }[];
}

const KEYS: ReadonlySet<string> = new Set<PriceKey>(USES);

/** `digest` hashes a text to a build id. */
export function packCosts(
  all: readonly (readonly [id: string, costed: Costed])[],
  { areLast, digest }: Pick<CostsFile, 'areLast'> & { readonly digest: (text: string) => string },
): CostsFile {
  const sorted = [...all].sort(([a], [b]) => (a < b ? -1 : 1));
  const coded = sorted.map(([, costed]) => JSON.stringify(profileOf(costed)));
  const distinct = [...new Set(coded)];
  const places = new Map(distinct.map((text, place) => [text, place]));
  const file = {
    ids: sorted.map(([id]) => id),
    of: coded.map((text) => places.get(text) ?? 0),
    profiles: distinct.map((text) => JSON.parse(text) as Profile),
    areLast,
  };
  return { build: digest(JSON.stringify(file)), ...file };
}

export function readCosts({ ids, of, profiles, areLast }: CostsFile): CostData {
  const decoded = profiles.map(({ prices, tiers = [], ...profile }): Costed => ({
    ...profile,
    prices: decode(prices) as Costed['prices'],
    tiers: tiers.map(({ when, prices: own }) => ({ when, prices: decode(own) })),
  }));
  const models = ids.flatMap((id, place) => {
    const costed = decoded[of[place] ?? -1];
    return costed === undefined ? [] : [[id, costed] as const];
  });
  return { models: new Map(models), areLast };
}

function profileOf({ prices, tiers, context, maxOutput, givesText, canReason }: Costed): Profile {
  const coded = tiers
    .map((tier) => ({ when: tier.when, prices: encode(tier.prices) }))
    .filter((tier) => Object.keys(tier.prices).length > 0);
  return {
    context,
    maxOutput,
    givesText,
    canReason,
    prices: encode(prices),
    ...(coded.length > 0 && { tiers: coded }),
  };
}

function encode(prices: Readonly<Partial<Record<PriceKey, Price>>>): Prices {
  const used = Object.entries(prices).filter(([key]) => KEYS.has(key));
  return Object.fromEntries(used.map(([key, price]) => [key, price.kind === 'amount' ? price.usd : price]));
}

function decode(prices: Prices): Readonly<Partial<Record<PriceKey, Price>>> {
  const entries = Object.entries(prices) as [PriceKey, PriceCode][];
  return Object.fromEntries(entries.map(([key, code]) => [key, priceOf(key, code)]));
}

function priceOf(key: PriceKey, code: PriceCode): Price {
  if (typeof code !== 'string') return code;
  // Those keys have a unit of their own.
  return { kind: 'amount', usd: code as Decimal, unit: PRICE_KEYS[key].unit ?? 'million tokens' };
}
