/**
 * `<bottom-sheet>` around a form. On phones `[data-open-sheet]` opens its fields in a sheet;
 * `[data-close-sheet]`, Escape and a press outside close it, and the focus returns to the button. Wide
 * screens show the fields in place.
 */
class BottomSheet extends HTMLElement {
  connectedCallback(): void {
    const opener = this.querySelector<HTMLButtonElement>('[data-open-sheet]');
    const sheet = this.querySelector('fieldset');
    if (!opener || !sheet) return;
    const set = (isOpen: boolean): void => {
      this.toggleAttribute('data-open', isOpen);
      opener.setAttribute('aria-expanded', String(isOpen));
      if (isOpen) sheet.querySelector('input')?.focus();
      else if (this.contains(document.activeElement)) opener.focus();
    };
    opener.disabled = false;
    opener.addEventListener('click', () => {
      set(!this.hasAttribute('data-open'));
    });
    this.querySelector('[data-close-sheet]')?.addEventListener('click', () => {
      set(false);
    });
    this.addEventListener('keydown', (event) => {
      if (event.key === 'Escape' && this.hasAttribute('data-open')) set(false);
    });
    document.addEventListener('pointerdown', ({ target }) => {
      if (this.hasAttribute('data-open') && target instanceof Node && !this.contains(target)) set(false);
    });
  }
}

customElements.define('bottom-sheet', BottomSheet);
