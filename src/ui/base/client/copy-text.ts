/**
 * `<copy-text><code>TEXT</code> <button>copy</button></copy-text>`: copies the text of `<code>` to the
 * clipboard. A link in its place has its address copied.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const source = this.querySelector('code, a');
    if (!button || !source) return;
    // The clipboard requires a secure context. Without one, the button would do nothing.
    if (!('clipboard' in navigator)) {
      button.hidden = true;
      return;
    }
    const label = [...button.childNodes];
    button.addEventListener('click', () => {
      const text = source instanceof HTMLAnchorElement ? source.href : source.textContent;
      navigator.clipboard.writeText(text).then(
        () => {
          say('copied');
        },
        () => {
          say('not allowed');
        },
      );
    });
    const say = (text: string): void => {
      button.textContent = text;
      setTimeout(() => {
        button.replaceChildren(...label);
      }, 1500);
    };
    button.setAttribute('aria-live', 'polite');
  }
}

customElements.define('copy-text', CopyText);
