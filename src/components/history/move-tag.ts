import type { Move } from '../../history/change.ts';
import { change } from '../../site/format.ts';
import { markup, type Html } from '../../site/html.ts';

/** How a price moved, as a tag: `↑ 20%`, `now paid`. What cannot be compared has no words. */
export function moveTag({ ratio, direction }: Pick<Move, 'ratio' | 'direction'>): Html {
  if (ratio !== null) return ratioTag(ratio);
  if (direction === 'became-paid') return markup`<b class="tag up">now paid</b>`;
  if (direction === 'became-free') return markup`<b class="tag down">now free</b>`;
  return markup``;
}

/** A price that rises is bad news, and one that falls is good. */
export function ratioTag(ratio: number): Html {
  return markup`<b class="tag${ratio > 1 ? ' up' : ratio < 1 ? ' down' : ''}">${change(ratio)}</b>`;
}
