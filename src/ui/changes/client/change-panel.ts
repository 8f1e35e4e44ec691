import { changeCounts } from '../../../search/changes/change-matcher.ts';
import {
  CHANGE_FILTERS,
  isPercent,
  isSet,
  readChangeRequest,
  type ChangeFilter,
  type ChangeRequest,
  type ChangeTerms,
} from '../../../search/changes/change-request.ts';
import type { ChangeItem } from '../../../search/changes/change-item.ts';

/** A filter that is set, for its chip. */
interface SetFilter {
  readonly label: string;
  /** The request without it. */
  readonly without: ChangeRequest;
}

/** The fields of the filter form and of the order. */
export class ChangePanel {
  readonly #root: HTMLElement;
  readonly #terms: ChangeTerms;

  constructor(root: HTMLElement) {
    this.#root = root;
    const valuesOf = (name: string): ReadonlySet<string> =>
      new Set(this.#inputs(name).map(({ value }) => value));
    this.#terms = { kinds: valuesOf('kind'), authors: valuesOf('author') };
    this.#narrow();
    for (const type of ['input', 'change'])
      this.#size?.addEventListener(type, () => {
        this.#sayWrong(type);
      });
    // A size may have been typed in full before this was loaded.
    this.#sayWrong(document.activeElement === this.#size ? 'input' : 'change');
  }

  /** The request of the fields. */
  read(): ChangeRequest {
    const given = new URLSearchParams();
    for (const name of ['direction', 'kind', 'author', 'sort']) {
      for (const { checked, value } of this.#inputs(name)) if (checked) given.append(name, value);
    }
    given.set('size_min', this.#size?.value ?? '');
    return readChangeRequest(given, this.#terms);
  }

  /** The request of the address. */
  readAddress(): ChangeRequest {
    return readChangeRequest(new URLSearchParams(location.search), this.#terms);
  }

  fill(request: ChangeRequest): void {
    const { direction, kinds, authors, sizeMin, sort } = request;
    const values: Readonly<Record<string, readonly string[]>> = {
      direction: [direction ?? ''],
      kind: kinds,
      author: authors,
      sort: [sort],
    };
    for (const [name, chosen] of Object.entries(values)) {
      for (const input of this.#inputs(name)) input.checked = chosen.includes(input.value);
    }
    if (this.#size) this.#size.value = sizeMin === null ? '' : String(sizeMin);
    this.#sayWrong('change');
  }

  /** Says beside each choice how many changes it would show. */
  count(items: readonly ChangeItem[], request: ChangeRequest): void {
    const { kinds, authors, sizes } = changeCounts(items, request);
    for (const [name, counts] of [
      ['kind', kinds],
      ['author', authors],
    ] as const) {
      for (const input of this.#inputs(name)) {
        const label = input.closest('label');
        const count = counts.get(input.value) ?? 0;
        label?.querySelector('small')?.replaceChildren(String(count));
        label?.classList.toggle('zero', count === 0);
      }
    }
    for (const step of this.#steps) {
      step.querySelector('small')?.replaceChildren(String(sizes.get(step.value) ?? 0));
      step.setAttribute('aria-pressed', String(step.value === String(request.sizeMin)));
    }
  }

  /** The filters that are set, in the order of the panel. */
  setFilters(request: ChangeRequest): readonly SetFilter[] {
    return CHANGE_FILTERS.filter((filter) => isSet(request, filter)).flatMap((filter) =>
      this.#setValues(request, filter),
    );
  }

  /** Calls back with the size of a step that is pressed; `null` if it was set. */
  onStep(choose: (size: string | null) => void): void {
    for (const step of this.#steps) {
      step.addEventListener('click', () => {
        choose(step.getAttribute('aria-pressed') === 'true' ? null : step.value);
      });
    }
  }

  #setValues(request: ChangeRequest, filter: ChangeFilter): readonly SetFilter[] {
    if (filter === 'direction') {
      const label = request.direction === 'up' ? 'Increases' : 'Decreases';
      return [{ label, without: { ...request, direction: null } }];
    }
    if (filter === 'sizeMin') {
      return [{ label: `At least ${request.sizeMin ?? 0}%`, without: { ...request, sizeMin: null } }];
    }
    return request[filter].map((value) => ({
      label: this.#labelOf(filter === 'kinds' ? 'kind' : 'author', value),
      without: { ...request, [filter]: request[filter].filter((other) => other !== value) },
    }));
  }

  #labelOf(name: string, value: string): string {
    const input = this.#inputs(name).find((one) => one.value === value);
    return input?.closest('label')?.querySelector('span')?.textContent ?? value;
  }

  /** Says what is wrong with a size once it is typed in full, until it can be read. */
  #sayWrong(type: string): void {
    const size = this.#size;
    const line = this.#root.querySelector('#wrong-size');
    if (!size || !line) return;
    const isWrong = !isPercent(size.value);
    if (isWrong && type === 'input') return;
    size.setAttribute('aria-invalid', String(isWrong));
    line.textContent = isWrong ? 'Not a percentage. Write 25 or 7.5.' : '';
  }

  get #size(): HTMLInputElement | null {
    return this.#root.querySelector('[name=size_min]');
  }

  get #steps(): readonly HTMLButtonElement[] {
    return [...this.#root.querySelectorAll<HTMLButtonElement>('[data-sizes] button')];
  }

  #inputs(name: string): readonly HTMLInputElement[] {
    return [...this.#root.querySelectorAll<HTMLInputElement>(`input[name="${name}"]`)];
  }

  /** Hides the authors whose label does not hold the typed text; those that are chosen stay. */
  #narrow(): void {
    const field = this.#root.querySelector<HTMLInputElement>('[data-narrow]');
    if (!field) return;
    const narrow = (): void => {
      const typed = field.value.trim().toLowerCase();
      for (const { checked, parentElement } of this.#inputs('author')) {
        if (!parentElement) continue;
        parentElement.hidden = !checked && !parentElement.textContent.toLowerCase().includes(typed);
      }
    };
    field.addEventListener('input', narrow);
    // What was typed before this was loaded.
    narrow();
  }
}
