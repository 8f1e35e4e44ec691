import type { Model } from '../catalog/model.ts';
import { readPrices, readTierPrices } from '../catalog/price.ts';
import type { Reading } from './fold.ts';
import { shortAbsenceSteps } from './reversions.ts';

/** The prices and limits of a model from `from` until the next step. */
export interface TermStep extends Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'> {
  /** ISO time. */
  readonly from: string;
  /** `false`: not listed for more than a week from then on. */
  readonly isListed: boolean;
}

/**
 * The steps at which prices, limits or listing changed, oldest first. The prices are those of charts: with
 * reversions, without changes between time windows.
 */
export function termSteps({
  id,
  steps,
  absences,
}: Pick<Reading, 'id' | 'steps' | 'absences'>): readonly TermStep[] {
  const shortAbsences = shortAbsenceSteps(absences);
  const all: TermStep[] = [];
  let last = '';
  for (const { step, drawn } of steps) {
    const facts = { ...step.facts, prices: drawn };
    const terms = {
      prices: readPrices(id, facts),
      tiers: (facts.tiers ?? []).map(({ when, prices }) => ({
        when,
        prices: readTierPrices(prices, id, facts),
      })),
      // Upstream also writes 0 for "not stated".
      context: facts.context || null,
      maxOutput: facts.maxOutput || null,
      isListed: step.isListed || shortAbsences.has(step),
    };
    const print = JSON.stringify(terms);
    if (print !== last) all.push({ from: step.by, ...terms });
    last = print;
  }
  return all;
}
