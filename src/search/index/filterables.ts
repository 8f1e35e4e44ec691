import { capabilitiesOf } from '../../catalog/capabilities.ts';
import { CATEGORY_NAMES } from '../../catalog/categories.ts';
import { amountKey } from '../../catalog/decimal.ts';
import type { Model } from '../../catalog/model.ts';
import { isFree, isPaid, type Price } from '../../catalog/price.ts';
import type { Filterable, FilterPrice } from '../filterable.ts';

/** Data from outside the model. */
interface Circumstances {
  /** Whether its price has not changed in 90 days; `null` where its history is shorter. */
  readonly isStable: boolean | null;
  /** `YYYY-MM-DD` of its retirement; `null` while it is listed. */
  readonly retired: string | null;
}

/** The filter data of a model. */
export function filterableOf(model: Model, { isStable, retired }: Circumstances): Filterable {
  const isListed = retired === null;
  const hasWeights = model.huggingFaceId !== null;
  return {
    id: model.id,
    author: model.author.slug,
    isVariant: model.variant !== null,
    inputModalities: model.inputModalities,
    outputModalities: model.outputModalities,
    capabilities: capabilitiesOf(model),
    parameters: model.parameters ?? [],
    categories: CATEGORY_NAMES.filter((category) => model.ranks[category] !== undefined),
    input: filterPrice(model.prices.input),
    output: filterPrice(model.prices.output),
    payment: isFree(model.prices) ? 'free' : isPaid(model.prices) ? 'paid' : null,
    // Missing weights were not recorded for retired models.
    hasOpenWeights: hasWeights || isListed ? hasWeights : null,
    context: model.context,
    maxOutput: model.maxOutput,
    addedOn: model.addedAt?.slice(0, 10) ?? null,
    knowledgeCutoff: model.knowledgeCutoff,
    isModerated: model.isModerated,
    isStable,
    isRouter: model.isRouter,
    isRetiring: isListed && model.expiration !== null,
    retired,
  };
}

function filterPrice(price: Price): FilterPrice {
  return price.kind === 'amount' ? amountKey(price.usd) : price.kind;
}
