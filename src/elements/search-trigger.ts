/**
 * `<search-trigger>` around a link to the search page: opens the search dialog instead, also with `/` and Ctrl-K or ⌘-K from anywhere on
 * the page. Nothing of search is loaded before the pointer or the focus comes near.
 */
class SearchTrigger extends HTMLElement {
  connectedCallback(): void {
    const near = (): void =>
      void load().then(({ warm }) => {
        warm();
      });
    this.addEventListener('pointerenter', near, { once: true });
    this.addEventListener('focusin', near, { once: true });
    this.addEventListener('click', (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(this);
    });
    addEventListener('keydown', (event) => {
      if (!isShortcut(event)) return;
      event.preventDefault();
      open(this);
    });
  }
}

const load = () => import('./search-dialog.ts');

function open(trigger: SearchTrigger): void {
  load().then(
    ({ openSearch }) => {
      openSearch();
    },
    // Without the dialog the link still leads to the search page.
    () => trigger.querySelector('a')?.href && location.assign(trigger.querySelector('a')?.href ?? ''),
  );
}

function isShortcut({ key, ctrlKey, metaKey, altKey, shiftKey, target }: KeyboardEvent): boolean {
  if (key.toLowerCase() === 'k') return (ctrlKey || metaKey) && !altKey && !shiftKey;
  const isTyping =
    target instanceof Element && target.closest('input, textarea, select, [contenteditable]') !== null;
  return key === '/' && !ctrlKey && !metaKey && !altKey && !isTyping;
}

customElements.define('search-trigger', SearchTrigger);
