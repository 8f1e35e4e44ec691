import { capitalize } from '../../../catalog/figures.ts';
import type { Found } from './filtering.ts';

/** Shows a button for each set value, which removes it, and one that removes all. */
export function showChips(explorer: HTMLElement, { phrases, typed }: Found): void {
  const list = explorer.querySelector<HTMLElement>('[data-chips]');
  if (!list) return;
  const chips = phrases.map(({ key, value, text }, place) => {
    const chip = button(`${capitalize(text)} ×`, { name: key, value, chip: String(place) });
    chip.setAttribute('aria-label', `Remove the filter: ${text}`);
    return chip;
  });
  if (phrases.length + Number(typed !== '') > 1) {
    const all = button('Clear all', { clear: '' });
    all.className = 'clear';
    chips.push(all);
  }
  list.replaceChildren(
    ...chips.map((chip) => {
      const item = document.createElement('li');
      item.append(chip);
      return item;
    }),
  );
  list.hidden = chips.length === 0;
}

function button(
  text: string,
  { name = '', value = '', ...data }: Readonly<Record<string, string>>,
): HTMLButtonElement {
  const made = document.createElement('button');
  Object.assign(made, { type: 'button', name, value, textContent: text });
  Object.assign(made.dataset, data);
  return made;
}
