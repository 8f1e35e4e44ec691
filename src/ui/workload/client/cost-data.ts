import { costing, type Cost, type Costed } from '../../../catalog/cost/cost.ts';
import type { Workload } from '../../../catalog/cost/workload.ts';
import { readCosts, type CostData, type CostsFile } from '../../../search/index/costs-file.ts';

/** The site was rebuilt after the page was opened. */
export class OtherBuild extends Error {
  override name = 'OtherBuild';
}

/** The cost of a model by its id. */
export type CostOf = (id: string) => Cost;

const NOT_IN_FILE: Cost = { kind: 'none', reason: 'The prices of this model could not be read.' };

const loading = new Map<string, Promise<CostData>>();

/**
 * What the costs of a list depend on, loaded once. `address` ends in the build of the page. Rejects if
 * loading fails; the next call retries.
 */
export function loadCosts(address: string): Promise<CostData> {
  const known = loading.get(address);
  if (known) return known;
  const started = fetchCosts(address);
  loading.set(address, started);
  started.catch(() => loading.delete(address));
  return started;
}

async function fetchCosts(address: string): Promise<CostData> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
  const file = (await answer.json()) as CostsFile;
  if (!address.endsWith(`?${file.build}`)) throw new OtherBuild(`${address} is of build ${file.build}.`);
  return readCosts(file);
}

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
