import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { compareText } from '../../catalog/order.ts';
import { hasPassed } from '../../catalog/removal.ts';
import { modelById, models, snapshot } from './catalog.ts';
import { replacementOf } from './replacements.ts';

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

interface RetiringModel {
  readonly model: Model;
  /** The removal date, `YYYY-MM-DD`. */
  readonly day: string;
  /** A possible replacement. */
  readonly replacement: Model | null;
}

/** Every model with a removal date: earliest date first, on one day most used first, passed ones last. */
export const retiringByUse = once(async (): Promise<readonly RetiringModel[]> => {
  const [{ coming, passed }, byUse] = await Promise.all([retiringModels(), models()]);
  const places = new Map(byUse.map(({ id }, place) => [id, place]));
  const placeOf = ({ id }: Model): number => places.get(id) ?? 0;
  const sorted = [coming, passed].flatMap((some) =>
    [...some].sort((a, b) => compareText(a.expiration ?? '', b.expiration ?? '') || placeOf(a) - placeOf(b)),
  );
  return Promise.all(
    sorted.map(async (model) => ({
      model,
      day: model.expiration ?? '',
      replacement: (await replacementOf(model))?.model ?? null,
    })),
  );
});
