import type { Workload } from '../../../../catalog/cost/workload.ts';
import {
  compareDecimals,
  decimalOf,
  divideDecimals,
  isZero,
  multiplyDecimals,
  type Decimal,
} from '../../../../catalog/decimal.ts';
import { fixed } from '../../../../catalog/figures.ts';
import { comparePrices, percentBetween } from '../../../../catalog/price-difference.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';
import { abilityRows, limitRows, parameterRows } from './ability-rows.ts';
import type { Cell, Group, Row } from './cell.ts';
import { costRow } from './cost-row.ts';
import { benchmarkGroups, detailRows, useAndDateRows } from './fact-rows.ts';
import { priceRows } from './price-rows.ts';

/** How a value compares with that of the reference: `89% cheaper`. `tone` is for prices alone. */
interface Ratio {
  readonly text: string;
  readonly tone: 'down' | 'up' | null;
}

interface MarkedCell extends Cell {
  readonly isBest: boolean;
  readonly ratio: Ratio | null;
}

export interface MarkedRow extends Row {
  readonly isSame: boolean;
  readonly cells: readonly MarkedCell[];
}

export interface MarkedGroup extends Group {
  readonly rows: readonly MarkedRow[];
}

/** From this factor on, a multiple is easier to read than a percentage. */
const MIN_FACTOR = decimalOf(2.5);
const NEAR_LOWEST = decimalOf(1.01);
const NEAR_HIGHEST = decimalOf(0.99);

/** All facts of some models side by side. `reference` is the place of the model that ratios refer to. */
export function matrixOf(
  records: readonly ModelRecord[],
  { workload, reference }: { readonly workload: Workload | null; readonly reference: number },
): MarkedGroup[] {
  const groups: readonly Group[] = [
    { title: 'Cost a month', rows: workload === null ? [] : [costRow(records, workload)] },
    { title: 'Prices, per 1M tokens', rows: priceRows(records) },
    { title: 'Limits, tokens', rows: limitRows(records) },
    { title: 'Modalities and features', rows: abilityRows(records) },
    { title: 'Parameters', rows: parameterRows(records) },
    { title: 'Popularity and dates', rows: useAndDateRows(records) },
    ...benchmarkGroups(records),
    { title: 'Details', rows: detailRows(records) },
  ];
  return groups
    .filter(({ rows }) => rows.length > 0)
    .map((group) => ({ ...group, rows: group.rows.map((row) => markRow(row, reference)) }));
}

/** `23 rows differ, 4 are the same.` */
export function differenceSentence(groups: readonly MarkedGroup[]): string {
  const rows = groups.flatMap((group) => group.rows);
  const same = rows.filter(({ isSame }) => isSame).length;
  const differ = rows.length - same;
  return `${differ} ${differ === 1 ? 'row differs' : 'rows differ'}, ${same} ${same === 1 ? 'is' : 'are'} the same.`;
}

function markRow(row: Row, reference: number): MarkedRow {
  const isSame = row.cells.every(({ key }) => key === row.cells[0]?.key);
  const best = isSame ? new Set<Cell>() : bestAmong(row);
  const base = row.cells[reference];
  return {
    ...row,
    isSame,
    cells: row.cells.map((cell) => ({
      ...cell,
      isBest: best.has(cell),
      ratio: base === undefined || cell === base ? null : ratioTo(base, cell, row.ratio),
    })),
  };
}

/** The best amounts, and those within one percent of them. None where all are as good. */
function bestAmong({ cells, best }: Row): ReadonlySet<Cell> {
  const known = cells.filter((cell) => cell.amount !== null);
  const units = new Set(known.map(({ unit }) => unit));
  const [first, ...more] = known.map(amountOf).sort(compareDecimals);
  const last = more.at(-1);
  if (best === undefined || first === undefined || last === undefined || units.size > 1) return new Set();
  const isBest =
    best === 'lowest'
      ? (amount: Decimal) => compareDecimals(amount, multiplyDecimals(first, NEAR_LOWEST)) <= 0
      : (amount: Decimal) => compareDecimals(amount, multiplyDecimals(last, NEAR_HIGHEST)) >= 0;
  const marked = known.filter((cell) => isBest(amountOf(cell)));
  return new Set(marked.length === cells.length ? [] : marked);
}

function amountOf({ amount }: Cell): Decimal {
  return amount ?? decimalOf(0);
}

/** `null` where the two cannot be compared. */
function ratioTo(base: Cell, cell: Cell, kind: Row['ratio']): Ratio | null {
  const [from, to] = [base.amount, cell.amount];
  if (kind === undefined || from === null || to === null || base.unit !== cell.unit) return null;
  const order = comparePrices(to, from);
  const tone = kind === 'limit' || order === 0 ? null : order < 0 ? 'down' : 'up';
  if (order === 0) return { text: 'same', tone };
  // The cell itself says that it is free.
  if (isZero(to)) return null;
  if (isZero(from)) return { text: 'not free', tone };
  if (compareDecimals(to, multiplyDecimals(from, MIN_FACTOR)) >= 0) {
    return { text: `${fixed(divideDecimals(to, from), 1)}× as much`, tone };
  }
  const word = order > 0 ? 'more' : kind === 'price' ? 'cheaper' : 'less';
  return { text: `${percentBetween(to, from, 0)} ${word}`, tone };
}
