import type * as shownModule from './workload-shown.ts';

const FAILED = 'The form could not be loaded. Try again.';

/**
 * `<workload-line>`: says which workload costs are shown for, and opens the form that changes it. What is not
 * needed until a workload is set or the form is opened is loaded then.
 */
class WorkloadLine extends HTMLElement {
  #unset = '';
  #loadingForm: Promise<void> | undefined;

  connectedCallback(): void {
    const said = this.querySelector('[data-said]');
    const open = this.querySelector<HTMLButtonElement>('[aria-haspopup=dialog]');
    if (!said || !open) return;
    this.#unset = said.textContent;
    const show = (): void => {
      void this.#shown().then(({ showWorkload }) => {
        showWorkload(this, this.#unset);
      });
    };
    document.addEventListener('workload-change', show);
    addEventListener('pageshow', ({ persisted }) => {
      if (persisted) show();
    });
    if (document.documentElement.hasAttribute('data-workload')) show();
    open.disabled = false;
    open.addEventListener('click', () => {
      if (this.#loadingForm) return;
      this.#loadingForm = this.#addForm(open);
      this.#loadingForm.catch(() => {
        this.#loadingForm = undefined;
        said.textContent = FAILED;
      });
    });
  }

  #shown(): Promise<typeof shownModule> {
    return import('./workload-shown.ts');
  }

  async #addForm(open: HTMLElement): Promise<void> {
    const { addForm } = await import('./workload-form.ts');
    addForm(this, open.id);
    // The sheet now listens, too.
    open.click();
  }
}

customElements.define('workload-line', WorkloadLine);
