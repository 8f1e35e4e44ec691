import type { Condition } from './facts.ts';
import { isDifference, moveOf, priceLine, type Move, type PriceLine } from './price-change.ts';
import { isMainPriceKey, PRICE_KEY_ORDER } from './price-keys.ts';
import type { Prices, Tier } from './price.ts';

/** The facts of a model that the reader's list compares, at one moment. */
export interface SeenFacts {
  /** The time of the data, ISO. */
  readonly capturedAt: string;
  readonly status: 'listed' | 'retired' | 'not-asked-for';
  readonly prices: Prices;
  readonly tiers: readonly Tier[];
  readonly context: number | null;
  readonly maxOutput: number | null;
  /** The removal date of a listed model, `YYYY-MM-DD`. */
  readonly expiration: string | null;
}

/** One change between two moments. */
export type FactChange =
  | { readonly kind: 'retired' | 'listed-again' | 'not-asked-for' }
  /** Every price that changed; if input or output changed, both. */
  | { readonly kind: 'prices'; readonly lines: readonly PriceLine[]; readonly move: Move }
  /** The prices above this number of tokens. `null` as old or new price: the tier does not set it. */
  | {
      readonly kind: 'tier';
      readonly above: number;
      readonly state: 'new' | 'removed' | 'changed';
      readonly lines: readonly PriceLine[];
    }
  | { readonly kind: 'hours' }
  | {
      readonly kind: 'context' | 'maxOutput';
      readonly old: number | null;
      readonly new: number | null;
    }
  | { readonly kind: 'expiration'; readonly old: string | null; readonly new: string | null };

/** What changed from one moment to the next, the most important first. */
export function changesBetween(before: SeenFacts, after: SeenFacts): readonly FactChange[] {
  if (after.status !== 'listed') return before.status === after.status ? [] : [{ kind: after.status }];
  return [
    ...(before.status === 'listed' ? [] : [{ kind: 'listed-again' } as const]),
    ...expirationChange(before, after),
    ...priceChanges(before.prices, after.prices),
    ...tierChanges(before, after),
    ...limitChange('context', before, after),
    ...limitChange('maxOutput', before, after),
  ];
}

function expirationChange(before: SeenFacts, after: SeenFacts): readonly FactChange[] {
  return before.expiration === after.expiration
    ? []
    : [{ kind: 'expiration', old: before.expiration, new: after.expiration }];
}

function priceChanges(before: Prices, after: Prices): readonly FactChange[] {
  const all = PRICE_KEY_ORDER.map((key) => priceLine(key, before, after));
  const isMainChanged = all.some((line) => isMainPriceKey(line.key) && isDifference(line));
  const lines = all.filter((line) => isDifference(line) || (isMainChanged && isMainPriceKey(line.key)));
  return lines.length === 0 ? [] : [{ kind: 'prices', lines, move: moveOf(before, after) }];
}

function tierChanges(before: SeenFacts, after: SeenFacts): readonly FactChange[] {
  const [old, now] = [tiersByLength(before.tiers), tiersByLength(after.tiers)];
  const edges = [...new Set([...old.keys(), ...now.keys()])].sort((a, b) => a - b);
  const [oldHours, newHours] = [timed(before.tiers), timed(after.tiers)];
  return [
    ...edges.flatMap((above): readonly FactChange[] => {
      // A tier's prices are compared as they are, without the base prices that it inherits.
      const [a, b] = [old.get(above), now.get(above)];
      const lines = PRICE_KEY_ORDER.map((key) => priceLine(key, (a ?? {}) as Prices, (b ?? {}) as Prices));
      const changed = lines.filter(isDifference);
      const state = a === undefined ? 'new' : b === undefined ? 'removed' : 'changed';
      return changed.length === 0 ? [] : [{ kind: 'tier', above, state, lines: changed }];
    }),
    ...(JSON.stringify(oldHours) === JSON.stringify(newHours) ? [] : [{ kind: 'hours' } as const]),
  ];
}

/** The prices of tiers that depend only on the prompt length, by threshold in tokens. */
function tiersByLength(tiers: readonly Tier[]): ReadonlyMap<number, Tier['prices']> {
  return new Map(
    tiers.flatMap(({ when, prices }) => {
      const [condition] = when;
      return when.length === 1 && condition?.kind === 'prompt-above' ? [[condition.tokens, prices]] : [];
    }),
  );
}

/** The other tiers, which depend on the time. */
function timed(tiers: readonly Tier[]): readonly Tier[] {
  return tiers.filter(({ when }) => when.some(({ kind }) => kind !== 'prompt-above'));
}

/** 0 and `null` both mean "not stated". */
function limitChange(
  kind: 'context' | 'maxOutput',
  before: SeenFacts,
  after: SeenFacts,
): readonly FactChange[] {
  const [old, now] = [before[kind] || null, after[kind] || null];
  return old === now ? [] : [{ kind, old, new: now }];
}

const STATUSES: ReadonlySet<unknown> = new Set<SeenFacts['status']>(['listed', 'retired', 'not-asked-for']);
const PRICE_KINDS: ReadonlySet<unknown> = new Set(['free', 'none', 'dynamic', 'unknown', 'unstated']);
const DECIMAL = /^\d+(?:\.\d+)?$/;

/** Reads stored facts, perhaps from another version of the site; `null` if they are invalid. */
export function readSeenFacts(stored: unknown): SeenFacts | null {
  if (!isRecord(stored)) return null;
  const { capturedAt, status, prices, tiers, context, maxOutput, expiration } = stored;
  const isUsable =
    typeof capturedAt === 'string' &&
    STATUSES.has(status) &&
    isPrices(prices) &&
    isRecord(prices) &&
    prices.input !== undefined &&
    prices.output !== undefined &&
    Array.isArray(tiers) &&
    tiers.every(isTier) &&
    [context, maxOutput].every((limit) => limit === null || typeof limit === 'number') &&
    (expiration === null || typeof expiration === 'string');
  return isUsable ? (stored as unknown as SeenFacts) : null;
}

function isPrices(value: unknown): boolean {
  return isRecord(value) && Object.values(value).every(isPrice);
}

function isPrice(value: unknown): boolean {
  if (!isRecord(value)) return false;
  const { kind, usd, text, unit } = value;
  if (kind === 'amount') return typeof usd === 'string' && DECIMAL.test(usd) && typeof unit === 'string';
  return PRICE_KINDS.has(kind) && (kind !== 'unstated' || typeof text === 'string');
}

function isTier(value: unknown): boolean {
  return (
    isRecord(value) && Array.isArray(value.when) && value.when.every(isCondition) && isPrices(value.prices)
  );
}

function isCondition(value: unknown): value is Condition {
  return isRecord(value) && typeof value.kind === 'string';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
