import { hash } from 'node:crypto';
import type { Change } from '../history/change.ts';
import type { Find } from './news.ts';

/** Sets our names apart from everybody else's; any text would do, as long as it never changes. */
const NAMESPACE = '5f1c9f0e-6a5e-4f0b-9a5c-2f6f1d3c7a41';

/** What guids call a reversion: with any other word a reader of feeds would show every old one again. */
const REVERSION = 'blip';

/**
 * What tells a change from every other. It is made of the capture before the change, not of the one that found it: builds from
 * live captures that were never recorded find the same change again and again, each at a time of its own.
 */
export function keyOfChange(change: Change): string {
  const { between, id, kind } = change;
  const own = kind === 'reversion' ? [REVERSION, change.since] : [kind];
  return keyOf(['change', between.after, id, ...own]);
}

/**
 * The same for all that one capture found out about a model and its variants. What was not listed, or not asked for, by the
 * capture before has an earlier one of its own, so the last of them counts; captures of two scopes can have the same.
 */
export function keyOfFind({ baseId, changes }: Find): string {
  const after = changes.map(({ between }) => between.after ?? '').reduce((a, b) => (a > b ? a : b));
  return keyOf(['find', after, changes[0].scope, baseId]);
}

/** One text of several parts; other parts make another text. */
export function keyOf(parts: readonly (string | null)[]): string {
  return JSON.stringify(parts);
}

/** A UUID made of a key (version 8): the same key always gives the same one. */
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
