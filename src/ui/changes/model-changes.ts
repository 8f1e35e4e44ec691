import { change as changeText, date } from '../../catalog/format.ts';
import type { Change } from '../../history/change.ts';
import {
  CHANGE_TOPIC_NAMES,
  changeLines,
  topicOf,
  type ChangeLine,
} from '../../history/change-presentation.ts';
import { markup, type Html } from '../../site/html.ts';
import { moveTag, ratioTag } from '../price-history/move-tag.ts';

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

/** A paragraph per change, prices first. */
function linesOf(changes: readonly Change[]): Html {
  const byTopic = CHANGE_TOPIC_NAMES.flatMap((topic) =>
    changes.filter((change) => topicOf(change) === topic),
  );
  return markup`${byTopic.map(
    (change) => markup`<p data-topic="${topicOf(change)}">${changeLines(change).map(lineOf)}</p>`,
  )}`;
}

function lineOf({ label, text, ratio, isPrice, direction }: ChangeLine): Html {
  const size =
    ratio === null
      ? direction !== null && moveTag({ ratio, direction })
      : isPrice
        ? ratioTag(ratio)
        : markup`<small>${changeText(ratio)}</small>`;
  return markup`<span><i>${label}</i> ${text} ${size}</span>`;
}
