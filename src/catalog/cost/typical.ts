import type { Decimal } from '../decimal.ts';
import type { Model } from '../model.ts';
import { costedOf, costing, type Cost, type Costed } from './cost.ts';
import { WORKLOAD_PRESETS, NO_WORKLOAD, type Workload } from './workload.ts';

/** Ten million input tokens a month, for models without text output. */
const INPUT_ALONE: Workload = { ...NO_WORKLOAD, inputTokens: 1000, requestsPerMonth: 10_000 };

/** The workload for comparisons if the reader has set none. */
export function typicalWorkload({ givesText }: Pick<Costed, 'givesText'>): Workload {
  return givesText ? WORKLOAD_PRESETS.chat.workload : INPUT_ALONE;
}

/** The cost of the typical workload on a model. */
export function typicalCost(model: Model): Cost {
  const costed = costedOf(model);
  return costed.givesText ? chatCost(costed) : inputCost(costed);
}

/** US dollars a month for the typical workload; `null` for a model without a cost. */
export function typicalUsd(model: Model): Decimal | null {
  const cost = typicalCost(model);
  return cost.kind === 'cost' ? cost.usd : null;
}

const chatCost = costing(typicalWorkload({ givesText: true }));
const inputCost = costing(typicalWorkload({ givesText: false }));
