import { BUTTON } from '../../base/client/button.ts';
import { readColumns } from './table-head.ts';
import type { Columns } from './table-rows.ts';

/**
 * What the rows of a table need on phones, where they are cards: a button for the rest of each row, and the
 * labels of its figures. Loaded on phones alone.
 */

const OPEN = 'open';
/** Same as `Select.astro`. */
const FIELD = 'min-h-9 rounded border border-edge bg-paper px-2 text-sm text-soft max-md:w-full';

/** Gives the labels of the columns to table-media.css, and every row that comes into the table its button. */
export function showCards(list: HTMLElement, table: HTMLTableElement, head: HTMLTableSectionElement): void {
  const bar = list.querySelector<HTMLElement>('[data-part=orders]');
  if (bar) {
    const offer = (): void => {
      offerOrders(bar, readColumns(head));
    };
    offer();
    // Costs may come later, and go.
    new MutationObserver(offer).observe(head.rows[0] ?? head, { childList: true });
  }
  // The places of the others do not count costs.
  const columns = [...readColumns(head).values()].filter(({ header }) => header.dataset.key !== 'cost');
  for (const [index, { header, label }] of columns.entries()) {
    const short = header.dataset.short;
    const quoted = (text: string): string => JSON.stringify(text);
    const name = short === undefined ? 'l' : 'u';
    table.style.setProperty(`--${name}${index + 1}`, quoted(short ?? label));
  }
  addButtons([...table.tBodies]);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes) addButtons([...addedNodes]);
  }).observe(table, { childList: true });
  table.addEventListener('click', ({ target }) => {
    const button = target instanceof Element ? target.closest<HTMLElement>('.more button') : null;
    const row = button?.closest('tr');
    if (!button || !row) return;
    name(button, row, row.classList.toggle(OPEN));
  });
}

function addButtons(bodies: readonly Node[]): void {
  for (const body of bodies) {
    if (!(body instanceof HTMLTableSectionElement)) continue;
    for (const row of body.rows) if (!row.querySelector('.more')) row.append(moreCell(row));
  }
}

function name(button: HTMLElement, row: HTMLTableRowElement, isOpen: boolean): void {
  const word = isOpen ? 'Less' : 'More';
  button.textContent = word;
  button.setAttribute('aria-label', `${word} about ${row.querySelector('a')?.textContent ?? ''}`);
  button.setAttribute('aria-expanded', String(isOpen));
}

function moreCell(row: HTMLTableRowElement): HTMLTableCellElement {
  const button = document.createElement('button');
  button.type = 'button';
  name(button, row, false);
  const cell = document.createElement('td');
  cell.className = 'more';
  cell.append(button);
  return cell;
}

/** The order of a table on phones, which show no heads: a select for the column, and a button to turn it. */
function offerOrders(bar: HTMLElement, columns: Columns): void {
  const select = document.createElement('select');
  select.className = FIELD;
  select.setAttribute('aria-label', 'Sort by');
  for (const [key, { header, label }] of columns) {
    if (header.querySelector('button')) select.add(new Option(label, key));
  }
  const turn = document.createElement('button');
  turn.type = 'button';
  turn.className = BUTTON;
  const sortBy = (key: string): void => columns.get(key)?.header.querySelector('button')?.click();
  const show = (): void => {
    for (const [key, { header }] of columns) {
      const order = header.getAttribute('aria-sort');
      if (order === null) continue;
      select.value = key;
      turn.textContent = order === 'ascending' ? '↑' : '↓';
      turn.setAttribute('aria-label', order === 'ascending' ? 'Ascending' : 'Descending');
    }
  };
  // A head's button sorts by its column in the first direction, and turns the order of the sorted one.
  select.addEventListener('change', () => {
    sortBy(select.value);
  });
  turn.addEventListener('click', () => {
    sortBy(select.value);
  });
  const heads = new MutationObserver(show);
  for (const { header } of columns.values()) heads.observe(header, { attributeFilter: ['aria-sort'] });
  show();
  bar.replaceChildren(select, turn);
}
