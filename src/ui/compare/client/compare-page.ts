import type { ModelRecord } from '../../../outputs/record/record.ts';
import { noticesOf } from '../../../site/words/compare.ts';
import { writeAddress } from '../../base/client/address-bar.ts';
import { isSecondClick } from '../../base/client/second-click.ts';
import { el } from '../../search/client/dom.ts';
import { currentWorkload } from '../../workload/client/current-workload.ts';
import { chosen, setChosen } from './choice.ts';
import { moved, placed, readCompare, writeCompare, type CompareRequest } from './compare-address.ts';
import { showHead } from './compare-head.ts';
import { compareTable, modelList, type ModelDeed } from './compare-table.ts';
import { loadRecord, type Loaded } from '../../base/client/load-record.ts';
import { costsById } from './matrix/cost-row.ts';
import { differenceSentence, matrixOf, type MarkedGroup } from './matrix/matrix.ts';
import { listenToTools } from './tool-bar.ts';

/**
 * `<model-compare>`: draws the models of the address side by side. An address without models shows those that
 * are chosen on this device. Changes made here are written to both.
 */
class ModelCompare extends HTMLElement {
  #request: CompareRequest = readCompare(new URLSearchParams());
  #records: readonly ModelRecord[] = [];
  #groups: readonly MarkedGroup[] = [];
  #turn = 0;

  connectedCallback(): void {
    const given = new URLSearchParams(location.search);
    this.#request = readCompare(given);
    if (!given.has('m')) this.#write({ ids: chosen().map(({ id }) => id) }, 'replace');
    this.#listen();
    void this.#load('');
  }

