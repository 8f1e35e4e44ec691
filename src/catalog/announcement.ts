import type { Facts } from './facts.ts';

/** The first day on which upstream sent expiration dates. Of what was removed before, nobody can know whether it was announced. */
export const REMOVAL_DATES_SINCE = '2026-01-16';

/** Whether a removal was announced: for a day (`YYYY-MM-DD`), not at all, or nobody can know. */
export type Announcement =
  | { readonly kind: 'announced'; readonly for: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' };

/** What the facts last known and the last capture that listed the model (ISO time) tell of its removal. */
export function announcementOf({ expiration }: Pick<Facts, 'expiration'>, lastSeen: string): Announcement {
  if (expiration != null) return { kind: 'announced', for: expiration };
  return expiration === null && lastSeen >= REMOVAL_DATES_SINCE ? { kind: 'none' } : { kind: 'unknown' };
}
