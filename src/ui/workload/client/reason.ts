/**
 * Shows beside a button in words why a figure is missing. Escape and a press elsewhere close it.
 */

const GAP = 6;
const LOOKS =
  'fixed m-0 whitespace-normal rounded border border-edge bg-sheet px-3 py-2 text-left text-sm font-normal text-ink';

export function showReason(button: HTMLElement, text: string): void {
  const popover = document.createElement('p');
  popover.className = `reason ${LOOKS}`;
  popover.popover = 'auto';
  popover.textContent = text;
  popover.addEventListener('toggle', ({ newState }) => {
    if (newState === 'closed') popover.remove();
  });
  button.after(popover);
  popover.showPopover();
  const { left, bottom, top } = button.getBoundingClientRect();
  const { offsetWidth, offsetHeight } = popover;
  const hasRoomBelow = bottom + GAP + offsetHeight <= innerHeight;
  popover.style.left = `${Math.max(GAP, Math.min(left, innerWidth - offsetWidth - GAP))}px`;
  popover.style.top = `${hasRoomBelow ? bottom + GAP : Math.max(GAP, top - GAP - offsetHeight)}px`;
}
