/**
 * Buttons for models, made by scripts: in each row of the tables of models, and wherever markup has
 * `<button data-act="KEY">` in an element with `data-model-id`. One listener serves all of them.
 */

/** One button of each model, which is pressed or not. */
export interface ModelAction {
  /** Also the order of the buttons of a row. */
  readonly key: 'star' | 'compare';
  /** The name of the button: `Star GPT-4o`. */
  readonly label: (name: string) => string;
  readonly isOn: (id: string) => boolean;
  readonly toggle: (model: ActionModel) => void;
  /** The event of the document after which buttons are marked again. */
  readonly changedBy: string;
}

interface ActionModel {
  readonly id: string;
  readonly name: string;
}

const ORDER: readonly ModelAction['key'][] = ['star', 'compare'];
const GROUP = 'acts';
const actions = new Map<string, ModelAction>();
const ids = new WeakMap<Element, string>();

/** Gives every model on the page a button, now and in rows that are drawn later. */
export function offerAction(action: ModelAction): void {
  if (actions.size === 0) start();
  actions.set(action.key, action);
  const mark = (): void => {
    for (const button of buttonsOf(action.key)) markButton(button, action);
  };
  for (const table of tables()) fillRows(table.tBodies);
  mark();
  document.addEventListener(action.changedBy, mark);
  // Pages that come back from the browser's cache are as old as they were left.
  addEventListener('pageshow', mark);
}

function start(): void {
  document.addEventListener('click', (event) => {
    const { target } = event;
    const button = target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
    const action = actions.get(button?.dataset.act ?? '');
    if (!button || !action) return;
    // The button may be in a link.
    event.preventDefault();
    action.toggle({ id: idOf(button), name: nameOf(button) });
  });
  const observer = new MutationObserver((changes) => {
    for (const { addedNodes } of changes) fillRows(addedNodes);
  });
  for (const table of tables()) observer.observe(table, { childList: true });
}

const tables = (): NodeListOf<HTMLTableElement> => document.querySelectorAll('table[data-models]');

const buttonsOf = (key: string): NodeListOf<HTMLElement> => document.querySelectorAll(`[data-act=${key}]`);

function fillRows(bodies: Iterable<Node>): void {
  for (const body of bodies) {
    if (body instanceof HTMLTableSectionElement && body.tagName === 'TBODY') {
      for (const row of body.rows) fillRow(row);
    }
  }
}

/** Adds the buttons that a row lacks. */
function fillRow(row: HTMLTableRowElement): void {
  const head = row.cells[0];
  const link = head?.querySelector('a');
  if (!head || !link) return;
  let group = head.querySelector(`:scope > .${GROUP}`);
  if (!group) {
    group = document.createElement('span');
    group.className = GROUP;
    // A row head is read before each cell: without the names of the buttons.
    head.abbr = nameOf(head);
    link.after(group);
  }
  for (const key of ORDER) {
    const action = actions.get(key);
    if (action && !group.querySelector(`[data-act=${key}]`)) group.append(newButton(row, action));
  }
}

function newButton(row: HTMLTableRowElement, action: ModelAction): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.dataset.act = action.key;
  button.setAttribute('aria-label', action.label(nameOf(row)));
  ids.set(button, idIn(row));
  markButton(button, action);
  return button;
}

function markButton(button: HTMLElement, action: ModelAction): void {
  button.setAttribute('aria-pressed', String(action.isOn(idOf(button))));
}

function idOf(button: HTMLElement): string {
  return ids.get(button) ?? button.closest<HTMLElement>('[data-model-id]')?.dataset.modelId ?? '';
}

/** The id of a row. Its first cell shows it. */
function idIn(row: HTMLTableRowElement): string {
  return row.dataset.modelId ?? row.querySelector('th code')?.textContent ?? '';
}

function nameOf(part: HTMLElement): string {
  const row = part.closest('tr');
  const model = part.closest<HTMLElement>('[data-model-id]');
  const name = row ? row.querySelector('a') : model?.querySelector('[data-model-name], h1');
  return name?.textContent.trim() ?? '';
}
