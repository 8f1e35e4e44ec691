import type { Scope } from '../catalog/snapshot.ts';

/** What decides between two captures of the same instant. */
export interface Rival {
  readonly scope: Scope;
  /** How much the capture holds. */
  readonly size: number;
  /** Its content, the same for equal captures. */
  readonly text: string;
}

/** Whether `a` is kept rather than `b`: the wider scope, then the one that holds more, then the one whose text sorts first. */
export function isPreferred(a: Rival, b: Rival): boolean {
  if (a.scope !== b.scope) return a.scope === 'all';
  return a.size === b.size ? a.text <= b.text : a.size > b.size;
}
