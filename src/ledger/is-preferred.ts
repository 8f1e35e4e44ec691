import type { Scope } from '../catalog/snapshot.ts';

/** The tie-break between two captures of the same instant. */
export interface Rival {
  readonly scope: Scope;
  /** Number of entries in the capture. */
  readonly size: number;
  /** Its content as text, the same for equal captures. */
  readonly text: string;
}

/**
 * Whether `a` is kept instead of `b`: the wider scope wins, then the larger size, then the text that sorts
 * first.
 */
export function isPreferred(a: Rival, b: Rival): boolean {
  if (a.scope !== b.scope) return a.scope === 'all';
  return a.size === b.size ? a.text <= b.text : a.size > b.size;
}
