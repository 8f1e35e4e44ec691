import type { Cost } from '../../catalog/cost/cost.ts';
import type { Workload } from '../../catalog/cost/workload.ts';
import { costUsd } from '../../catalog/figures.ts';
import { typicalWords } from './alternatives.ts';

/**
 * `$7.00 a month for a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month.` `isPast`: the
 * prices are the last known.
 */
export function typicalCostWords(cost: Cost, workload: Workload, isPast: boolean): string {
  const typical = typicalWords(workload);
  if (cost.kind === 'none') return `No cost for ${typical}. ${cost.reason}`;
  return `${costUsd(cost.usd)} a month${isPast ? ', at its last prices,' : ''} for ${typical}.`;
}
