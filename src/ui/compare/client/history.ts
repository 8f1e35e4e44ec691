import type { Workload } from '../../../catalog/cost/workload.ts';
import { amountKey, isZero, toNumber, type Decimal } from '../../../catalog/decimal.ts';
import { usdOf } from '../../../catalog/price.ts';
import { moveBetween } from '../../../catalog/price-change.ts';
import { change, costUsd, exactUsd } from '../../../catalog/format.ts';
import { readPricesRecord } from '../../../outputs/record/read.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import type { Series } from '../../../site/charts/overlay-chart.ts';
import { monthCosts } from '../../model-cost/client/month-costs.ts';
import type { ChartKey } from './compare-address.ts';

/** An amount from an ISO time on. */
interface Point {
  readonly from: string;
  /** `null`: no number, or not listed. */
  readonly usd: Decimal | null;
  readonly isListed: boolean;
  /** Why a workload has no cost, as a sentence, or empty. */
  readonly reason: string;
}

/** The amounts of a model over time, oldest first, without repeated ones. */
export interface Past {
  readonly record: ModelRecord;
  readonly points: readonly Point[];
  /** ISO time: now, or the last capture that listed it. */
  readonly end: string;
}

/** One line of the table of changes. */
export interface ChangeLine {
  readonly from: string;
  readonly amount: string;
  /** `↓ 50%`, `first seen`, or why there is no cost. */
  readonly change: string;
  readonly isReason: boolean;
  readonly tone: 'down' | 'up' | null;
}

/**
 * Input or output prices at each change, or the cost of the workload at the prices of each month's end.
 * Models without history have no points.
 */
export function pastOf(record: ModelRecord, key: ChartKey, workload: Workload | null): Past {
  const points = (key === 'cost' ? costPoints(record, workload) : pricePoints(record, key)).map((point) => ({
    ...point,
    usd: point.usd === null ? null : amountKey(point.usd),
  }));
  const keyOf = ({ usd, isListed, reason }: Point): string => JSON.stringify([usd, isListed, reason]);
  return {
    record,
    points: points.filter((point, place) => {
      const before = points[place - 1];
      return before === undefined || keyOf(before) !== keyOf(point);
    }),
    end: endOf(record),
  };
}

function pricePoints({ history }: ModelRecord, key: 'input' | 'output'): readonly Point[] {
  return (history?.steps ?? []).map(({ from, prices, is_listed: isListed }) => ({
    from,
    usd: isListed ? usdOf(readPricesRecord(prices)[key]) : null,
    isListed,
    reason: '',
  }));
}

function costPoints(record: ModelRecord, workload: Workload | null): readonly Point[] {
  if (workload === null || record.history === null) return [];
  // The history of a batch variant is in a record of its own.
  const costs = monthCosts(record, { ...workload, isBatch: false }).map(({ at, cost }): Point => {
    const isKnown = cost.kind === 'cost';
    return { from: at, usd: isKnown ? cost.usd : null, isListed: true, reason: isKnown ? '' : cost.reason };
  });
  const gaps = record.history.steps.flatMap(({ from, is_listed: isListed }) =>
    isListed ? [] : [{ from, usd: null, isListed, reason: '' }],
  );
  return [...costs, ...gaps].sort((a, b) => (a.from < b.from ? -1 : 1));
}

function endOf({ status, captured_at: now }: ModelRecord): string {
  return status.kind === 'retired' || status.kind === 'not-asked-for' ? status.last_seen : now;
}

/** The lines of a chart, each with the name of its model. `from` cuts off what was before an ISO time. */
export function seriesOf(pasts: readonly Past[], from: string | null): readonly Series[] {
  return pasts.map(({ record, points, end }) => ({
    label: record.name,
    points: (from !== null && end < from ? [] : since(points, from)).map(({ from: time, usd }) => ({
      from: time,
      value: usd === null ? null : toNumber(usd),
    })),
    end,
  }));
}

function since(points: readonly Point[], from: string | null): readonly Point[] {
  if (from === null) return points;
  const before = points.findLast((point) => point.from < from);
  return [...(before ? [{ ...before, from }] : []), ...points.filter((point) => point.from >= from)];
}

export function changeLines({ points }: Past, key: ChartKey): readonly ChangeLine[] {
  return points.map(({ from, usd, isListed, reason }, place) => {
    const { ratio, direction } = moveBetween(points[place - 1]?.usd ?? null, usd);
    return {
      from,
      amount: amountWords(usd, isListed, key),
      change:
        reason !== ''
          ? reason
          : place === 0
            ? 'first seen'
            : ratio === null
              ? (MOVES[direction] ?? '')
              : change(ratio),
      isReason: reason !== '',
      tone: TONES[direction] ?? null,
    };
  });
}

function amountWords(usd: Decimal | null, isListed: boolean, key: ChartKey): string {
  if (usd === null) return !isListed ? 'not listed' : key === 'cost' ? 'no cost' : 'no number';
  if (isZero(usd)) return 'free';
  return key === 'cost' ? costUsd(usd) : exactUsd(usd);
}

const MOVES: Readonly<Record<string, string>> = {
  'became-free': 'became free',
  'became-paid': 'no longer free',
};
const TONES: Readonly<Record<string, 'down' | 'up'>> = {
  drop: 'down',
  'became-free': 'down',
  rise: 'up',
  'became-paid': 'up',
};
