import { count } from '../../../catalog/figures.ts';
import { loosenings } from '../../../search/facets.ts';
import type { Filterable } from '../../../search/filterable.ts';
import { matcher, valuesIn } from '../../../search/filters.ts';
import { filterSentence } from '../../../search/filter-phrases.ts';
import { countRows, type Answer } from '../../../search/rows.ts';
import { BUTTON } from '../../base/client/button.ts';
import type { Found } from './filtering.ts';

/** Says that nothing matches, and what to leave out. */

export function hideEmpty(explorer: HTMLElement): void {
  const part = explorer.querySelector<HTMLElement>('[data-part=empty]');
  if (part && !explorer.hasAttribute('data-empty')) part.hidden = true;
}

/** `typed`: the rows that match the typed words; `every`: all rows. */
export function showEmpty(
  explorer: HTMLElement,
  found: Found,
  typed: readonly Answer<Filterable>[],
  every: readonly Answer<Filterable>[],
): void {
  const part = explorer.querySelector<HTMLElement>('[data-part=empty]');
  if (!part) return;
  const noun = explorer.dataset.noun ?? 'model';
  const ways = loosenings(typed, found.filters).map(({ key, count: left }) => ({
    key: key ?? 'all',
    what: key === null ? 'any filter' : filterSentence({ [key]: valuesIn(found.filters, key) }, found.names),
    left,
  }));
  const withoutText = found.typed === '' ? 0 : countRows(every, matcher(found.filters));
  if (withoutText > 0) ways.push({ key: 'q', what: `“${found.typed}”`, left: withoutText });
  const message = document.createElement('p');
  message.textContent = `No ${noun} matches.`;
  const buttons = document.createElement('p');
  buttons.className = 'ways';
  for (const { key, what, left } of ways) {
    const way = document.createElement('button');
    Object.assign(way, { type: 'button', className: BUTTON });
    way.dataset.without = key;
    way.textContent = `Without ${what}: ${count(left, noun)}`;
    buttons.append(way);
  }
  const parts: HTMLElement[] = ways.length > 0 ? [message, buttons] : [message];
  if (found.typed !== '') {
    const link = document.createElement('a');
    link.href = `${explorer.dataset.search ?? ''}?${new URLSearchParams({ q: found.typed })}`;
    link.textContent = `Search everything for “${found.typed}”`;
    parts.push(link);
  }
  part.replaceChildren(...parts);
  part.hidden = false;
}
