import { date } from './figures.ts';
import type { Model } from './model.ts';

/** Upstream's way of saying "never". */
const NEVER = '2098-12-31';

/** The day of a removal as upstream writes it; `null` where none is planned. */
export function removalDay(written: string | null): string | null {
  return written === NEVER ? null : written;
}

/** Whether a scheduled day lies before the day of `now`, an ISO time: on the day itself the removal is still to come. */
export function hasPassed(day: string, now: string): boolean {
  return day < now.slice(0, 10);
}

/**
 * `Scheduled removal on 24 Aug 2026.` or `Scheduled removal on 1 Aug 2026 has passed; still listed as of 22 Aug 2026.`, of a `:free`
 * row `The free offer is scheduled to end on …`; `null` where no day is set.
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
