import { integer } from '../figures.ts';
import { PRICE_KEYS, type PriceKey } from '../price-keys.ts';
import type { Price } from '../price.ts';
import type { Costed } from './cost.ts';
import type { Workload } from './workload.ts';

/** Why a model has no cost, as sentences. */

/** Why the workload does not fit the model; `null` when it fits, as far as the limits are known. */
export function misfitOf(model: Costed, workload: Workload): string | null {
  const { context, maxOutput } = model;
  const answer = workload.outputTokens + (model.canReason ? workload.thinkingTokens : 0);
  const needed = workload.inputTokens + answer;
  if (!model.givesText && answer > 0) return 'It gives no text, so an answer in tokens has no price.';
  if (context && needed > context) {
    return `A request needs ${integer(needed)} tokens, and the context is ${integer(context)}.`;
  }
  if (maxOutput && answer > maxOutput) {
    return `An answer needs ${integer(answer)} tokens, and the max output is ${integer(maxOutput)}.`;
  }
  return null;
}

/** Why a price is not a number; `null` if it is one, or if the model does not bill the use. */
export function gapOf(price: Price, key: PriceKey): string | null {
  const label = PRICE_KEYS[key].label.toLowerCase();
  switch (price.kind) {
    case 'amount':
    case 'free':
      return null;
    case 'none':
      return key === 'webSearch' ? 'OpenRouter lists no price for a web search by this model.' : null;
    case 'dynamic':
      return 'The price depends on the model that answers.';
    case 'unknown':
      return `The ${label} price is not known. ${price.reason}`;
    case 'unstated':
      return `The unit of the ${label} price is not stated.`;
  }
}
