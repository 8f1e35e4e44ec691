/** The screens that show the fields in place, from the widths in tailwind.config.cjs. */
const WIDE: Readonly<Record<string, string>> = {
  md: '(min-width: 48em)',
  xl: '(min-width: 80em)',
  never: 'not all',
};

/**
 * `<side-sheet>` around fields, with a dialog for narrow screens. The fields are in `[data-place]` on screens
 * of the width `data-from` and wider, and in the dialog on narrower ones; `never`: always in the dialog.
 * `[data-open-sheet]`, or the button with the id `data-opener`, opens the dialog. `[data-close-sheet]`,
 * Escape and a press outside close it, and the focus returns to the button. Dispatches `opened`.
 */
class SideSheet extends HTMLElement {
  connectedCallback(): void {
    const { from = 'md', opener: openerId = '' } = this.dataset;
    const opener =
      this.querySelector<HTMLButtonElement>('[data-open-sheet]') ??
      (document.getElementById(openerId) as HTMLButtonElement | null);
    const fields = this.querySelector<HTMLFieldSetElement>('[data-fields]');
    const place = this.querySelector('[data-place]');
    const dialog = this.querySelector('dialog');
    const room = this.querySelector('[data-room]');
    if (!opener || !fields || !place || !dialog || !room) return;
    fields.disabled = false;
    opener.disabled = false;
    const wide = matchMedia(WIDE[from] ?? '');
    const arrange = (): void => {
      if (wide.matches) dialog.close();
      const now = wide.matches ? place : room;
      // Moving them takes the focus out of them.
      if (fields.parentElement !== now) now.append(fields);
    };
    arrange();
    wide.addEventListener('change', arrange);
    opener.addEventListener('click', () => {
      dialog.showModal();
      this.dispatchEvent(new CustomEvent('opened', { bubbles: true }));
    });
    for (const closer of dialog.querySelectorAll('[data-close-sheet]')) {
      closer.addEventListener('click', () => {
        dialog.close();
      });
    }
    dialog.addEventListener('click', ({ target }) => {
      // The children cover the whole dialog, so a click on the dialog itself is one on the backdrop.
      if (target === dialog) dialog.close();
    });
    dialog.addEventListener('close', () => {
      if (!wide.matches) opener.focus();
    });
  }
}

customElements.define('side-sheet', SideSheet);
