import type { ActionModel } from '../../row-actions/client/row-actions.ts';
import { rememberFacts } from './remember-facts.ts';
import { changeStars, starred, withoutStar, withStar } from './starred.ts';

/** Stars a model, and keeps its facts, or removes its star. Loaded with the first press of a star. */
export function toggleStar(model: ActionModel): void {
  const now = new Date().toISOString();
  changeStars((models) =>
    models.some(({ id }) => id === model.id) ? withoutStar(models, model.id) : withStar(models, model, now),
  );
  // Without them, the next visit of the list keeps the facts.
  if (starred().some(({ id }) => id === model.id)) rememberFacts(model.id).catch(() => undefined);
}
