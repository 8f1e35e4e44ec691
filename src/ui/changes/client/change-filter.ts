import { writeAddress } from '../../base/client/address-bar.ts';
import { fillForm, readAddress, readForm } from '../../base/client/form-address.ts';

/**
 * `<change-filter>` around a form and lists of changes: shows only the changes that match the form and keeps
 * the form's values in the URL. A change is `[data-topic]` in an item `[data-author]` in a section; an item
 * or a section without matches is not shown.
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
    this.toggleAttribute('data-filtered', wanted.size > 0);
    const status = this.querySelector('[role=status]');
    if (status)
      status.textContent = wanted.size > 0 ? `${shown} of ${all} changes shown.` : 'All changes shown.';
    if (address) writeAddress(wanted, address);
  }
}

customElements.define('change-filter', ChangeFilter);
