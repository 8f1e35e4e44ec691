import { CATEGORIES } from '../../../catalog/categories.ts';
import { outputInfo } from '../../../catalog/outputs.ts';
import type { Landmark } from '../../../search/landmarks.ts';
import type { Lead } from '../../../search/needs/answer.ts';
import type { ListNeed, Need } from '../../../search/needs/need.ts';
import { PAGES } from '../../../search/needs/pages.ts';
import { needWords } from '../../../search/needs/words.ts';
import { el } from './dom.ts';
import type { Names } from './engine.ts';
import { landmarkRow, option } from './rows.ts';

/** The title of the group of a need's row. */
export function needTitle({ kind }: Need): string {
  return { list: 'Lists', page: 'Pages', author: 'Authors' }[kind];
}

/** The first line of its row: `Models that take images, free: 12`. */
export function needName({ need, count }: Lead, names: Names): string {
  switch (need.kind) {
    case 'author':
      return authorOf(need.slug, names).name;
    case 'page':
      return PAGES[need.page].title;
    case 'list':
      return needWords(need, count, names.valueNames);
  }
}

/** A list, page or author that the text asks for. `href` leads to it. */
export function needRow(lead: Lead, href: string, words: readonly string[], names: Names): HTMLElement {
  const { need } = lead;
  if (need.kind === 'author') return landmarkRow(authorOf(need.slug, names), words, names);
  return option(
    { href },
    el('span', {
      class: 'tile find-sign',
      'data-m': need.kind === 'page' ? '→' : '#',
      'aria-hidden': 'true',
    }),
    el(
      'span',
      { class: 'find-what' },
      el('span', { class: 'find-name' }, needName(lead, names)),
      ' ',
      el('span', { class: 'find-about' }, need.kind === 'page' ? PAGES[need.page].about : listAbout(need)),
    ),
  );
}

function listAbout({ category, output }: ListNeed): string {
  if (category !== null) return CATEGORIES[category].about;
  return output === null ? 'In the list of all models' : outputInfo(output).about;
}

function authorOf(key: string, { table }: Names): Landmark {
  return { kind: 'author', key, name: table.authors.find(([slug]) => slug === key)?.[1] ?? key };
}
