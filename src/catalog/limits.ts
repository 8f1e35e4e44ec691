import type { Model } from './model.ts';

type Limits = Pick<Model, 'context' | 'maxOutput'>;

/**
 * The longest possible answer in tokens: the listed max output, or the context where that is shorter; `null`
 * if no max output is listed.
 */
export function usableMaxOutput({ context, maxOutput }: Limits): number | null {
  if (!maxOutput) return null;
  return context ? Math.min(context, maxOutput) : maxOutput;
}

/** Whether the listed max output exceeds the context, which is then the limit. */
export function isMaxOutputCut({ context, maxOutput }: Limits): boolean {
  return Boolean(context && maxOutput && maxOutput > context);
}
