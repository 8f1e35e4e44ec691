import { alternativeOf, whyNotCompared, type Alternative } from '../../../catalog/alternatives.ts';
import { closestOf, isCheaper, nearestTo, pick, stepsFrom } from '../../../catalog/choice.ts';
import { traitsOf } from '../../../catalog/closeness.ts';
import type { Cost } from '../../../catalog/cost/cost.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import { splitId } from '../../../catalog/id.ts';
import type { Model } from '../../../catalog/model.ts';
import { modelIn } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { readMostUsed } from '../../../search/index/most-used-file.ts';
import { buildFileLoader } from '../../base/client/build-file.ts';
import { loadRecord } from '../../base/client/load-record.ts';
import type { CostOf } from '../../workload/client/cost-data.ts';

/** What stands beside a model at a workload. */
export interface Choice {
  readonly own: Model;
  /** Why it is not compared; `null` where it is. */
  readonly reason: string | null;
  readonly same: readonly Alternative[];
  readonly near: readonly Alternative[];
  readonly steps: readonly Alternative[];
}

const loadMostUsed = buildFileLoader(readMostUsed);

/** By the same rules as when the page was built. `address` is that of the file of the most used models. */
export async function choose(
  record: ModelRecord,
  cost: Cost,
  costOf: CostOf,
  address: string,
): Promise<Choice> {
  const own = modelIn(record);
  const usdOf = (id: string): Decimal | null => usdIn(costOf(id));
  const usd = usdIn(cost);
  const { same_features: same = [], family = [] } = record.alternatives ?? {};
  const steps = stepsFrom(
    { usd },
    family.map(({ id, has_all: isUp, takes_all: isDown }) => ({ id, isUp, isDown, usd: usdOf(id) })),
  );
  const [up, down] = await compare(
    own,
    [steps.up, steps.down].map((step) => step?.id ?? null),
    usdOf,
  );
  const reason = whyNotCompared(own, cost);
  const traits = traitsOf(own);
  const none = { own, reason, same: [], near: [], steps: [up, down].flatMap((step) => step ?? []) };
  if (reason !== null || traits === null) return none;
  const priced = { ...traits, usd };
  const candidates = same.map((id) => ({ id, author: splitId(id)?.author ?? id, usd: usdOf(id) }));
  const picked = pick(candidates, (other) => isCheaper(priced, other));
  const mostUsed = (await loadMostUsed(address)).map((other) => ({ ...other, usd: usdOf(other.id) }));
  const nearest = nearestTo(priced, mostUsed, ({ id }) => same.includes(id));
  const [cheaper, compared] = await Promise.all([
    compare(
      own,
      picked.map(({ id }) => id),
      usdOf,
    ),
    compare(
      own,
      nearest.map(({ other }) => other.id),
      usdOf,
    ),
  ]);
  const near = closestOf(
    nearest.flatMap((one, place) => {
      const found = compared[place];
      return found ? [{ ...one, found }] : [];
    }),
  );
  return { ...none, same: cheaper.flatMap((found) => found ?? []), near };
}

function usdIn(cost: Cost): Decimal | null {
  return cost.kind === 'cost' ? cost.usd : null;
}

/** What is gained and lost with each; `null` for none, and for one whose record could not be loaded. */
function compare(
  own: Model,
  ids: readonly (string | null)[],
  usdOf: (id: string) => Decimal | null,
): Promise<readonly (Alternative | null)[]> {
  return Promise.all(
    ids.map(async (id) => {
      const usd = id === null ? null : usdOf(id);
      const loaded = id === null ? null : await loadRecord(id);
      return usd !== null && loaded?.record ? alternativeOf(own, modelIn(loaded.record), usd) : null;
    }),
  );
}
