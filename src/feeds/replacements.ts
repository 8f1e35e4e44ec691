import { alternativesAmong, type Alternative } from '../catalog/alternatives.ts';
import type { Model } from '../catalog/model.ts';
import type { History } from '../history/history.ts';
import { replacementFor, type Replacement } from '../site/replacement.ts';

/** Chooses replacements from the models that feeds cover. */
export function replacementsAmong(
  models: readonly Model[],
  history: Pick<History, 'successorOf'>,
): (model: Model) => Replacement | null {
  const listed = new Map(models.map((model) => [model.id, model]));
  let find: ((model: Model) => readonly Alternative[]) | undefined;
  const alternativesTo = (model: Model): readonly Alternative[] =>
    (find ??= alternativesAmong(models))(model);
  return (model) => replacementFor(model, { history, listed, alternativesTo });
}
