const NAMES = ['kind', 'author'] as const;

/**
 * `<change-filter>` around a form and lists of changes: leaves what the form asks for, and keeps that in the address.
 * A change is `[data-topic]` in an item `[data-author]` in a section; what has nothing left is hidden with it.
 */
class ChangeFilter extends HTMLElement {
  connectedCallback(): void {
    const form = this.querySelector('form');
    const fieldset = form?.querySelector('fieldset');
    if (!form || !fieldset) return;
    fieldset.disabled = false;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    form.addEventListener('input', () => {
      this.#show(readForm(form), 'push');
    });
    form.addEventListener('reset', () => {
      this.#show(new URLSearchParams(), 'push');
    });
    const fromAddress = (): void => {
      const wanted = readAddress(form);
      fillForm(form, wanted);
      this.#show(wanted);
    };
    addEventListener('popstate', fromAddress);
    if (location.search !== '') fromAddress();
  }

  #show(wanted: URLSearchParams, address?: 'push'): void {
    const kinds = new Set(wanted.getAll('kind'));
    const author = wanted.get('author');
    let [shown, all] = [0, 0];
    for (const section of this.querySelectorAll('section')) {
      let isEmpty = true;
      for (const item of section.querySelectorAll<HTMLElement>('[data-author]')) {
        const isAuthors = author === null || item.dataset.author === author;
        let isItemEmpty = true;
        for (const change of item.querySelectorAll<HTMLElement>('[data-topic]')) {
          change.hidden = !isAuthors || (kinds.size > 0 && !kinds.has(change.dataset.topic ?? ''));
          all += 1;
          if (change.hidden) continue;
          shown += 1;
          isItemEmpty = false;
        }
        item.hidden = isItemEmpty;
        if (!isItemEmpty) isEmpty = false;
      }
      section.hidden = isEmpty;
    }
    this.toggleAttribute('data-empty', shown === 0);
    const status = this.querySelector('[role=status]');
    if (status)
      status.textContent = wanted.size > 0 ? `${shown} of ${all} changes shown.` : 'All changes shown.';
    if (address) {
      const query = wanted.size > 0 ? `?${wanted}` : '';
      history.pushState(null, '', `${location.pathname}${query}${location.hash}`);
    }
  }
}

function readForm(form: HTMLFormElement): URLSearchParams {
  const wanted = new URLSearchParams();
  for (const [name, value] of new FormData(form)) {
    if (typeof value === 'string' && value !== '') wanted.append(name, value);
  }
  return wanted;
}

/** Only what the form knows is taken from the address. */
function readAddress(form: HTMLFormElement): URLSearchParams {
  const given = new URLSearchParams(location.search);
  const wanted = new URLSearchParams();
  for (const name of NAMES) {
    for (const value of new Set(given.getAll(name)))
      if (offers(form, name, value)) wanted.append(name, value);
  }
  return wanted;
}

function offers(form: HTMLFormElement, name: string, value: string): boolean {
  return [...form.querySelectorAll<HTMLInputElement | HTMLSelectElement>(`[name=${name}]`)].some((field) =>
    field instanceof HTMLSelectElement
      ? value !== '' && [...field.options].some((option) => option.value === value)
      : field.value === value,
  );
}

function fillForm(form: HTMLFormElement, wanted: URLSearchParams): void {
  for (const field of form.elements) {
    if (field instanceof HTMLInputElement) field.checked = wanted.getAll(field.name).includes(field.value);
    else if (field instanceof HTMLSelectElement) field.value = wanted.get(field.name) ?? '';
  }
}

customElements.define('change-filter', ChangeFilter);
