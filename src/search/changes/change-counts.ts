import { countChanges, type ChangeItem } from './change-item.ts';
import { count } from '../../catalog/figures.ts';

/** The number of changes of a day: `2 up, 7 down, 12 other`, `1 change`. */
export function dayCounts(items: readonly ChangeItem[]): string {
  const up = countChanges(items.filter(({ percent }) => percent !== null && percent > 0));
  const down = countChanges(items.filter(({ percent }) => percent !== null && percent < 0));
  const other = countChanges(items) - up - down;
  if (up === 0 && down === 0) return count(other, 'change');
  return [`${up} up`, `${down} down`, ...(other > 0 ? [`${other} other`] : [])].join(', ');
}
