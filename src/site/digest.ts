import { createHash } from 'node:crypto';

const LENGTH = 12;

/** A short hash that distinguishes the files of one build from those of another. */
export function digest(text: string): string {
  return createHash('sha256').update(text).digest('base64url').slice(0, LENGTH);
}
