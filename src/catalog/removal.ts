import { date } from './dates.ts';
import type { Model } from './model.ts';

/** Upstream's date for "never". */
const NEVER = '2098-12-31';

/** The removal day from upstream; `null` if no removal is planned. */
export function removalDay(written: string | null): string | null {
  return written === NEVER ? null : written;
}

/**
 * Whether a scheduled day is before the day of `now`, an ISO time. On the day itself the removal is still
 * pending.
 */
export function hasPassed(day: string, now: string): boolean {
  return day < now.slice(0, 10);
}

/**
 * `Scheduled removal on Aug 24, 2026.` or `Scheduled removal on Aug 1, 2026 has passed; still listed as of
 * Aug 22, 2026.` For a `:free` row: `The free offer is scheduled to end on …`. `null` without a removal day.
 */
export function removalSentence(
  { expiration, variant }: Pick<Model, 'expiration' | 'variant'>,
  now: string,
): string | null {
  if (expiration === null) return null;
  const isOffer = variant === 'free';
  const day = date(expiration);
  if (!hasPassed(expiration, now)) {
    return isOffer ? `The free offer is scheduled to end on ${day}.` : `Scheduled removal on ${day}.`;
  }
  const what = isOffer ? 'Scheduled end of the free offer' : 'Scheduled removal';
  return `${what} on ${day} has passed; still listed as of ${date(now)}.`;
}
