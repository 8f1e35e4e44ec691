import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { hasPassed } from '../../catalog/removal.ts';
import { modelById, snapshot } from './catalog.ts';

/** Listed models with a removal date, earliest date first. */
interface RetiringModels {
  /** The date is the day of the capture or later. */
  readonly coming: readonly Model[];
  /** The date has passed, but the model is still listed. */
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
