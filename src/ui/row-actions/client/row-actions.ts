/**
 * Buttons for models, made by scripts: in each row of the tables of models, in search results, and wherever
 * markup has `<button data-act="KEY">` in an element with `data-model-id`. One listener serves all of them.
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

export interface ActionModel {
  readonly id: string;
  readonly name: string;
}

const ORDER: readonly ModelAction['key'][] = ['star', 'compare'];
const GROUP = 'acts';
const actions = new Map<string, ModelAction>();
const models = new WeakMap<Element, ActionModel>();

/** Gives every model on the page a button, now and in rows that are drawn later. */
export function offerAction(action: ModelAction): void {
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

/** A button with text for each action. */
export function actionButtons(model: ActionModel): HTMLButtonElement[] {
  return offered().map((action) => {
    const button = newButton(model, action);
    button.textContent = action.label(model.name);
    return button;
  });
}

/**
 * The same for pointers alone, within a link. Screen readers and keyboards need `actionButtons` beside it,
 * because a link cannot hold a button.
 */
export function actionMarks(model: ActionModel): HTMLElement[] {
  return offered().map((action) => {
    const mark = document.createElement('span');
    mark.setAttribute('aria-hidden', 'true');
    return prepare(mark, model, action);
  });
}

function offered(): readonly ModelAction[] {
  return ORDER.flatMap((key) => actions.get(key) ?? []);
}

function start(): void {
  const pressed = ({ target }: Event): HTMLElement | null =>
    target instanceof Element ? target.closest<HTMLElement>('[data-act]') : null;
  document.addEventListener(
    'click',
    (event) => {
      const button = pressed(event);
      const action = actions.get(button?.dataset.act ?? '');
      if (!button || !action) return;
      action.toggle(modelOf(button));
      if (!isMark(button)) return;
      // It is a press of the mark, and not of the link around it.
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
  document.addEventListener('mousedown', (event) => {
    const button = pressed(event);
    // The focus stays in the field whose results these are.
    if (button && isMark(button)) event.preventDefault();
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
  const model = modelOf(row);
  let group = head.querySelector(`:scope > .${GROUP}`);
  if (!group) {
    group = document.createElement('span');
    group.className = GROUP;
    // A row head is read before each cell: without the names of the buttons.
    head.abbr = model.name;
    link.after(group);
  }
  for (const action of offered()) {
    if (group.querySelector(`[data-act=${action.key}]`)) continue;
    const button = newButton(model, action);
    button.setAttribute('aria-label', action.label(model.name));
    group.append(button);
  }
}

function newButton(model: ActionModel, action: ModelAction): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  return prepare(button, model, action);
}

function prepare<Part extends HTMLElement>(part: Part, model: ActionModel, action: ModelAction): Part {
  part.className = 'act';
  part.dataset.act = action.key;
  models.set(part, model);
  markButton(part, action);
  return part;
}

function markButton(button: HTMLElement, action: ModelAction): void {
  const isOn = action.isOn(modelOf(button).id);
  if (isMark(button)) button.toggleAttribute('data-on', isOn);
  else button.setAttribute('aria-pressed', String(isOn));
}

function isMark({ tagName }: HTMLElement): boolean {
  return tagName === 'SPAN';
}

/** The model of a row, of a button that was made here, or of the part of the page around a button. */
function modelOf(part: HTMLElement): ActionModel {
  const known = models.get(part);
  if (known) return known;
  const around = part.closest<HTMLElement>('tr, [data-model-id]');
  const name = around?.querySelector('tr > th a, h1')?.textContent.trim() ?? '';
  // The first cell of a row shows the id.
  return { id: around?.dataset.modelId ?? around?.querySelector('th code')?.textContent ?? '', name };
}

start();
// Answered by the actions that `start-action.ts` started.
document.dispatchEvent(new CustomEvent('model-actions', { detail: offerAction }));
