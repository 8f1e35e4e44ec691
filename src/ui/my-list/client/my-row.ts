import { pricesText, date } from '../../../catalog/format.ts';
import { shortTokens } from '../../../catalog/figures.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { changeLine, removalWhen, type ChangeLine } from '../../../site/words/my-list.ts';
import { el } from '../../search/client/dom.ts';
import { factsOf, priceDaysAfter, retiredOn } from './record-facts.ts';
import type { Star } from './starred.ts';
import { changedSince, type Since } from './visit.ts';

/** The rows of the list. */

/** A starred model with its record; `null` if it could not be loaded. */
export interface Listed {
  readonly star: Star;
  readonly record: ModelRecord | null;
  readonly since: Since | null;
}

export function listed(star: Star, record: ModelRecord | null): Listed {
  return { star, record, since: record && changedSince(star, factsOf(record)) };
}

export function isChanged({ since }: Listed): boolean {
  return since !== null && since.changes.length > 0;
}

export function modelRow(model: Listed): HTMLLIElement {
  const { star, record } = model;
  return el(
    'li',
    { 'data-model-id': star.id },
    el(
      'div',
      { class: 'my-name' },
      el('a', { href: url(modelPath(star.id)) }, record?.name ?? star.name),
      el('code', {}, star.id),
    ),
    el('div', { class: 'my-what' }, ...(record === null ? [] : what(model, record))),
    el('div', { class: 'my-cost' }),
    el('button', {
      type: 'button',
      class: 'act',
      'data-act': 'remove',
      'data-on': '',
      'aria-label': `Remove ${record?.name ?? star.name} from my list`,
    }),
  );
}

/** In the place of a row whose model was removed. */
export function removedRow({ id, name }: Pick<Star, 'id' | 'name'>): HTMLLIElement {
  return el(
    'li',
    { class: 'my-removed', 'data-removed-id': id },
    el('span', {}, `${name} is removed from your list. `),
    el(
      'button',
      { type: 'button', 'data-undo': id },
      'Undo',
      el('span', { class: 'sr-only' }, ` removing ${name}`),
    ),
  );
}

function what({ since }: Listed, record: ModelRecord): HTMLElement[] {
  const now = presentOf(record);
  const changes = (since?.changes ?? []).map((change) =>
    changeLine(change, {
      now,
      priceDays: priceDaysAfter(record, since?.seen.capturedAt ?? record.captured_at),
      retiredOn: retiredOn(record),
    }),
  );
  const isStatusSaid =
    since?.changes.some(({ kind }) => kind === record.status.kind || kind === 'expiration') ?? false;
  const lines = [...changes, ...(isStatusSaid ? [] : statusLines(record, now))];
  return [
    ...(lines.length === 0 ? [] : [el('ul', {}, ...lines.map(lineItem))]),
    ...replacement(record),
    el('p', { class: 'my-facts' }, factsText(record)),
  ];
}

/** The time of the reader's device, or that of the data where the clock is slow. ISO. */
function presentOf({ captured_at: capturedAt }: ModelRecord): string {
  const now = new Date().toISOString();
  return now > capturedAt ? now : capturedAt;
}

function statusLines({ status }: ModelRecord, now: string): readonly ChangeLine[] {
  switch (status.kind) {
    case 'listed':
      return [];
    case 'retiring':
      return [{ lead: 'Retiring', tone: 'warn', text: `Removal ${removalWhen(status.on, now)}.` }];
    case 'retired':
      return [{ lead: 'Retired', tone: 'warn', text: `No longer listed since ${date(status.by)}.` }];
    case 'not-asked-for':
      return [{ lead: null, tone: null, text: 'This copy of the catalog has no data on it.' }];
  }
}

function lineItem({ lead, tone, text }: ChangeLine): HTMLLIElement {
  return lead === null
    ? el('li', {}, text)
    : el('li', {}, el('b', { class: `tag ${tone ?? ''}`.trim() }, lead), ' ', text);
}

function replacement({ replacement: other, status }: ModelRecord): HTMLElement[] {
  if (status.kind !== 'retired' && status.kind !== 'retiring') return [];
  if (other === null) return [el('p', {}, 'No listed model is close enough to name as a replacement.')];
  const words = other.reason === 'renamed' ? 'It goes on as ' : 'Possible replacement: ';
  return [el('p', {}, words, el('a', { href: url(modelPath(other.id)) }, other.name), '.')];
}

/** `$0.10 → $0.32 per M tokens, 128K context`; of a retired model the last ones. */
function factsText(record: ModelRecord): string {
  const { prices, context, status } = { ...factsOf(record), status: record.status.kind };
  const words = [
    `${pricesText({ prices })}${prices.input.kind === 'amount' && prices.input.unit === 'million tokens' ? ' per M tokens' : ''}`,
    ...(context ? [`${shortTokens(context)} context`] : []),
  ].join(', ');
  return status === 'retired' || status === 'not-asked-for' ? `Last known: ${words}` : words;
}
