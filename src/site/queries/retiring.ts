import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { hasPassed } from '../../catalog/removal.ts';
import { modelById, snapshot } from './catalog.ts';

/** Listed models with a removal date, each with the first to be removed first. */
interface RetiringModels {
  /** The day is still to come, or is the day of the capture. */
  readonly coming: readonly Model[];
  /** The day has passed without the model being removed. */
  readonly passed: readonly Model[];
}

export const retiringModels = once(async (): Promise<RetiringModels> => {
  const { capturedAt } = await snapshot();
  const retiring = [...(await modelById()).values()]
    .filter(({ expiration }) => expiration !== null)
    .sort((a, b) => (`${a.expiration ?? ''} ${a.id}` < `${b.expiration ?? ''} ${b.id}` ? -1 : 1));
  const { coming = [], passed = [] } = Object.groupBy(retiring, ({ expiration }) =>
    hasPassed(expiration ?? '', capturedAt) ? 'passed' : 'coming',
  );
  return { coming, passed };
});
