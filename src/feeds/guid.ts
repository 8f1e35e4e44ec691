import { createHash } from 'node:crypto';
import type { Change } from '../history/change.ts';

/** Sets our names apart from everybody else's; any UUID would do, as long as it never changes. */
const NAMESPACE = '5f1c9f0e-6a5e-4f0b-9a5c-2f6f1d3c7a41';

/**
 * The guid of a change. It is made of the capture before the change, not of the one that found it: builds from live captures
 * that were never recorded find the same change again and again, each at a time of its own.
 */
export function guidOfChange(change: Change): string {
  const { between, id, kind } = change;
  return guidOf(['change', between.after, id, kind, ...(kind === 'blip' ? [change.since] : [])]);
}

/** A name-based UUID (version 5) as a URN: the same parts always give the same one. */
export function guidOf(parts: readonly (string | null)[]): string {
  const bytes = createHash('sha1')
    .update(Buffer.from(NAMESPACE.replaceAll('-', ''), 'hex'))
    .update(JSON.stringify(parts))
    .digest()
    .subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x50, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return `urn:uuid:${[
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')}`;
}
