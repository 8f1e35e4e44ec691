import { capitalize } from '../catalog/figures.ts';
import { baseIdOf } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf } from '../history/change.ts';
import { count, date } from '../catalog/format.ts';
import { CHANGE_TOPICS, changeWords, isRemoval, topicOf } from '../history/change-words.ts';
import { markup, type Html } from '../site/html.ts';
import type { Replacement } from '../site/replacement.ts';
import { betweenSentence } from '../site/words/history.ts';
import { POSSIBLE_REPLACEMENT, replacementWords } from '../site/words/replacement.ts';
import type { FeedItem } from './feed.ts';
import { keyOf, keyOfChange, keyOfFind } from './guid.ts';
import type { Find, Retirement } from './news.ts';

/** What items need besides the change. */
export interface ItemContext {
  /** Absolute address of a model's page. */
  readonly modelUrl: (id: ModelId) => string;
  /** The description of a listed model as safe HTML; `null` if the model is not listed. */
  readonly descriptionOf: (id: ModelId) => Html | null;
  readonly replacementOf: (id: ModelId) => Replacement | null;
}

/** A change as an item: the old value, the new value and the time. */
export function changeItem(change: Change, context: ItemContext): FeedItem {
  const { id, name, between } = change;
  const { headline } = changeWords(change);
  return {
    key: keyOfChange(change),
    model: id,
    title: `${name || id}: ${headline}`,
    html: htmlOf(change, context),
    link: context.modelUrl(id),
    date: between.by,
    topic: CHANGE_TOPICS[topicOf(change)],
  };
}

/** Everything one capture found about a model and its variants, as one item. */
export function findItem(find: Find, context: ItemContext): FeedItem {
  const { changes } = find;
  const [first, ...more] = changes;
  const item = { ...changeItem(first, context), key: keyOfFind(find) };
  if (more.length === 0) return item;
  const rows = [...Map.groupBy(changes, ({ id }) => id).values()];
  return {
    ...item,
    title: `${item.title} and ${count(more.length, 'more change')}`,
    html: textOf([...rows.map((own) => rowHtml(own, context)), whenHtml(changes)]),
  };
}

/** An added model, with the title that upstream's own feed uses. */
export function newModelItem(change: ChangeOf<'added'>, context: ItemContext): FeedItem {
  const { name, id } = change;
  return { ...changeItem(change, context), title: `${name || id} (${baseIdOf(id)})` };
}

/** A removal date, including one that was already set when the model was added or returned. */
export function retiringItem(change: Retirement, context: ItemContext): FeedItem {
  const item = changeItem(change, context);
  if (change.kind === 'expiration') return item;
  const { name, id, facts, between } = change;
  return {
    ...item,
    // Another feed has the same change as an item with a different title.
    key: keyOf(['retiring', between.after, id]),
    title: `${name || id}: ${changeWords(change).headline}, removal announced for ${date(facts.expiration ?? '')}`,
    topic: CHANGE_TOPICS.leaving,
  };
}

function htmlOf(change: Change, context: ItemContext): string {
  return textOf([nameHtml(change, context), ...detailsHtml(change, context), whenHtml([change])]);
}

/** The changes of one id, each below a heading for its kind. */
function rowHtml(changes: readonly Change[], context: ItemContext): Html | null {
  const [first] = changes;
  if (!first) return null;
  const parts = changes.flatMap((change) => [
    markup`<p>${capitalize(changeWords(change).headline)}</p>`,
    ...detailsHtml(change, context),
  ]);
  return markup`${[nameHtml(first, context), ...parts].flatMap((part) => part ?? [])}`;
}

function nameHtml({ id, name }: Change, { modelUrl }: ItemContext): Html {
  return markup`<p><a href="${modelUrl(id)}">${name || id}</a> (<code>${id}</code>)</p>`;
}

function detailsHtml(change: Change, context: ItemContext): readonly (Html | null)[] {
  return [
    change.kind === 'added' ? context.descriptionOf(change.id) : null,
    linesHtml(changeWords(change).lines),
    isRemoval(change) ? replacementHtml(change.id, context) : null,
  ];
}

/** One sentence with the time of all changes between the same two captures. */
function whenHtml(changes: readonly Change[]): Html {
  const sentences = new Set(changes.map(({ between }) => betweenSentence(between)));
  return markup`${[...sentences].map((sentence) => markup`<p>${sentence}</p>`)}`;
}

function textOf(parts: readonly (Html | null)[]): string {
  return parts.flatMap((part) => part?.text ?? []).join('\n');
}

function linesHtml(lines: readonly string[]): Html | null {
  return lines.length === 0 ? null : markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

function replacementHtml(id: ModelId, { replacementOf, modelUrl }: ItemContext): Html | null {
  const replacement = replacementOf(id);
  if (replacement === null) return null;
  const { id: other, fullName } = replacement.model;
  return markup`<p>${POSSIBLE_REPLACEMENT}: <a href="${modelUrl(other)}">${fullName || other}</a>. ${replacementWords(replacement)}</p>`;
}
