import type { Condition } from './facts.ts';
import type { Model } from './model.ts';
import type { Prices, Tier } from './price.ts';

export const WEEK = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;

/** A time of the week in UTC. Some prices depend on it. */
export interface Moment {
  /** 0–1439. */
  readonly minutes: number;
  /** As upstream spells it: `monday`. */
  readonly day: string;
}

/** The properties of a request that its price depends on. */
export interface Usage {
  /** Tokens of the whole prompt, including cached ones. */
  readonly promptTokens: number;
  /**
   * Without it, tiers that depend on the time do not apply and the base price holds: the price at the time of
   * the capture.
   */
  readonly at?: Moment;
}

type Priced = Pick<Model, 'prices' | 'tiers'>;

/**
 * The prices of one request: every tier whose conditions all hold applies in turn, and later tiers override
 * earlier ones per key.
 */
export function priceAt({ prices, tiers }: Priced, usage: Usage): Prices {
  return tiers
    .filter((tier) => tier.when.every((condition) => holds(condition, usage)))
    .reduce(apply, prices);
}

export function momentOf(isoTime: string): Moment {
  const time = new Date(isoTime);
  return {
    minutes: time.getUTCHours() * 60 + time.getUTCMinutes(),
    // The week of Date starts on Sunday.
    day: WEEK[(time.getUTCDay() + 6) % 7] ?? WEEK[0],
  };
}

/** Whether the price depends on the hour or the day. */
export function isTimePriced({ tiers }: Pick<Model, 'tiers'>): boolean {
  return tiers.some((tier) => tier.when.some((condition) => condition.kind !== 'prompt-above'));
}

function holds(condition: Condition, { promptTokens, at }: Usage): boolean {
  switch (condition.kind) {
    case 'prompt-above':
      return promptTokens > condition.tokens;
    case 'utc-window':
      return at !== undefined && isWithin(at.minutes, condition.start, condition.end);
    case 'utc-days':
      return at !== undefined && condition.days.includes(at.day);
  }
}

/** Start inclusive, end exclusive; a window whose end is not after its start wraps past midnight. */
function isWithin(minutes: number, start: number, end: number): boolean {
  return start < end ? minutes >= start && minutes < end : minutes >= start || minutes < end;
}

function apply(prices: Prices, tier: Tier): Prices {
  const { input, output, ...extra } = { ...prices, ...tier.prices };
  const billed = Object.entries(extra).filter(([, price]) => price.kind !== 'none');
  return { input, output, ...Object.fromEntries(billed) };
}
