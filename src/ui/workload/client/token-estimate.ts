import { count, integer } from '../../../catalog/figures.ts';
import { MAX_TEXT_LENGTH } from './form-markup.ts';

/** Estimates the tokens of a text in the browser. */

const PAUSE = 300;
const FAILED = 'The tokenizer could not be loaded. Type the text again to try once more.';

/** Makes the part of the form count what is typed. `use` gets the number of tokens on request. */
export function offerEstimate(form: HTMLFormElement, use: (tokens: number) => void): void {
  const text = form.querySelector('textarea');
  const said = form.querySelector('[data-part=estimated]');
  const button = form.querySelector<HTMLButtonElement>('[data-use-estimate]');
  if (!text || !said || !button) return;
  let tokens = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const estimate = async (): Promise<void> => {
    const typed = text.value;
    if (typed !== '' && said.textContent === '') said.textContent = 'Counting …';
    const counted = typed === '' ? 0 : await countTokens(typed).catch(() => null);
    // A later text is counted by its own call.
    if (text.value !== typed) return;
    tokens = counted ?? 0;
    button.disabled = tokens === 0;
    said.textContent = counted === null ? FAILED : typed === '' ? '' : estimateWords(tokens, typed.length);
  };
  text.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void estimate(), PAUSE);
  });
  button.addEventListener('click', () => {
    use(tokens);
  });
}

async function countTokens(text: string): Promise<number> {
  const tokenizer = await import('./tokenizer.ts');
  return tokenizer.countTokens(text);
}

/** `About 1,234 tokens in the encoding o200k_base of OpenAI. …` */
export function estimateWords(tokens: number, characters: number): string {
  const about = `About ${count(tokens, 'token')} in the encoding o200k_base of OpenAI.`;
  const cut =
    characters >= MAX_TEXT_LENGTH ? ` Only the first ${integer(MAX_TEXT_LENGTH)} characters count.` : '';
  return `${about}${cut} An estimate: other tokenizers may need fewer or more.`;
}
