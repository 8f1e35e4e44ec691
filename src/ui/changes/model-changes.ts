import type { Change } from '../../history/change.ts';
import { date } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import { linesOf } from './change-list.ts';

/** The changes of one model: an item for each capture that found changes. */
export function modelChanges(changes: readonly Change[]): Html {
  const byCapture = Map.groupBy(changes, ({ between }) => between.by);
  return markup`<ul class="changes">${[...byCapture.values()].map(
    (found) => markup`<li><div><b>${seenOn(found[0])}</b></div>${linesOf(found)}</li>`,
  )}</ul>`;
}

function seenOn(change: Change | undefined): string {
  if (!change) return '';
  const { after, by, isDated } = change.between;
  return isDated || after === null ? date(by) : `${date(after)} to ${date(by)}`;
}
