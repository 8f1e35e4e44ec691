import { alternativeOf, whyNotCompared, type Alternative } from '../../catalog/alternatives.ts';
import { typicalCost, typicalUsd } from '../../catalog/cost/typical.ts';
import type { Decimal } from '../../catalog/decimal.ts';
import type { Model } from '../../catalog/model.ts';
import { typicalSteps } from '../family-steps.ts';
import { alternatives, familySteps } from './catalog.ts';

/** The models beside a model on its page, at the typical workload. */
interface ShownAlternatives {
  /** US dollars a month of the model itself; `null` where it has no cost. */
  readonly usd: Decimal | null;
  /** Why it is not compared, as a sentence; `null` where it is. */
  readonly reason: string | null;
  readonly same: readonly Alternative[];
  readonly near: readonly Alternative[];
  /** A step up and a step down in the family. */
  readonly steps: readonly Alternative[];
}

export async function shownAlternatives(model: Model): Promise<ShownAlternatives> {
  const [{ sameFor, nearFor }, stepsOf] = await Promise.all([alternatives(), familySteps()]);
  const usd = typicalUsd(model);
  const reason = whyNotCompared(model, typicalCost(model));
  if (usd === null) return { usd, reason, same: [], near: [], steps: [] };
  const { up, down } = typicalSteps(model, stepsOf(model));
  return {
    usd,
    reason,
    same: sameFor(model),
    near: nearFor(model),
    steps: [up, down].flatMap((step) => (step?.usd ? [alternativeOf(model, step.model, step.usd)] : [])),
  };
}
