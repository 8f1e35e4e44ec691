import { hash } from 'node:crypto';
import type { Change } from '../history/change.ts';
import type { Finding } from './feed-changes.ts';

/** Separates our UUIDs from those of other sites. Any text works, but it must never change. */
const NAMESPACE = '5f1c9f0e-6a5e-4f0b-9a5c-2f6f1d3c7a41';

/** The word for a reversion in guids. Changing it would make feed readers show every old reversion again. */
const REVERSION = 'blip';

/**
 * The identity of a change. It uses the capture before the change, not the one that found it: builds from
 * unrecorded live captures find the same change again and again, each at a different time.
 */
export function keyOfChange(change: Change): string {
  const { between, id, kind } = change;
  const own = kind === 'reversion' ? [REVERSION, change.since] : [kind];
  return keyOf(['change', between.after, id, ...own]);
}

/**
 * The identity of a finding. A model that was unlisted or
 * not asked for in the previous capture has an earlier `after`, so the latest one counts. Captures of two
 * scopes can share a key.
 */
export function keyOfFinding({ baseId, groups }: Finding): string {
  const changes = groups.flat();
  const after = changes.map(({ between }) => between.after ?? '').reduce((a, b) => (a > b ? a : b));
  return keyOf(['find', after, groups[0][0].scope, baseId]);
}

/** Joins several parts into one text. Different parts give a different text. */
export function keyOf(parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}

/** A version 8 UUID made from a key: the same key always gives the same UUID. */
export function uuidOf(key: string): string {
  const digest = hash('sha1', `${NAMESPACE} ${key}`, 'hex');
  const variant = '89ab'.charAt(Number.parseInt(digest.charAt(16), 16) % 4);
  return [
    digest.slice(0, 8),
    digest.slice(8, 12),
    `8${digest.slice(13, 16)}`,
    `${variant}${digest.slice(17, 20)}`,
    digest.slice(20, 32),
  ].join('-');
}
