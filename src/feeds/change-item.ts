import { capitalize } from '../catalog/figures.ts';
import { baseIdOf } from '../catalog/id.ts';
import { nameOnce } from '../catalog/names.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf } from '../history/change.ts';
import { count, date } from '../catalog/format.ts';
import { CHANGE_TOPICS, changeWords, isRemoval, topicOf } from '../history/change-presentation.ts';
import { markup, type Html } from '../site/html.ts';
import type { Replacement } from '../site/replacement.ts';
import { itemNames } from '../site/words/feeds.ts';
import { betweenSentence } from '../site/words/history.ts';
import { POSSIBLE_REPLACEMENT, replacementWords } from '../site/words/replacement.ts';
import type { FeedItem } from './feed.ts';
import type { ChangeGroup } from './change-groups.ts';
import { keyOf, keyOfChange, keyOfFinding } from './guid.ts';
import type { Finding, Retirement } from './feed-changes.ts';

/** The data of an item besides its changes. */
export interface ItemContext {
  /** Absolute address of a model's page. */
  readonly modelUrl: (id: ModelId) => string;
  /** The description of a listed model as safe HTML; `null` if the model is not listed. */
  readonly descriptionOf: (id: ModelId) => Html | null;
  readonly replacementOf: (id: ModelId) => Replacement | null;
}

/** A change as an item: the old value, the new value and the time. */
function changeItem(change: Change, context: ItemContext): FeedItem {
  const { id, between } = change;
  const { headline } = changeWords(change);
  return {
    key: keyOfChange(change),
    model: id,
    title: `${nameOf(change)}: ${headline}`,
    html: htmlOf(change, context),
    link: context.modelUrl(id),
    date: between.by,
    topic: CHANGE_TOPICS[topicOf(change)],
  };
}

/** A group of changes as one item with the headline of the first. */
export function groupItem(group: ChangeGroup, context: ItemContext): FeedItem {
  const [first, ...more] = group;
  const item = changeItem(first, context);
  if (more.length === 0) return item;
  const title = `${namesOf(group)}: ${changeWords(first).headline}`;
  return { ...item, title, html: rowsHtml(group, context) };
}

/** Everything one capture found about a model and its variants, as one item. */
export function findingItem(finding: Finding, context: ItemContext): FeedItem {
  const [first, ...more] = finding.groups;
  const item = { ...groupItem(first, context), key: keyOfFinding(finding) };
  if (more.length === 0) return item;
  return {
    ...item,
    title: `${item.title} and ${count(more.length, 'more change')}`,
    html: rowsHtml(finding.groups.flat(), context),
  };
}

/** An added model, with its base id in the title, as in upstream's own feed. */
export function newModelItem(change: ChangeOf<'added'>, context: ItemContext): FeedItem {
  const title = `${nameOf(change)} (${baseIdOf(change.id)})`;
  return { ...changeItem(change, context), title };
}

/** A removal date, including one that was already set when the model was added or returned. */
export function retiringItem(change: Retirement, context: ItemContext): FeedItem {
  const item = changeItem(change, context);
  if (change.kind === 'expiration') return item;
  const { id, facts, between } = change;
  return {
    ...item,
    // Another feed has the same change as an item with a different title.
    key: keyOf(['retiring', between.after, id]),
    title: `${nameOf(change)}: ${changeWords(change).headline}, removal announced for ${date(facts.expiration ?? '')}`,
    topic: CHANGE_TOPICS.leaving,
  };
}

function nameOf({ id, name }: Change): string {
  return nameOnce(name) || id;
}

/** The names of the models, and how many of their variants there are. */
function namesOf(changes: ChangeGroup): string {
  const models = new Map(changes.map((change) => [change.id, change]));
  const named = [...models.values()].filter(({ id }) => baseIdOf(id) === id || !models.has(baseIdOf(id)));
  return itemNames(
    named.map(({ id, name }) => name || id),
    models.size - named.length,
  );
}

function htmlOf(change: Change, context: ItemContext): string {
  return textOf([nameHtml(change, context), ...detailsHtml(change, context), whenHtml([change])]);
}

/** The changes, model by model, and when they were found. */
function rowsHtml(changes: readonly Change[], context: ItemContext): string {
  const rows = [...Map.groupBy(changes, ({ id }) => id).values()];
  return textOf([...rows.map((own) => rowHtml(own, context)), whenHtml(changes)]);
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

function nameHtml(change: Change, { modelUrl }: ItemContext): Html {
  const { id } = change;
  return markup`<p><a href="${modelUrl(id)}">${nameOf(change)}</a> (<code>${id}</code>)</p>`;
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
  return markup`<p>${POSSIBLE_REPLACEMENT}: <a href="${modelUrl(other)}">${nameOnce(fullName) || other}</a>. ${replacementWords(replacement)}</p>`;
}