  #listen(): void {
    addEventListener('popstate', () => {
      this.#request = readCompare(new URLSearchParams(location.search));
      void this.#load('');
    });
    document.addEventListener('workload-change', () => {
      this.#draw();
    });
    this.addEventListener('click', (event) => {
      const { target } = event;
      const button = target instanceof Element ? target.closest<HTMLElement>('[data-deed]') : null;
      const { deed, id } = button?.dataset ?? {};
      if (deed === 'remove' && isSecondClick(event)) return;
      if (deed !== undefined && id !== undefined) void this.#do(deed as ModelDeed, id);
    });
    const box = this.querySelector('search-box');
    box?.addEventListener('pick', (event) => void this.#add((event as CustomEvent<string>).detail));
    box?.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    this.addEventListener('change', ({ target }) => {
      if (!(target instanceof HTMLInputElement) || target.name !== 'only') return;
      this.#write({ onlyDifferences: target.checked }, 'replace');
      this.#draw();
      this.#say(target.checked ? 'Only rows that differ are shown.' : 'All rows are shown.');
    });
    const bar = this.querySelector<HTMLElement>('[data-tools]');
    if (!bar) return;
    const shown = () => ({ request: this.#request, records: this.#records, groups: this.#groups });
    listenToTools(bar, shown, (sentence) => {
      this.#say(sentence);
    });
  }

  /** Loads the models and draws them. `said` is announced then. */
  async #load(said: string): Promise<void> {
    const turn = (this.#turn += 1);
    const { loaded, leftOut } = await placed(this.#request.ids, loadRecord);
    if (turn !== this.#turn) return;
    const ids = loaded.flatMap(({ id, problem }) => (problem === 'unknown' ? [] : id));
    this.#request = { ...this.#request, ids };
    this.#records = loaded.flatMap(({ record }) => record ?? []);
    this.#draw();
    this.#notice(loaded, leftOut);
    this.#say(said);
  }

  async #add(id: string): Promise<void> {
    const { ids } = this.#request;
    const input = this.#input;
    if (input) {
      input.value = '';
      input.dispatchEvent(new Event('input', { bubbles: true }));
    }
    if (ids.includes(id)) {
      this.#say(`${this.#nameOf(id)} is there already.`);
      return;
    }
    await this.#change([...ids, id]);
    this.#say(`${this.#nameOf(id)} added.`);
    if (input?.disabled === false) input.focus();
  }

  async #do(deed: ModelDeed, id: string): Promise<void> {
    const { ids } = this.#request;
    const name = this.#nameOf(id);
    if (deed === 'reference') {
      this.#write({ reference: id }, 'replace');
      this.#draw();
      this.#say(`${name} is the reference.`);
      this.#focus('remove', id);
    } else if (deed === 'remove') {
      await this.#change(ids.filter((one) => one !== id));
      this.#say(`${name} removed.`);
      this.#input?.focus();
    } else {
      const order = moved(ids, id, deed === 'earlier' ? -1 : 1);
      await this.#change(order);
      this.#say(`${name} is number ${order.indexOf(id) + 1}.`);
      this.#focus(deed, id);
    }
  }

  async #change(ids: readonly string[]): Promise<void> {
    this.#write({ ids }, 'push');
    await this.#load('');
    setChosen(this.#records.map(({ id, name }) => ({ id, name })));
  }

  #write(change: Partial<CompareRequest>, how: 'push' | 'replace'): void {
    this.#request = { ...this.#request, ...change };
    writeAddress(writeCompare(new URLSearchParams(location.search), this.#request), how);
  }

  #draw(): void {
    const records = this.#records;
    const { reference: asked, onlyDifferences } = this.#request;
    const place = records.findIndex(({ id }) => id === asked);
    const reference = Math.max(0, place);
    const workload = currentWorkload()?.workload ?? null;
    const costs = workload === null ? new Map<string, never>() : costsById(records, workload);
    this.#groups = matrixOf(records, { workload, reference });
    const isAny = records.length > 0;
    this.#part('table').replaceChildren(
      ...(isAny ? [compareTable(records, this.#groups, { reference, onlyDifferences, costs })] : []),
    );
    this.#part('list').replaceChildren(...(isAny ? [modelList(records, reference)] : []));
    this.#part('differences').textContent = records.length > 1 ? differenceSentence(this.#groups) : '';
    showHead(this, records, this.#request);
    void this.#drawHistory();
  }

  async #drawHistory(): Promise<void> {
    const place = this.#part('history');
    const records = this.#records;
    place.hidden = records.length === 0;
    if (place.hidden) return;
    const history = await import('./history-section.ts').catch(() => null);
    if (records !== this.#records) return;
    history?.showHistory(place, records, {
      chart: this.#request.chart,
      workload: currentWorkload()?.workload ?? null,
      onChart: (chart) => {
        this.#write({ chart }, 'replace');
      },
    });
  }

  #notice(loaded: readonly Loaded[], leftOut: readonly string[]): void {
    const idsOf = (problem: Loaded['problem']): string[] =>
      loaded.filter((one) => one.problem === problem).map(({ id }) => id);
    const failed = idsOf('failed');
    const unknown = idsOf('unknown');
    const words = noticesOf({
      shown: this.#records.length,
      only: this.#records[0]?.name ?? null,
      unknown,
      failed,
      leftOut,
    });
    const again = el('button', { type: 'button', class: 'cmp-again' }, 'Try again');
    again.addEventListener('click', () => {
      // With the ids that have no column, so that their notices stay.
      this.#request = { ...this.#request, ids: loaded.map(({ id }) => id).concat(leftOut) };
      void this.#load('');
    });
    this.#part('notices').replaceChildren(
      ...words.map((sentence) => el('p', {}, sentence)),
      ...(failed.length > 0 ? [again] : []),
    );
    if (unknown.length > 0) void this.#suggest(unknown);
  }

  /** Offers the models that unknown ids may mean, unless they are compared already. */
  async #suggest(unknown: readonly string[]): Promise<void> {
    const turn = this.#turn;
    const near = await import('../../my-list/client/near-models.ts')
      .then(({ nearModels }) => nearModels(unknown))
      .catch(() => []);
    if (turn !== this.#turn) return;
    const offered = near.filter(({ id }) => !this.#request.ids.includes(id));
    this.#part('notices').append(
      ...offered.map(({ id, asked }) => {
        const add = el('button', { type: 'button', class: 'cmp-again' }, `Add ${id}`);
        add.addEventListener('click', () => void this.#add(id));
        return el('p', {}, `Did you mean ${id} instead of ${asked}? `, add);
      }),
    );
  }

  /** Gives the focus to a button of a model, which a new table has in place of the old one. */
  #focus(deed: ModelDeed, id: string): void {
    const buttons = [...this.querySelectorAll<HTMLButtonElement>('[data-deed]:enabled')].filter(
      (button) => button.dataset.id === id && button.checkVisibility(),
    );
    (buttons.find(({ dataset }) => dataset.deed === deed) ?? buttons[0])?.focus();
  }

  #nameOf(id: string): string {
    return this.#records.find((record) => record.id === id)?.name ?? id;
  }

  #say(sentence: string): void {
    this.#part('said').textContent = sentence;
  }

  get #input(): HTMLInputElement | null {
    return this.querySelector('search-box input');
  }

  #part(name: string): HTMLElement {
    const part = this.querySelector<HTMLElement>(`[data-cmp=${name}]`);
    if (!part) throw new Error(`The comparison has no part ${name}.`);
    return part;
  }
}

customElements.define('model-compare', ModelCompare);
