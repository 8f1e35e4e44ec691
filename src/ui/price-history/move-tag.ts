import { compareDecimals, decimalOf, type Decimal } from '../../catalog/decimal.ts';
import type { Move } from '../../catalog/price-change.ts';
import { change } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';

const UNCHANGED = decimalOf(1);

/** A price move as a tag: `↑ 20%`, `now paid`. Empty if the prices cannot be compared. */
export function moveTag({ ratio, direction }: Pick<Move, 'ratio' | 'direction'>): Html {
  if (ratio !== null) return ratioTag(ratio);
  if (direction === 'became-paid') return markup`<b class="tag up">now paid</b>`;
  if (direction === 'became-free') return markup`<b class="tag down">now free</b>`;
  return markup``;
}

/** A ratio as a tag: a rise is bad news, a fall is good news. */
export function ratioTag(ratio: Decimal): Html {
  const order = compareDecimals(ratio, UNCHANGED);
  return markup`<b class="tag${order > 0 ? ' up' : order < 0 ? ' down' : ''}">${change(ratio)}</b>`;
}
