import { dayCounts } from '../../../search/changes/change-counts.ts';
import { changeFigures } from '../../../search/changes/change-figures.ts';
import { countChanges } from '../../../search/changes/change-item.ts';
import { bySize, changesMatching, filterToDrop } from '../../../search/changes/change-matcher.ts';
import {
  NO_CHANGE_REQUEST,
  withoutFilter,
  writeChangeRequest,
  type ChangeRequest,
} from '../../../search/changes/change-request.ts';
import { count } from '../../../catalog/figures.ts';
import { withWorkload, writeAddress } from '../../base/client/address-bar.ts';
import { isSecondClick } from '../../base/client/second-click.ts';
import { readGroups, type ChangeGroup, type ChangeLine } from './change-lines.ts';
import { ChangePanel } from './change-panel.ts';

/** Filtered lists of at most so many lines are open as a whole. */
const OPEN_LINES = 100;

/**
 * What `<change-filter>` does once it is used: shows only the changes that match, by date or by size, counts
 * what each choice would show, computes the figures from what is shown, and keeps the request in the URL.
 */
export class FilteredChanges {
  readonly #root: HTMLElement;
  readonly #panel: ChangePanel;
  readonly #groups: readonly ChangeGroup[];
  readonly #lines: readonly ChangeLine[];
  #request = NO_CHANGE_REQUEST;
  /** The list without headings, for the order by size. */
  #flat: HTMLUListElement | undefined;

