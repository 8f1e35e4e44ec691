import '../../base/client/menu.ts';
import { date } from '../../../catalog/format.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { failedWords, listWords } from '../../../site/words/my-list.ts';
import { isSecondClick } from '../../base/client/second-click.ts';
import { el } from '../../search/client/dom.ts';
import { currentWorkload } from '../../workload/client/current-workload.ts';
import { listenToImports } from './import-form.ts';
import { loadRecords } from './load-records.ts';
import { isChanged, listed, modelRow, removedRow, type Listed } from './my-row.ts';
import { factsOf } from './record-facts.ts';
import {
  changeStars,
  followStars,
  replaceUnreadable,
  starred,
  STARS_CHANGE,
  storageProblem,
  withoutStar,
  type Star,
} from './starred.ts';
import { markedAsSeen, visited } from './visit.ts';

const PROBLEMS = {
  denied:
    'This browser does not let this site store anything, so your list lasts only until you leave the page.',
  full: 'The storage of this site is full, so the last change to your list lasts only until you leave the page.',
  unreadable:
    'What is stored here as your list cannot be read. It stays as it is, and changes are not stored.',
} as const;

/** `<my-list>`: the starred models of this device, and what changed about them since the last visit. */
class MyList extends HTMLElement {
  #records = new Map<string, ModelRecord | null>();
  /** Removed here, each with the models that were before it. */
  readonly #removed = new Map<string, { readonly star: Star; readonly place: number }>();
  #isVisit = false;

  connectedCallback(): void {
    document.addEventListener(STARS_CHANGE, () => void this.#update());
    followStars();
    document.addEventListener('workload-change', () => {
      this.#show();
    });
    this.addEventListener('click', (event) => {
      if (event.target instanceof Element && !isSecondClick(event)) this.#onClick(event.target);
    });
    const form = this.querySelector<HTMLFormElement>('form[data-import]');
    if (form) listenToImports(form, this.#part('result'));
    void this.#update();
  }

  /** Loads what is not known yet, and shows the list. */
  async #update(): Promise<void> {
    const missing = starred().filter(({ id }) => !this.#records.has(id));
    if (missing.length > 0) {
      this.#part('summary').textContent = 'Loading …';
      // A change that comes meanwhile must not load them again.
      for (const { id } of missing) this.#records.set(id, null);
      for (const [id, record] of await loadRecords(missing.map(({ id }) => id)))
        this.#records.set(id, record);
      this.#keep(visited);
    }
    this.#show();
  }

  /** Changes the stars whose records are known. Announces it only if something changed. */
  #keep(change: typeof visited): void {
    const now = new Date().toISOString();
    const edit = (models: readonly Star[]): readonly Star[] =>
      models.map((star) => {
        const record = this.#records.get(star.id);
        return record ? change(star, factsOf(record), now) : star;
      });
    this.#isVisit = true;
    changeStars(edit);
    this.#isVisit = false;
  }

  #show(): void {
    if (this.#isVisit) return;
    const models = starred().map((star) => listed(star, this.#records.get(star.id) ?? null));
    const failed = models.filter(({ record }) => record === null);
    const known = models.filter(({ record }) => record !== null);
    const changed = known.filter(isChanged);
    this.#fill('changed', changed);
    this.#fill(
      'same',
      known.filter((model) => !isChanged(model)),
    );
    this.#fill('failed', failed);
    this.#showRemoved(models);
    const days = new Set(changed.flatMap(({ since }) => since?.at.slice(0, 10) ?? []));
    const [day = null] = days.size === 1 ? days : [];
    this.#part('summary').textContent =
      models.length === 0 ? '' : listWords(models.length, changed.length, day);
    this.#part('since').textContent =
      day === null ? 'Changed since your last visit' : `Changed since ${date(day)}`;
    for (const part of this.querySelectorAll<HTMLElement>('[data-if-any]')) part.hidden = models.length === 0;
    this.#part('empty').hidden = models.length > 0;
    this.#part('seen').hidden = changed.length === 0;
    this.#part('rule').hidden = models.length === 0;
    const names = failed.map(({ star }) => star.name);
    this.#notice('failure', names.length === 0 ? null : failedWords(names, !navigator.onLine), 'retry');
    const problem = storageProblem();
    this.#notice('problem', problem && PROBLEMS[problem], problem === 'unreadable' ? 'replace' : null);
    this.#part('import').hidden = false;
    this.#offer(models).catch(() => undefined);
  }

  async #offer(models: readonly Listed[]): Promise<void> {
    if (models.length === 0) return;
    const workload = currentWorkload()?.workload;
    const [{ offerUses }, costs] = await Promise.all([
      import('./list-uses.ts'),
      workload && import('./row-costs.ts'),
    ]);
    offerUses(this, models);
    if (workload) costs?.showCosts(this, models, workload);
  }

  #fill(part: string, models: readonly Listed[]): void {
    const section = this.#part(part);
    section.querySelector('ul')?.replaceChildren(...models.map(modelRow));
    section.hidden = models.length === 0;
  }

  /** Puts a line in the place of each model that was removed here. */
  #showRemoved(models: readonly Listed[]): void {
    const rows = [...this.#removed].filter(([id]) => models.every(({ star }) => star.id !== id));
    const list = this.#part('removed');
    list.replaceChildren(...rows.map(([, { star }]) => removedRow(star)));
    list.hidden = rows.length === 0;
  }

  #notice(part: string, text: string | null, action: string | null): void {
    const notice = this.#part(part);
    notice.hidden = text === null;
    const words = notice.querySelector('[data-words]');
    if (words) words.textContent = text;
    const button = notice.querySelector('button');
    if (button) button.hidden = button.dataset.do !== action;
  }

  #onClick(target: Element): void {
    const button = target.closest<HTMLElement>('[data-act=remove], [data-undo], [data-do]');
    const id = button?.closest<HTMLElement>('[data-model-id]')?.dataset.modelId;
    if (!button) return;
    if (button.dataset.act === 'remove' && id !== undefined) this.#remove(id);
    else if (button.dataset.undo !== undefined) this.#restore(button.dataset.undo);
    else if (button.dataset.do === 'seen') {
      this.#keep(markedAsSeen);
      this.#show();
      this.#part('summary').focus();
    } else if (button.dataset.do === 'replace') replaceUnreadable();
    else if (button.dataset.do === 'retry') {
      this.#records = new Map([...this.#records].filter(([, record]) => record !== null));
      void this.#update();
    }
  }

  #remove(id: string): void {
    const place = starred().findIndex((star) => star.id === id);
    const star = starred()[place];
    if (!star) return;
    this.#removed.set(id, { star, place });
    changeStars((models) => withoutStar(models, id));
    this.querySelector<HTMLElement>(`[data-undo="${CSS.escape(id)}"]`)?.focus();
  }

  #restore(id: string): void {
    const removed = this.#removed.get(id);
    if (!removed) return;
    this.#removed.delete(id);
    changeStars((models) => withoutStar(models, id).toSpliced(removed.place, 0, removed.star));
    this.querySelector<HTMLElement>(`[data-model-id="${CSS.escape(id)}"] [data-act]`)?.focus();
  }

  #part(name: string): HTMLElement {
    return this.querySelector<HTMLElement>(`[data-part=${name}]`) ?? el('div');
  }
}

customElements.define('my-list', MyList);
