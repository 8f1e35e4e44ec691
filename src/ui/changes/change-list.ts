import { splitId } from '../../catalog/id.ts';
import { splitName } from '../../catalog/names.ts';
import { cleanLine } from '../../catalog/text.ts';
import type { Change } from '../../history/change.ts';
import { CHANGE_TOPIC_NAMES, changeLines, topicOf, type ChangeLine } from '../../history/change-words.ts';
import { change as changeText } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import { modelPath, url } from '../../site/urls.ts';
import { moveTag, ratioTag } from '../price-history/move-tag.ts';

/**
 * The changes found by one capture as a list: an item per model, with its changes below its name. Built as
 * text rather than components, because a month has hundreds of changes.
 */
export function changeList(changes: readonly Change[], hasPage: (id: string) => boolean): Html {
  const byModel = Map.groupBy(changes, ({ id }) => id);
  return markup`<ul class="changes">${[...byModel.values()].map((own) => item(own, hasPage))}</ul>`;
}

function item(changes: readonly Change[], hasPage: (id: string) => boolean): Html {
  const [first] = changes;
  if (!first) return markup``;
  const { id } = first;
  const name = splitName(first.name).name || cleanLine(id);
  const head = hasPage(id) ? markup`<a href="${url(modelPath(id))}">${name}</a>` : markup`<b>${name}</b>`;
  return markup`<li data-author="${splitId(id)?.author}"><div>${head}<code>${cleanLine(id)}</code></div>${linesOf(changes)}</li>`;
}

/** The changes of one model, a paragraph per change, prices first. */
export function linesOf(changes: readonly Change[]): Html {
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
