import { costing, type Cost, type Costed } from '../../../catalog/cost/cost.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { readCosts, type CostData, type CostsFile } from '../../../search/index/costs-file.ts';
import { buildFileLoader } from '../../base/client/build-file.ts';

/** The cost of a model by its id. */
export type CostOf = (id: string) => Cost;

const NOT_IN_FILE: Cost = { kind: 'none', reason: 'The prices of this model could not be read.' };

/** Loads what the costs of a list depend on. */
export const loadCosts = buildFileLoader<CostsFile, CostData>(readCosts);

/** The costs of one workload; models with the same prices are computed once. */
export function costsFor({ models }: CostData, workload: Workload): CostOf {
  const price = costing(workload);
  const known = new Map<Costed, Map<Costed | null, Cost>>();
  return (id) => {
    const model = models.get(id);
    if (model === undefined) return NOT_IN_FILE;
    const batch = workload.isBatch ? (models.get(`${id}:batch`) ?? null) : null;
    const costs = known.get(model) ?? new Map<Costed | null, Cost>();
    known.set(model, costs);
    const cost = costs.get(batch) ?? price(model, batch);
    costs.set(batch, cost);
    return cost;
  };
}
