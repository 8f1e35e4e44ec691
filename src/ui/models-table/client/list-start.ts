import { onPhones } from './phones.ts';

/**
 * What lists of models need before they are touched: heads that sort, and cards on phones. Everything else is
 * loaded with the first touch, or at once if the URL asks for something or a workload is set. It gets the
 * events that it missed.
 */

const FIRST_TOUCHES: readonly string[] = ['pointerover', 'touchstart', 'focusin'];
const EVENTS = [...FIRST_TOUCHES, 'click', 'input', 'change', 'toggle'];
/** Fields and buttons that wait for scripts, without those of menus. */
const CONTROLS = '[data-fields], [data-part=toolbar] > :disabled';

for (const explorer of document.querySelectorAll<HTMLElement>('model-explorer')) {
  for (const list of explorer.querySelectorAll<HTMLElement>('model-table')) startList(list);
  for (const control of explorer.querySelectorAll(CONTROLS)) control.removeAttribute('disabled');
  loadOnTouch(explorer);
}

function startList(list: HTMLElement): void {
  const table = list.querySelector<HTMLTableElement>('table[data-models]');
  const head = table?.tHead;
  if (!head) return;
  for (const label of head.querySelectorAll('[data-first] > :is(a, span)')) {
    const button = document.createElement('button');
    button.type = 'button';
    button.textContent = label.textContent;
    label.replaceWith(button);
  }
  onPhones(async () => {
    (await import('./table-cards.ts')).showCards(list, table, head);
  });
}

function loadOnTouch(explorer: HTMLElement): void {
  const missed: Event[] = [];
  let isLoading = false;
  const load = async (): Promise<void> => {
    isLoading = true;
    try {
      await import('./model-table.ts');
    } catch {
      // The next touch tries again.
      isLoading = false;
      return;
    }
    for (const type of EVENTS) explorer.removeEventListener(type, onEvent, { capture: true });
    for (const { type, target, bubbles } of missed) target?.dispatchEvent(new Event(type, { bubbles }));
  };
  const onEvent = (event: Event): void => {
    const { type, target } = event;
    // Links, summaries and the buttons of rows did what they do; they would do it again.
    if (type !== 'click' || (target instanceof Element && target.closest('button:not(tbody *), [title]')))
      missed.push(event);
    // Groups of filters that are open from the start send a toggle event.
    if (!isLoading && FIRST_TOUCHES.includes(type)) void load();
  };
  for (const type of EVENTS) explorer.addEventListener(type, onEvent, { capture: true });
  // A list that loads then follows the workload by itself.
  document.addEventListener('workload-change', () => {
    if (!isLoading) void load();
  });
  if (location.search !== '' || document.documentElement.hasAttribute('data-workload')) void load();
}
