import { baseIdOf } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Change, ChangeOf } from '../history/change.ts';
import { betweenSentence, changeWords } from './change-words.ts';
import { CHANGE_TOPICS, topicOf } from '../site/change-lines.ts';
import { date } from '../site/format.ts';
import { markup, type Html } from '../site/html.ts';
import type { Replacement } from '../site/replacement.ts';
import { POSSIBLE_REPLACEMENT, replacementWords } from '../site/words/replacement.ts';
import type { FeedItem } from './feed.ts';
import { keyOf, keyOfChange } from './guid.ts';
import type { Retirement } from './news.ts';

/** What items need besides the change. */
export interface ItemContext {
  /** Absolute address of a model's page. */
  readonly modelUrl: (id: ModelId) => string;
  /** What a listed model is, as safe HTML; `null` for one that is not listed. */
  readonly descriptionOf: (id: ModelId) => Html | null;
  readonly replacementOf: (id: ModelId) => Replacement | null;
}

/** A change as an item: what it was, what it is, and when that was seen. */
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
    topic: CHANGE_TOPICS[topicOf(change)].label,
  };
}

/** An added model under the title that upstream's own feed gives it. */
export function newModelItem(change: ChangeOf<'added'>, context: ItemContext): FeedItem {
  const { name, id } = change;
  return { ...changeItem(change, context), title: `${name || id} (${baseIdOf(id)})` };
}

/** What is known of a removal, also where it was announced as the model came. */
export function retiringItem(change: Retirement, context: ItemContext): FeedItem {
  const item = changeItem(change, context);
  if (change.kind === 'expiration') return item;
  const { name, id, facts, between } = change;
  return {
    ...item,
    // The same change is an item of another title elsewhere.
    key: keyOf(['retiring', between.after, id]),
    title: `${name || id}: new in the list, removal announced for ${date(facts.expiration ?? '')}`,
    topic: CHANGE_TOPICS.leaving.label,
  };
}

function htmlOf(change: Change, context: ItemContext): string {
  const { id, name, kind, between } = change;
  const parts = [
    markup`<p><a href="${context.modelUrl(id)}">${name || id}</a> (<code>${id}</code>)</p>`,
    kind === 'added' ? context.descriptionOf(id) : null,
    linesHtml(changeWords(change).lines),
    isLeaving(change) ? replacementHtml(id, context) : null,
    markup`<p>${betweenSentence(between)}</p>`,
  ];
  return parts.flatMap((part) => part?.text ?? []).join('\n');
}

function linesHtml(lines: readonly string[]): Html | null {
  return lines.length === 0 ? null : markup`<ul>${lines.map((line) => markup`<li>${line}</li>`)}</ul>`;
}

function isLeaving(change: Change): boolean {
  switch (change.kind) {
    case 'removed':
      return true;
    case 'expiration':
      return change.new !== null;
    case 'added':
      return change.facts.expiration != null;
    default:
      return false;
  }
}

function replacementHtml(id: ModelId, { replacementOf, modelUrl }: ItemContext): Html | null {
  const replacement = replacementOf(id);
  if (replacement === null) return null;
  const { id: other, fullName } = replacement.model;
  return markup`<p>${POSSIBLE_REPLACEMENT}: <a href="${modelUrl(other)}">${fullName || other}</a>. ${replacementWords(replacement)}</p>`;
}
