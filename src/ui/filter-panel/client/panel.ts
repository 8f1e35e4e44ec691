import { countFacets } from '../../../search/facets.ts';
import {
  FILTERS,
  isFilterKey,
  isList,
  valuesIn,
  withValues,
  type FilterKey,
} from '../../../search/filters.ts';
import type { Filter } from '../../../search/filter-kinds.ts';
import { withAsked } from '../../../search/params.ts';
import { narrowChoices, showAllChoices, showChoices } from './choices.ts';
import { showChips } from './chips.ts';
import { hideEmpty, showEmpty } from './empty.ts';
import type { ModelExplorer } from './explorer.ts';
import { fillFields, isReadable, sayWrong } from './fields.ts';
import { find, type Found } from './filtering.ts';

/** Works the filter panel of an explorer: its fields, counts and chips. */

const shown = new WeakMap<ModelExplorer, Found>();
/** The field that was typed into last. Only the first change of a field adds a history entry. */
let lastTyped: HTMLElement | null = null;

/** What is shown; found again if the explorer has shown nothing but an order so far. */
async function current(explorer: ModelExplorer): Promise<Found> {
  return shown.get(explorer) ?? find(explorer, explorer.parameters, await explorer.groups());
}

export async function onPanelEvent(
  explorer: ModelExplorer,
  type: string,
  target: HTMLElement,
): Promise<void> {
  if (type === 'toggle' || type === 'opened') return count(explorer, await current(explorer));
  if (type === 'click') return onClick(explorer, target);
  if (!(target instanceof HTMLInputElement)) return;
  const { name: key, value, dataset } = target;
  if (dataset.narrow !== undefined) {
    narrowChoices(explorer, target);
    return;
  }
  if (!isFilterKey(key)) return;
  if (target.type === 'checkbox') {
    if (type === 'change') await toggle(explorer, key, value, target.checked);
  } else if (target.type === 'radio') {
    if (type === 'change') await set(explorer, key, value === '' ? [] : [value]);
  } else {
    if (type === 'change') sayWrong(target, key);
    if (!isReadable(key, value)) return;
    sayWrong(target, key);
    const how = lastTyped === target ? 'replace' : 'push';
    lastTyped = target;
    await set(explorer, key, FILTERS[key].read(value.trim()), how);
  }
}

async function onClick(explorer: ModelExplorer, target: HTMLElement): Promise<void> {
  const button = target.closest('button');
  if (!button) return;
  const { name: key, value, dataset } = button;
  if (dataset.clear !== undefined) {
    await change(explorer, { typed: '', filters: {} });
    const { phrases } = await current(explorer);
    if (phrases.length === 0 && !button.isConnected) focusText(explorer);
  } else if (dataset.more !== undefined) showAllChoices(button);
  else if (dataset.chip !== undefined && isFilterKey(key)) {
    const place = Number(dataset.chip);
    await toggle(explorer, key, value, false);
    const chips = explorer.querySelectorAll<HTMLElement>('[data-chip]');
    const next = chips[Math.min(place, chips.length - 1)];
    if (next) next.focus();
    else focusText(explorer);
  } else if (dataset.without !== undefined) {
    const { typed, filters } = await current(explorer);
    if (isFilterKey(dataset.without)) await set(explorer, dataset.without, []);
    else if (dataset.without === 'q') await change(explorer, { typed: '', filters });
    else await change(explorer, { typed, filters: {} });
    focusText(explorer);
  } else if (isFilterKey(key)) {
    const isPressed = button.getAttribute('aria-pressed') === 'true';
    await set(explorer, key, isPressed ? [] : [value]);
  }
}

function focusText(explorer: ModelExplorer): void {
  explorer.querySelector<HTMLElement>('[data-part=toolbar] input')?.focus();
}

async function toggle(explorer: ModelExplorer, key: FilterKey, value: string, isOn: boolean): Promise<void> {
  const { filters } = await current(explorer);
  const others = isList(key) ? valuesIn(filters, key).filter((other) => other !== value) : [];
  await set(explorer, key, isOn ? [...others, value] : others);
}

async function set(
  explorer: ModelExplorer,
  key: FilterKey,
  values: readonly string[],
  how: 'push' | 'replace' = 'push',
): Promise<void> {
  const { typed, filters } = await current(explorer);
  await change(explorer, { typed, filters: withValues(filters, key, values) }, how);
}

async function change(
  explorer: ModelExplorer,
  asked: Pick<Found, 'typed' | 'filters'>,
  how: 'push' | 'replace' = 'push',
): Promise<void> {
  await explorer.change(withAsked(explorer.parameters, asked, explorer.dataset.today ?? ''), how);
}

/** Shows what is set in the panel, as chips and in the text field. Counts follow after the rows are drawn. */
export function showPanel(explorer: ModelExplorer, found: Found): void {
  shown.set(explorer, found);
  if (!explorer.hasUnread) fillFields(explorer, found);
  showChips(explorer, found);
  hideEmpty(explorer);
  setTimeout(() => void count(explorer, found));
}

async function count(explorer: ModelExplorer, found: Found): Promise<void> {
  const answers = await found.answers('typed').catch(() => null);
  if (answers === null || (shown.get(explorer) ?? found) !== found) return;
  const isEmpty = explorer.hasAttribute('data-empty');
  if (isEmpty) showEmpty(explorer, found, answers, await found.answers('every'));
  const fields = [...explorer.querySelectorAll<HTMLDetailsElement>('[data-panel] details')];
  const keys = fields.filter(({ open }) => open).flatMap(({ dataset }) => (dataset.keys ?? '').split(' '));
  const facets = countFacets(answers, found.filters, found.names.today, keys.filter(isFilterKey));
  for (const [key, values] of facets) {
    const filter: Filter = FILTERS[key];
    showChoices(explorer, key, filter, values, found.names);
  }
}
