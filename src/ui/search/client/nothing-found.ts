import { count } from '../../../catalog/format.ts';
import { nearestNames } from '../../../search/suggest.ts';
import { url } from '../../../site/urls.ts';
import { el } from './dom.ts';
import type { Found } from './engine.ts';
import { NO_TEXTS, NOT_CALLED_THAT } from './messages.ts';
import { modelRow } from './rows.ts';

/** What is said where no model has the words. */

const NEAREST = 5;

/** For screen readers. `others` is the number of results that are not models. */
export function nothingFoundWords(others: number, isTextMissing: boolean): string {
  const first =
    others > 0
      ? `No models found, but ${count(others, 'other result')}.`
      : isTextMissing
        ? NOT_CALLED_THAT
        : 'Nothing found.';
  return isTextMissing ? `${first} ${NO_TEXTS}` : first;
}

/** A message with `ways` to get results, or else with the models of the nearest names. */
export function nothingFound(
  { answer, names }: Found,
  ways: readonly HTMLElement[],
  hasOthers: boolean,
): HTMLElement[] {
  const all = el('a', { href: url('/models/') }, 'See all models');
  return [
    el('p', {}, hasOthers ? NOT_CALLED_THAT : 'No results.'),
    ...(ways.length > 0
      ? [el('p', {}, 'More without:'), el('div', { class: 'find-ways' }, ...ways)]
      : nearest(nearestNames(names.lexicon, answer.query, NEAREST), names)),
    el('p', {}, all, ', or try fewer words.'),
  ];
}

/** The models of the nearest names as rows outside a list of options. */
function nearest(entries: ReturnType<typeof nearestNames>, names: Found['names']): HTMLElement[] {
  const rows = entries.map((entry) => modelRow({ entry, variants: [] }, [], names));
  for (const row of rows) row.removeAttribute('role');
  return rows.length === 0
    ? []
    : [el('p', {}, 'The nearest names:'), el('div', { class: 'find-near' }, ...rows)];
}
