/**
 * Negative, zero or positive as `a` sorts before, level with or after `b`. By code unit, so the same in every
 * locale.
 */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
