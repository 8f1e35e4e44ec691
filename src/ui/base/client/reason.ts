import { MISSING } from '../../../catalog/figures.ts';

/** Why a figure is missing, in words. */

const GAP = 6;
const LOOKS =
  'fixed m-0 max-w-[20rem] whitespace-normal rounded border border-edge bg-sheet px-3 py-2 text-left font-sans text-sm font-normal text-ink';

/** A dash that is a button. The caller listens to it. */
export function reasonButton(reason: string): HTMLElement {
  const button = document.createElement('button');
  Object.assign(button, { type: 'button', className: 'why' });
  const words = document.createElement('span');
  words.className = 'sr-only';
  words.textContent = `No cost: ${reason}`;
  button.append(MISSING, words);
  return button;
}

/** Shows the words beside a button or in a cell. Escape and a press elsewhere close them. */
export function showReason(anchor: HTMLElement, text: string): HTMLElement {
  const popover = document.createElement('p');
  popover.className = `reason ${LOOKS}`;
  popover.popover = 'auto';
  popover.textContent = text;
  popover.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') popover.remove();
  });
  // A row has no other children than cells.
  if (anchor instanceof HTMLTableCellElement) anchor.append(popover);
  else anchor.after(popover);
  popover.showPopover();
  const { left, bottom, top } = anchor.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popover;
  const hasRoomBelow = bottom + GAP + offsetHeight <= innerHeight;
  popover.style.left = `${Math.max(GAP, Math.min(left, innerWidth - offsetWidth - GAP))}px`;
  popover.style.top = `${hasRoomBelow ? bottom + GAP : Math.max(GAP, top - GAP - offsetHeight)}px`;
  return popover;
}
