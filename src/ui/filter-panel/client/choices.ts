import { integer } from '../../../catalog/figures.ts';
import type { FacetValue } from '../../../search/facets.ts';
import type { Filter, ValueNames } from '../../../search/filter-kinds.ts';
import { isOffered } from '../../../search/filter-groups.ts';
import type { FilterKey } from '../../../search/filters.ts';
import { normalizeText } from '../../../search/match/words.ts';
import { isLong } from './long-groups.ts';

/** The choices of filters with their counts. Long groups of choices are made here. */

/** As many choices of a long group are shown at first. */
const AT_FIRST = 6;
/** Longer groups have a field to narrow them. */
const LONG = 12;

/** Shows the values of a filter: counts, the choices that are missing, and which are set. */
export function showChoices(
  explorer: HTMLElement,
  key: FilterKey,
  filter: Filter,
  values: readonly FacetValue[],
  names: ValueNames,
): void {
  const box = explorer.querySelector<HTMLElement>(`[data-choices="${key}"]`);
  const counts = new Map(values.map(({ value, count }) => [value, count]));
  for (const field of explorer.querySelectorAll<HTMLInputElement | HTMLButtonElement>(
    `[data-panel] [name="${key}"]:not([value=""])`,
  )) {
    const part = field instanceof HTMLButtonElement ? field : field.parentElement;
    const note = part?.querySelector('small');
    const count = counts.get(field.value) ?? 0;
    if (note) note.textContent = integer(count);
    part?.classList.toggle('none', count === 0);
    counts.delete(field.value);
  }
  if (!box) return;
  for (const { value, count, isChosen } of values) {
    // The page has every choice that hides a row.
    const isMissing = counts.has(value) && filter.kind !== 'none';
    if (isMissing && (isChosen || isOffered(key, value))) {
      box.append(choice(key, value, filter.word(value, names), count, isChosen));
    }
  }
  if (isLong(key)) dress(box, key, filter.label);
}

function choice(key: string, value: string, word: string, count: number, isChosen: boolean): HTMLElement {
  const [label, field, text, note] = ['label', 'input', 'span', 'small'].map((tag) =>
    document.createElement(tag),
  );
  if (!label || !(field instanceof HTMLInputElement) || !text || !note) throw new Error('No element.');
  Object.assign(field, { type: 'checkbox', name: key, value, checked: isChosen });
  text.textContent = word;
  note.textContent = integer(count);
  label.append(field, text, note);
  return label;
}

/** Sorts a long group by count, unless the focus is in it, and adds what makes it short. */
function dress(box: HTMLElement, key: FilterKey, label: string): void {
  const labels = [...box.querySelectorAll('label')];
  if (!box.contains(document.activeElement)) {
    const rank = (part: HTMLElement): number =>
      Number(part.querySelector('small')?.textContent.replaceAll(',', '')) +
      (part.querySelector('input')?.checked === true ? 1e9 : 0);
    labels.sort((a, b) => rank(b) - rank(a));
    box.append(...labels);
  }
  labels.forEach((part, place) => part.classList.toggle('more', place >= AT_FIRST));
  box.classList.toggle('long', labels.length > LONG);
  if (labels.length > LONG && box.previousElementSibling?.tagName !== 'INPUT') {
    const narrow = document.createElement('input');
    Object.assign(narrow, {
      type: 'search',
      placeholder: `Type to narrow ${labels.length}`,
      autocomplete: 'off',
    });
    narrow.dataset.narrow = key;
    narrow.setAttribute('aria-label', `Narrow: ${label}`);
    box.before(narrow);
  }
  if (labels.length > AT_FIRST && !(box.nextElementSibling instanceof HTMLButtonElement)) {
    const all = document.createElement('button');
    Object.assign(all, { type: 'button', className: 'show-all', textContent: `Show all ${labels.length}` });
    all.dataset.more = '';
    box.after(all);
  }
}

/** Shows the choices of a group that have what is typed in its field. */
export function narrowChoices(explorer: HTMLElement, field: HTMLInputElement): void {
  const box = explorer.querySelector<HTMLElement>(`[data-choices="${field.dataset.narrow ?? ''}"]`);
  if (!box) return;
  const typed = normalizeText(field.value.trim());
  for (const part of box.querySelectorAll('label')) {
    const text = normalizeText(`${part.textContent} ${part.querySelector('input')?.value ?? ''}`);
    part.hidden = !text.includes(typed);
  }
  box.classList.toggle('all', typed !== '' || box.classList.contains('opened'));
}

/** Shows all choices of a group, and moves the focus to the first one that was not shown. */
export function showAllChoices(button: HTMLElement): void {
  const box = button.previousElementSibling;
  box?.classList.add('all', 'opened');
  button.remove();
  box?.querySelector<HTMLElement>('.more input')?.focus();
}
