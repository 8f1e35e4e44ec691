import { count, date, integer } from '../../catalog/format.ts';
import type { RowCount } from '../../catalog/group.ts';
import type { Between } from '../../history/change.ts';
import { countWords } from './counts.ts';

/** The list of retired models in words. */

/** The remark on a day that is only the latest possible one: `some time after Aug 22, 2026`. */
export function undatedWords({ after, isDated }: Between): string | undefined {
  return isDated || after === null ? undefined : `some time after ${date(after)}`;
}

/**
 * `556 retired since Sep 21, 2024: 470 models, 84 variants, 2 aliases. Half of them were listed for less than
 * 136 days, absences not counted.` `daysListed`: of each of them.
 */
export function retiredWords({
  counted,
  since,
  daysListed,
}: {
  readonly counted: RowCount;
  readonly since: string;
  readonly daysListed: readonly number[];
}): string {
  const { models, variants, aliases } = counted;
  const total = models + variants + aliases;
  const parts = total === models ? '' : `: ${countWords(counted)}`;
  const what = total === models ? count(total, 'model') : integer(total);
  const median = daysListed.toSorted((a, b) => a - b)[Math.floor(daysListed.length / 2)] ?? 0;
  const half =
    daysListed.length > 1 && median > 0
      ? ` Half of them were listed for less than ${count(median, 'day')}, absences not counted.`
      : '';
  return `${what} retired since ${date(since)}${parts}.${half}`;
}
