import { compareDecimals, decimalOf, type Decimal } from '../../catalog/decimal.ts';
import type { Move } from '../../catalog/price-change.ts';
import { change } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';

const UNCHANGED = decimalOf(1);

/** How a price moved, as a tag: `↑ 20%`, `now paid`. What cannot be compared has no words. */
export function moveTag({ ratio, direction }: Pick<Move, 'ratio' | 'direction'>): Html {
  if (ratio !== null) return ratioTag(ratio);
  if (direction === 'became-paid') return markup`<b class="tag up">now paid</b>`;
  if (direction === 'became-free') return markup`<b class="tag down">now free</b>`;
  return markup``;
}

/** A price that rises is bad news, and one that falls is good. */
export function ratioTag(ratio: Decimal): Html {
  const order = compareDecimals(ratio, UNCHANGED);
  return markup`<b class="tag${order > 0 ? ' up' : order < 0 ? ' down' : ''}">${change(ratio)}</b>`;
}
