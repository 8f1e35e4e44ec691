import type { Model } from './model.ts';

type Limits = Pick<Model, 'context' | 'maxOutput'>;

/** The most tokens that an answer can have: the listed max output, or the context where that is shorter; `null` if none is listed. */
export function usableMaxOutput({ context, maxOutput }: Limits): number | null {
  if (!maxOutput) return null;
  return context ? Math.min(context, maxOutput) : maxOutput;
}

/** Whether the listed max output does not fit into the context, which then is the limit. */
export function isMaxOutputCut({ context, maxOutput }: Limits): boolean {
  return Boolean(context && maxOutput && maxOutput > context);
}
