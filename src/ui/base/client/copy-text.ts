/**
 * `<copy-text><code>TEXT</code> <button>copy</button></copy-text>`: copies the text of `<code>` to the
 * clipboard.
 */
class CopyText extends HTMLElement {
  connectedCallback(): void {
    const button = this.querySelector('button');
    const source = this.querySelector('code');
    if (!button || !source) return;
    // The clipboard requires a secure context. Without one, the button would do nothing.
    if (!('clipboard' in navigator)) {
      button.hidden = true;
      return;
    }
    const label = button.textContent;
    button.addEventListener('click', () => {
      navigator.clipboard.writeText(source.textContent).then(
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
      setTimeout(() => (button.textContent = label), 1500);
    };
    button.setAttribute('aria-live', 'polite');
  }
}

customElements.define('copy-text', CopyText);
