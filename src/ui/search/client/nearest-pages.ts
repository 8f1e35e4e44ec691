const LIMIT = 6;

/**
 * `<nearest-pages>` on the page for missing addresses: fills `[data-rows]` with the pages whose names are
 * nearest to the address, and shows itself. Without results it stays hidden.
 */
class NearestPages extends HTMLElement {
  connectedCallback(): void {
    this.#show().catch(() => undefined);
  }

  async #show(): Promise<void> {
    const { nearestRows } = await import('./kit.ts');
    const rows = await nearestRows(location.pathname, LIMIT);
    if (rows.length === 0) return;
    this.querySelector('[data-rows]')?.replaceChildren(
      ...rows.map((row) => {
        const item = document.createElement('li');
        item.append(row);
        return item;
      }),
    );
    const part = this.querySelector('section');
    if (part) part.hidden = false;
  }
}

customElements.define('nearest-pages', NearestPages);
