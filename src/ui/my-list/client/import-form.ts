/** Reads what is pasted or opened in the form of the list, and loads what finds ids in it. */

/** Larger texts are hardly a list of ids. In characters. */
const MAX_LENGTH = 2_000_000;

export function listenToImports(form: HTMLFormElement, result: HTMLElement): void {
  const area = form.querySelector('textarea');
  const file = form.querySelector<HTMLInputElement>('input[type=file]');
  if (!area || !file) return;
  const say = (text: string): void => {
    const status = result.querySelector('[role=status]');
    if (status) status.textContent = text;
  };
  const read = (text: string): void => {
    if (text.length > MAX_LENGTH) {
      say('This text is too long: at most 2 million characters are read.');
      return;
    }
    import('./import-view.ts')
      .then(({ importText }) => importText(result, text))
      .catch(() => {
        say('What reads the text could not be loaded. Try again later.');
      });
  };
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (area.value.trim() !== '') {
      read(area.value);
      return;
    }
    say('Paste something first: ids, or a file that mentions some.');
    area.focus();
  });
  file.addEventListener('change', () => {
    const [opened] = file.files ?? [];
    if (!opened) return;
    opened.text().then(
      (text) => {
        // The same file can be opened again.
        file.value = '';
        if (text.length <= MAX_LENGTH) area.value = text;
        read(text);
      },
      () => {
        say(`${opened.name} could not be read.`);
      },
    );
  });
  form.querySelector('fieldset')?.removeAttribute('disabled');
}
