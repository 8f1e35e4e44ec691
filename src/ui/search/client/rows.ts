import { CATEGORIES, isCategory } from '../../../catalog/categories.ts';
import type { SearchEntry } from '../../../search/entry.ts';
import { isAmount, type FilterPrice } from '../../../search/filterable.ts';
import { highlight } from '../../../search/match/highlight.ts';
import type { Landmark } from '../../../search/landmarks.ts';
import { isSharedName } from '../../../search/index/name-index.ts';
import type { SearchResult } from '../../../search/rows.ts';
import { cellUsd, date, list, MISSING, shortTokens } from '../../../catalog/format.ts';
import { authorPath, categoryPath, modelPath, url } from '../../../site/urls.ts';
import { actionMarks } from '../../row-actions/client/row-actions.ts';
import { el, marked } from './dom.ts';
import type { Names } from './engine.ts';
import type { Excerpt } from './excerpt.ts';
import type { Mention } from './mentions.ts';

/** The rows of the list of results. Each is an option and a link. */

export function modelRow(
  { entry, variants }: SearchResult,
  words: readonly string[],
  names: Names,
): HTMLElement {
  const author = entry.authorNames[0] ?? entry.author;
  const tags = [
    ...(entry.variant === null ? [] : [el('span', { class: 'tag' }, entry.variant)]),
    ...(entry.isAlias ? [el('span', { class: 'tag' }, 'alias')] : []),
    ...retiredTag(entry.retired),
    ...(variants.length === 0
      ? []
      : [el('span', { class: 'find-also' }, `+ ${list(variants.map(({ variant }) => variant ?? ''))}`)]),
  ];
  return option(
    { href: url(modelPath(entry.id)), 'data-model-id': entry.id, 'data-retired': entry.retired },
    tile(entry.author, names),
    el(
      'span',
      { class: 'find-what' },
      ...(entry.name.startsWith(author)
        ? []
        : [el('span', { class: 'find-author' }, ...marked(highlight(author, words))), ' ']),
      el('span', { class: 'find-name' }, ...marked(highlight(entry.name, words))),
      // The space separates words of the accessible name.
      ...tags.flatMap((tag) => [' ', tag]),
      ' ',
      el('code', {}, ...marked(highlight(entry.id, words))),
      ...replacement(entry, names),
    ),
    figures(entry),
    el('span', { class: 'find-acts' }, ...actionMarks(entry)),
  );
}

export function landmarkRow(
  { kind, key, name }: Landmark,
  words: readonly string[],
  names: Names,
): HTMLElement {
  const about =
    kind === 'author' ? 'All models of this author' : isCategory(key) ? CATEGORIES[key].about : '';
  return option(
    { href: url(kind === 'author' ? authorPath(key) : categoryPath(key)) },
    kind === 'author'
      ? tile(key, names)
      : el('span', { class: 'tile find-sign', 'data-m': '#', 'aria-hidden': 'true' }),
    el(
      'span',
      { class: 'find-what' },
      el('span', { class: 'find-name' }, ...marked(highlight(name, words))),
      ' ',
      ...(kind === 'author' && isSharedName(names.table, name) ? [el('code', {}, key), ' '] : []),
      el('span', { class: 'find-about' }, about),
    ),
  );
}

export function mentionRow({ href, title, retired, excerpt }: Mention): HTMLElement {
  return option(
    { href, 'data-retired': retired },
    el('span', { class: 'tile find-sign', 'data-m': '“', 'aria-hidden': 'true' }),
    el(
      'span',
      { class: 'find-what' },
      el('span', { class: 'find-name' }, title),
      ...retiredTag(retired).flatMap((tag) => [' ', tag]),
      ' ',
      el('span', { class: 'find-about' }, ...placeOf(excerpt)),
    ),
  );
}

/** An option without a page: it puts `text` into the box. */
export function fillRow(text: string): HTMLElement {
  return el(
    'div',
    { role: 'option', class: 'find-row', 'data-fill': text },
    el('span', { class: 'find-what' }, text),
  );
}

/** The last option: a link to the page with all results. */
export function allRow(href: string, text: string): HTMLElement {
  return el('a', { role: 'option', class: 'find-row find-all', href }, text);
}

/** The last option if there is no such page. */
export function moreRow(text: string): HTMLElement {
  return el('div', { role: 'option', class: 'find-row find-all' }, text);
}

/** A result: an option and a link. */
export function option(
  attributes: Readonly<Record<string, string | null>>,
  ...children: HTMLElement[]
): HTMLElement {
  return el('a', { role: 'option', class: 'find-row', 'data-search-result': '', ...attributes }, ...children);
}

function tile(author: string, { monograms }: Names): HTMLElement {
  const { letters, hue } = monograms.get(author) ?? { letters: '?', hue: 0 };
  return el('span', { class: `tile h${hue}`, 'data-m': letters, 'aria-hidden': 'true' });
}

function retiredTag(on: string | null): HTMLElement[] {
  return on === null ? [] : [el('span', { class: 'tag warn' }, `retired ${date(on)}`)];
}

/** The possible replacement of a retired model. */
function replacement({ replacement: id }: SearchEntry, { lexicon }: Names): (HTMLElement | string)[] {
  if (id === null) return [];
  const name = lexicon.entries.find(({ entry }) => entry.id === id)?.entry.name ?? id;
  return [' ', el('span', { class: 'find-about' }, `Possible replacement: ${name}`)];
}

function placeOf(excerpt: Excerpt): (Node | string)[] {
  if (excerpt.kind === 'sentence') return marked(excerpt.stretches);
  if (excerpt.kind === 'name') return ['In its name'];
  return [excerpt.title === '' ? 'In the text of its page' : `In the section “${excerpt.title}”`];
}

function figures(entry: SearchEntry): HTMLElement {
  const context =
    entry.context === null || entry.context === 0
      ? []
      : [
          el(
            'span',
            { title: 'Context, tokens' },
            shortTokens(entry.context),
            el('span', { class: 'sr-only' }, ' tokens of context '),
          ),
        ];
  return el('span', { class: 'find-figures num' }, ...context, ...prices(entry));
}

/** Both prices; only one if output is not billed; nothing if neither is. */
function prices({ input, output }: SearchEntry): HTMLElement[] {
  if (input === 'none' && output === 'none') return [];
  const inputOnly = output === 'none';
  const outputParts = [
    el('span', { 'aria-hidden': 'true' }, ' → '),
    el('span', { class: 'sr-only' }, ', output '),
    priceText(output),
  ];
  return [
    el(
      'span',
      { title: `${inputOnly ? 'Input' : 'Input → output'}, $ per million tokens` },
      el('span', { class: 'sr-only' }, 'input '),
      priceText(input),
      ...(inputOnly ? [] : outputParts),
    ),
  ];
}

function priceText(price: FilterPrice): string {
  if (isAmount(price)) return cellUsd(price);
  return price === 'none' ? MISSING : price;
}
