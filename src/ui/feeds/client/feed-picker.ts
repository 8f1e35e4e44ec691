/**
 * `<feed-picker>` around a form with three selects: which models (`of`), what (`what`) and which format
 * (`as`). Shows the address of the feed or calendar that they name. The options are those of the markup:
 * an option of `of` is the path of a scope, and the others say in which cases they exist.
 */
class FeedPicker extends HTMLElement {
  connectedCallback(): void {
    const of = this.#select('of');
    const what = this.#select('what');
    const as = this.#select('as');
    const address = this.querySelector('code');
    const open = this.querySelector<HTMLAnchorElement>('a[data-part=open]');
    const subscribe = this.querySelector<HTMLAnchorElement>('a[data-part=subscribe]');
    if (!of || !what || !as || !address || !open || !subscribe) return;
    const [kinds, forms] = [[...what.options], [...as.options]];
    const show = (): void => {
      offer(
        what,
        kinds.filter((kind) => kind.dataset.scope === of.selectedOptions[0]?.dataset.scope),
      );
      const { path = '', forms: endings = '' } = what.selectedOptions[0]?.dataset ?? {};
      offer(
        as,
        forms.filter((form) => endings.split(' ').includes(form.value)),
      );
      const { href, host, pathname } = new URL(`${of.value}${path}.${as.value}`, location.href);
      open.href = href;
      address.textContent = href;
      subscribe.href = `webcal://${host}${pathname}`;
      subscribe.hidden = as.value !== 'ics';
    };
    this.addEventListener('input', show);
    this.querySelector('form')?.addEventListener('submit', (event) => {
      event.preventDefault();
    });
    show();
    this.querySelector('fieldset')?.removeAttribute('disabled');
  }

  #select(name: string): HTMLSelectElement | null {
    return this.querySelector(`select[name=${name}]`);
  }
}

/** Leaves only these options, of which the chosen one stays chosen. */
function offer(select: HTMLSelectElement, options: readonly HTMLOptionElement[]): void {
  const { value } = select;
  select.replaceChildren(...options);
  const chosen = options.findIndex((option) => option.value === value);
  select.selectedIndex = Math.max(chosen, 0);
}

customElements.define('feed-picker', FeedPicker);
