import { z } from 'zod';
import type { Condition, Facts, TierFacts } from '../../catalog/facts.ts';
import { clock } from '../../catalog/day.ts';
import { exactPrice, integer, list } from '../../catalog/format.ts';
import type { ModelId } from '../../catalog/model.ts';
import { readPriceKey } from '../../catalog/price-change.ts';
import { PRICE_KEY_ORDER, PRICE_KEYS } from '../../catalog/price-keys.ts';
import { readTierPrices, type Tier } from '../../catalog/price.ts';
import { isSameTiers, tiersKey } from '../equality.ts';
import { PLAIN_FACT, type FactKind } from './kind.ts';
import { inOrder, pricesSchema } from './price.ts';
import { replaced, texts, type Replaced } from './schemas.ts';
import { arrow, textLine } from './words.ts';

type TiersEvent = Replaced<readonly TierFacts[]>;
type TiersChange = Replaced<readonly Tier[]>;

const condition: z.ZodType<Condition> = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('prompt-above'), tokens: z.number() }),
  z.strictObject({ kind: z.literal('utc-window'), start: z.number(), end: z.number() }),
  z.strictObject({ kind: z.literal('utc-days'), days: texts }),
]);
const tiersSchema: z.ZodType<readonly TierFacts[]> = z.array(
  z.strictObject({ when: z.array(condition), prices: pricesSchema }),
);

/** Prices that apply under conditions. An event always holds the whole list. */
export const tiers = {
  fields: {
    tiers: {
      schema: tiersSchema,
      // Keep zeros: in a tier, a zero overrides the base price.
      normalize: (all) =>
        all.length > 0 ? all.map(({ when, prices }) => ({ when, prices: inOrder(prices) })) : undefined,
      learn: (_, now, newFields) => (newFields.includes('tiers') ? now.tiers : undefined),
    },
  },
  lines: [replaced(tiersSchema)],
  diff: (old, now, newFields) => {
    const [before, after] = [old.tiers ?? [], now.tiers ?? []];
    return newFields.includes('tiers') || isSameTiers(before, after) ? [] : [{ old: before, new: after }];
  },
  apply: (facts, { old, new: now }) => {
    const { tiers: known = [], ...others } = facts;
    if (!isSameTiers(known, old)) return null;
    return now.length > 0 ? { ...facts, tiers: now } : others;
  },
  shown: {
    ...PLAIN_FACT,
    topic: 'price',
    weight: 70,
    show: {
      each: (event, { id, before, facts, isTierReversion }) => {
        const isSame = tiersKey(event.old, readPriceKey) === tiersKey(event.new, readPriceKey);
        if (isTierReversion || isSame) return null;
        return { old: readTiers(event.old, id, before), new: readTiers(event.new, id, facts) };
      },
    },
    lines: (shown) => [textLine('Tiers', countText(shown))],
    words: (shown) => ({
      headline: headlineOf(shown),
      lines: [...tierLines('Before', shown.old), ...tierLines('Now', shown.new)],
    }),
  },
} as const satisfies FactKind<'tiers', TiersEvent, TiersChange>;

function readTiers(all: readonly TierFacts[], id: ModelId, row: Facts | null): readonly Tier[] {
  const facts: Pick<Facts, 'prices'> = row ?? { prices: {} };
  return all.map(({ when, prices }) => ({ when, prices: readTierPrices(prices, id, facts) }));
}

function countText({ old, new: now }: TiersChange): string {
  if (old.length === 0) return `none → ${now.length}: the price depends on the request`;
  if (now.length === 0) return `${old.length} → none: one price for every request`;
  return old.length === now.length
    ? 'their prices or conditions changed'
    : arrow(String(old.length), String(now.length));
}

function headlineOf({ old, new: now }: TiersChange): string {
  if (old.length === 0) return 'price depends on the request';
  return now.length === 0 ? 'one price for every request' : 'price tiers changed';
}

/** One line for each tier: `Now, for prompts above 200,000 tokens: input $3.00 per million tokens`. */
function tierLines(when: string, all: readonly Tier[]): readonly string[] {
  if (all.length === 0) return [`${when}: no price tiers`];
  return all.map((tier) => `${when}, ${list(tier.when.map(conditionText))}: ${pricesText(tier.prices)}`);
}

function conditionText(one: Condition): string {
  switch (one.kind) {
    case 'prompt-above':
      return `for prompts above ${integer(one.tokens)} tokens`;
    case 'utc-window':
      return `from ${clock(one.start)} to ${clock(one.end)} UTC`;
    case 'utc-days':
      return `on ${list(one.days)}`;
  }
}

function pricesText(prices: Tier['prices']): string {
  return PRICE_KEY_ORDER.flatMap((key) =>
    prices[key] ? [`${PRICE_KEYS[key].label.toLowerCase()} ${exactPrice(prices[key])}`] : [],
  ).join('; ');
}
