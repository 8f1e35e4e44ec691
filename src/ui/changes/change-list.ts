import { cleanLine } from '../../catalog/text.ts';
import type { Change } from '../../history/change.ts';
import type { ChangeEntry } from '../../site/change-entries.ts';
import { markup, type Html } from '../../site/html.ts';
import { modelPath, url } from '../../site/urls.ts';
import { changedName, leadOf, remarkOf, valuesOf, type Value } from '../../site/words/changes.ts';

/** What lines need besides the changes. */
interface ListContext {
  readonly hasPage: (id: string) => boolean;
  /** The display name of an author; `null` on a page of one author. */
  readonly authorName: ((slug: string) => string) | null;
  /** The day of a line, if it is not in the heading above. */
  readonly dayOf: ((entry: ChangeEntry) => string) | null;
}

/**
 * Changes as a list, an item per line. Built as text rather than components, because a month has hundreds
 * of changes. `<change-filter>` reads the attributes: `data-k` is the kind, `data-a` the author's slug,
 * `data-p` the size of a price change in percent.
 */
export function changeList(entries: readonly ChangeEntry[], context: ListContext): Html {
  return markup`<ul class="alike">${entries.map((entry) => item(entry, context))}</ul>`;
}

function item(entry: ChangeEntry, { hasPage, authorName, dayOf }: ListContext): Html {
  const { alike, kind, author, percent, isDated } = entry;
  const { text, tone } = leadOf(alike);
  const remark = remarkOf(alike);
  const attributes = [
    markup` data-k="${kind}"`,
    authorName && markup` data-a="${author}"`,
    percent !== null && markup` data-p="${percent}"`,
    !isDated && markup` data-undated`,
  ];
  return markup`<li${attributes}><b${tone && markup` class="${tone}"`}>${text}</b><div>${names(alike.changes, hasPage)}${authorName && markup` <i>${authorName(author)}</i>`}${dayOf && markup` <time>${dayOf(entry)}</time>`}${remark !== '' && markup` <small>${remark}</small>`}</div><div>${valuesOf(alike).map(value)}</div></li>`;
}

/** `A`, `A and B`, `A, B and C`, each a link to the model's page. */
function names(changes: readonly Change[], hasPage: (id: string) => boolean): Html {
  const each = changes.map((change) => {
    const { id } = change;
    return hasPage(id)
      ? markup`<a href="${url(modelPath(id))}">${changedName(change)}</a>`
      : markup`<b>${cleanLine(id)}</b>`;
  });
  const [first, ...more] = each;
  return markup`${first}${more.map((name, index) => markup`${index === more.length - 1 ? ' and ' : ', '}${name}`)}`;
}

function value({ label, text }: Value): Html {
  return markup`<p>${label !== null && markup`<i>${label}</i> `}${text}</p>`;
}
