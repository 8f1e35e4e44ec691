import { DAY_MINUTES } from '../catalog/day.ts';
import type { Condition, TierFacts } from '../catalog/facts.ts';
import { WEEK } from '../catalog/tiers.ts';
import { pricesOf } from './prices.ts';
import { WIRE_PRICE_KEYS, type WireOverride, type WireRow } from './wire.ts';

const CONDITION_KEYS = ['min_prompt_tokens', 'utc_start', 'utc_end', 'utc_days'];
const READABLE_KEYS: ReadonlySet<string> = new Set([...CONDITION_KEYS, ...WIRE_PRICE_KEYS]);
const DAYS: readonly string[] = WEEK;

interface ReadTiers {
  readonly tiers: readonly TierFacts[];
  /** Positions of the entries with an unreadable condition. They must not be applied. */
  readonly skipped: readonly number[];
}

/** Reads upstream's conditional prices, in order. */
export function readTiers(pricing: WireRow['pricing']): ReadTiers {
  const tiers: TierFacts[] = [];
  const skipped: number[] = [];
  for (const [index, override] of (pricing.overrides ?? []).entries()) {
    const when = conditionsOf(override, pricing);
    if (when === null) skipped.push(index);
    else tiers.push({ when, prices: pricesOf(override) });
  }
  return { tiers, skipped };
}

/** `null`: a condition of the entry is unknown or unreadable. */
function conditionsOf(override: WireOverride, pricing: WireRow['pricing']): readonly Condition[] | null {
  // A key that the base price also has is a price we do not know; any other unknown key may be a condition.
  const isReadable = (key: string): boolean => READABLE_KEYS.has(key) || Object.hasOwn(pricing, key);
  if (!Object.keys(override).every(isReadable)) return null;
  const readings = [promptCondition(override), windowCondition(override), daysCondition(override)];
  return readings.includes('unreadable')
    ? null
    : readings.filter((reading) => reading !== null && reading !== 'unreadable');
}

/** A condition, `null` for no condition, or a condition that is invalid. */
type Reading = Condition | null | 'unreadable';

function promptCondition({ min_prompt_tokens: tokens }: WireOverride): Reading {
  if (tokens == null) return null;
  return tokens >= 0 ? { kind: 'prompt-above', tokens } : 'unreadable';
}

function windowCondition({ utc_start, utc_end }: WireOverride): Reading {
  if (utc_start == null && utc_end == null) return null;
  const start = minutesOf(utc_start ?? 0);
  const end = minutesOf(utc_end ?? 0);
  if (start === null || end === null || start === DAY_MINUTES) return 'unreadable';
  return { kind: 'utc-window', start, end: end === 0 ? DAY_MINUTES : end };
}

function daysCondition({ utc_days: days }: WireOverride): Reading {
  if (days == null) return null;
  return days.length > 0 && days.every((day) => DAYS.includes(day))
    ? { kind: 'utc-days', days }
    : 'unreadable';
}

/** `1030` (10:30 as a number) → 630. */
function minutesOf(hhmm: number): number | null {
  const [hours, minutes] = [Math.floor(hhmm / 100), hhmm % 100];
  const total = hours * 60 + minutes;
  const isClock = Number.isInteger(hhmm) && hhmm >= 0 && minutes < 60 && total <= DAY_MINUTES;
  return isClock ? total : null;
}
