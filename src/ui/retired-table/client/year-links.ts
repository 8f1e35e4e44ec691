/** `<year-links>`: its links also lead to rows that the list, which draws as it is scrolled, still lacks. */
class YearLinks extends HTMLElement {
  connectedCallback(): void {
    this.addEventListener('click', (event) => {
      const link = event.target instanceof Element ? event.target.closest('a') : null;
      const id = link?.hash.slice(1) ?? '';
      if (id === '' || document.getElementById(id)) return;
      event.preventDefault();
      void drawnRow(id).then((row) => {
        if (row) location.hash = id;
      });
    });
  }
}

/** Scrolls down until the row is drawn; `null` where the list ends without it. */
async function drawnRow(id: string): Promise<Element | null> {
  const { scrollingElement: page } = document;
  let height = 0;
  while (page && !document.getElementById(id) && page.scrollHeight > height) {
    height = page.scrollHeight;
    scrollTo({ top: height });
    // The list sees that its end is near in one frame, and draws in the next.
    for (let frame = 0; frame < 4; frame++) await new Promise(requestAnimationFrame);
  }
  return document.getElementById(id);
}

customElements.define('year-links', YearLinks);
