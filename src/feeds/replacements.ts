import { alternativesAmong, type Alternatives } from '../catalog/alternatives.ts';
import type { Model } from '../catalog/model.ts';
import { once } from '../catalog/once.ts';
import type { History } from '../history/history.ts';
import { replacementFor, type Replacement } from '../site/replacement.ts';

/** Chooses replacements from the models that feeds cover. */
export function replacementsAmong(
  models: readonly Model[],
  history: Pick<History, 'successorOf'>,
): (model: Model) => Replacement | null {
  const listed = new Map(models.map((model) => [model.id, model]));
  // Most feeds need none.
  const found = once(() => alternativesAmong(models));
  const alternatives: Pick<Alternatives, 'sameFor' | 'closestTo'> = {
    sameFor: (model) => found().sameFor(model),
    closestTo: (model) => found().closestTo(model),
  };
  return (model) => replacementFor(model, { history, listed, alternatives });
}
