import { costing } from '../../../../catalog/cost/cost.ts';
import { presetOf } from '../../../../catalog/cost/workload-words.ts';
import type { Workload } from '../../../../catalog/cost/workload.ts';
import type { Decimal } from '../../../../catalog/decimal.ts';
import type { Cost } from '../../../../catalog/cost/cost.ts';
import { costUsd, exactUsd, shortTokens } from '../../../../catalog/format.ts';
import { costedIn } from '../../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';
import { amountCell, isListed, missingCell, type Cell, type Row } from './cell.ts';

/** The cost of the workload on each model, in their order. */
function costsOf(records: readonly ModelRecord[], workload: Workload): Cost[] {
  const costOf = costing(workload);
  return records.map((record) => {
    const batch = record.variants.find(({ variant }) => variant === 'batch');
    return costOf(costedIn(record, record), batch ? costedIn(record, batch) : null);
  });
}

/** US dollars a month by id, of the models that have a cost. */
export function costsById(records: readonly ModelRecord[], workload: Workload): ReadonlyMap<string, Decimal> {
  const costs = costsOf(records, workload);
  return new Map(
    records.flatMap(({ id }, place) => {
      const cost = costs[place];
      return cost?.kind === 'cost' ? [[id, cost.usd] as const] : [];
    }),
  );
}

export function costRow(records: readonly ModelRecord[], workload: Workload): Row {
  const costs = costsOf(records, workload);
  return {
    label: `Cost a month, ${presetOf(workload)?.label ?? 'your workload'}`,
    best: 'lowest',
    ratio: 'price',
    cells: records.map((record, place) => costCell(record, costs[place] ?? NONE, workload)),
  };
}

const NONE: Cost = { kind: 'none', reason: '' };

function costCell(record: ModelRecord, cost: Cost, workload: Workload): Cell {
  if (cost.kind === 'none') return missingCell('no cost', [cost.reason]);
  const { usd, range, tierAbove, isBatch } = cost;
  return amountCell(usd, costUsd(usd), {
    exact: exactUsd(usd),
    notes: [
      ...(range === null ? [] : [`${costUsd(range.lowest)} to ${costUsd(range.highest)} by the hour`]),
      ...(tierAbove === null ? [] : [`prices above ${shortTokens(tierAbove)}`]),
      ...(isBatch ? ['batch prices'] : workload.isBatch ? ['no batch variant: usual prices'] : []),
      ...(isListed(record) ? [] : ['at its last prices']),
    ],
  });
}
