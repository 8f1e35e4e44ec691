import type { Facts } from '../../catalog/facts.ts';
import type { ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { snapshot } from './catalog.ts';

/** The facts of each listed model that the ledger stores, in the endpoint's order. */
export const listedFacts = once(
  async (): Promise<ReadonlyMap<ModelId, Facts>> =>
    new Map(JSON.parse((await snapshot()).factsJson) as readonly (readonly [ModelId, Facts])[]),
);