  constructor(root: HTMLElement) {
    this.#root = root;
    this.#panel = new ChangePanel(root);
    this.#groups = readGroups(root);
    this.#lines = this.#groups.flatMap(({ lines }) => lines);
    this.#panel.onStep((size) => {
      this.#apply({ ...this.#request, sizeMin: size === null ? null : Number(size) });
    });
    for (const button of root.querySelectorAll('[data-clear]')) {
      button.addEventListener('click', () => {
        this.#apply({ ...NO_CHANGE_REQUEST, sort: this.#request.sort });
      });
    }
    root.querySelector('[data-drop]')?.addEventListener('click', () => {
      const drop = filterToDrop(this.#lines, this.#request);
      if (drop) this.#apply(withoutFilter(this.#request, drop.filter));
    });
  }

  /** Applies the fields after an input into `target`. */
  readForm(target: EventTarget | null): void {
    // The field that narrows the authors filters nothing.
    if (target instanceof HTMLInputElement && target.name === '') return;
    const isTyped = target instanceof HTMLInputElement && target.name === 'size_min';
    this.#change(this.#panel.read(), isTyped ? 'replace' : 'push');
  }

  /** Applies the request of the address. */
  readAddress(): void {
    this.#request = this.#panel.readAddress();
    this.#panel.fill(this.#request);
    this.#show();
  }

  /** Sets the fields, too. */
  #apply(request: ChangeRequest): void {
    this.#panel.fill(request);
    this.#change(request, 'push');
  }

  #change(request: ChangeRequest, how: 'push' | 'replace'): void {
    this.#request = request;
    writeAddress(withWorkload(writeChangeRequest(request)), how);
    this.#show();
  }

  #show(): void {
    const shown = changesMatching(this.#lines, this.#request);
    const set = this.#panel.setFilters(this.#request);
    this.#panel.count(this.#lines, this.#request);
    this.#showLines(new Set(shown), set.length > 0);
    this.#order(shown);
    this.#showChips();
    this.#showFigures(shown);
    const [now, all] = [countChanges(shown), countChanges(this.#lines)];
    this.#root.toggleAttribute('data-filtered', set.length > 0);
    this.#text('[role=status]', set.length > 0 ? `${now} of ${all} changes shown.` : 'All changes shown.');
    this.#text('[data-filter-count]', set.length > 0 ? ` (${set.length})` : '');
    this.#text('[data-sheet-done]', `Show ${count(now, 'change')}`);
    this.#showEmpty(shown.length === 0);
  }

  #showLines(shown: ReadonlySet<ChangeLine>, isFiltered: boolean): void {
    for (const { element, lines, isOpen } of this.#groups) {
      const own = lines.filter((line) => shown.has(line));
      for (const line of lines) line.element.hidden = !shown.has(line);
      element.hidden = own.length === 0;
      element.open = isOpen || (isFiltered && shown.size <= OPEN_LINES);
      element.querySelector('summary > small')?.replaceChildren(dayCounts(own));
    }
  }

  /** By size: one list, the largest first. By date: each line below its own heading. */
  #order(shown: readonly ChangeLine[]): void {
    const groups = this.#root.querySelector<HTMLElement>('[data-part=groups]');
    if (!groups) return;
    const isBySize = this.#request.sort === 'size';
    if (isBySize) {
      this.#flat ??= this.#makeFlat(groups);
      this.#flat.replaceChildren(...[...shown].sort(bySize).map(({ element }) => element));
    } else if (this.#flat) {
      for (const { list, lines } of this.#groups) list.append(...lines.map(({ element }) => element));
    }
    groups.hidden = isBySize;
    if (this.#flat) this.#flat.hidden = !isBySize;
  }

  #makeFlat(before: Element): HTMLUListElement {
    const flat = document.createElement('ul');
    flat.className = 'alike';
    before.before(flat);
    // Lines whose day is in their heading need it themselves.
    for (const { element, group } of this.#lines) {
      const names = element.querySelector('div');
      if (!names || names.querySelector('time')) continue;
      const day = document.createElement('time');
      day.textContent = group.element.querySelector('h2')?.textContent.trim() ?? '';
      const remark = names.querySelector('small');
      names.insertBefore(day, remark);
      day.before(' ');
    }
    return flat;
  }

  #showChips(): void {
    const list = this.#root.querySelector('[data-chips]');
    const template = this.#root.querySelector<HTMLTemplateElement>('template[data-chip]');
    if (!list || !template) return;
    const chips = this.#panel.setFilters(this.#request).map(({ label, without }) => {
      const chip = template.content.cloneNode(true) as DocumentFragment;
      const button = chip.querySelector('button');
      chip.querySelector('span')?.replaceChildren(label);
      button?.setAttribute('aria-label', `Remove the filter: ${label}`);
      button?.addEventListener('click', (event) => {
        if (isSecondClick(event)) return;
        this.#apply(without);
        // The chip is gone with its focus.
        const next =
          list.querySelector('button') ?? this.#root.querySelector<HTMLElement>('[name=sort]:checked');
        next?.focus();
      });
      return chip;
    });
    list.replaceChildren(...chips);
  }

  #showFigures(shown: readonly ChangeLine[]): void {
    const { increases, decreases, models, priced, largest } = changeFigures(shown);
    const texts = {
      up: increases.count,
      'up-median': increases.median ?? '–',
      down: decreases.count,
      'down-median': decreases.median ?? '–',
      models,
      priced,
      largest: largest?.text ?? '–',
    };
    for (const [figure, text] of Object.entries(texts)) this.#text(`[data-figure=${figure}]`, String(text));
    const of = this.#root.querySelector('[data-figure=largest-of]');
    const line = largest?.item;
    const name = line?.element.querySelector('div > :is(a, b)')?.cloneNode(true);
    const day =
      line?.element.querySelector('time')?.textContent ??
      line?.group.element.querySelector('h2')?.textContent;
    of?.replaceChildren(...(name ? [name, `, ${day?.trim() ?? ''}`] : []));
  }

  #showEmpty(isEmpty: boolean): void {
    const part = this.#root.querySelector<HTMLElement>('[data-part=empty]');
    const button = this.#root.querySelector<HTMLElement>('[data-drop]');
    if (!part || !button) return;
    part.hidden = !isEmpty || this.#lines.length === 0;
    const drop = isEmpty ? filterToDrop(this.#lines, this.#request) : null;
    button.hidden = drop === null;
    if (drop === null) return;
    const labels = this.#panel
      .setFilters({ ...NO_CHANGE_REQUEST, [drop.filter]: this.#request[drop.filter] })
      .map(({ label }) => label);
    button.textContent = `Without “${labels.join(', ')}”: ${count(drop.count, 'change')}`;
  }

  #text(selector: string, text: string): void {
    this.#root.querySelector(selector)?.replaceChildren(text);
  }
}
