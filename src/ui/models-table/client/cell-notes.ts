import { showReason } from '../../base/client/reason.ts';

/**
 * What has a title that browsers show to a mouse alone: why a figure is missing, all of its digits, or what a
 * column means. The head of a column that sorts shows that on its second line, any other on its label.
 */
const NOTED = 'td[title], .tag[title], thead th[title] > :is(small, span)';
const STEPS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowLeft: -1 };

/**
 * Shows the title of what is pressed. The right arrow key goes from the link of a row to its cells that have
 * one, and from a head to its second line; the left one goes back.
 */
export function showNotes(table: HTMLTableElement): void {
  table.addEventListener('click', ({ target }) => {
    const noted = target instanceof Element ? target.closest<HTMLElement>(NOTED) : null;
    // Text that is being selected stays in sight.
    if (noted && getSelection()?.isCollapsed !== false) showReason(noted, titleOf(noted));
  });
  table.addEventListener('keydown', (event) => {
    const { key, target, altKey, ctrlKey, metaKey, shiftKey } = event;
    const step = STEPS[key];
    if (step === undefined || altKey || ctrlKey || metaKey || shiftKey) return;
    const row = target instanceof Element ? target.closest('tr') : null;
    const stops = [...(row?.querySelectorAll<HTMLElement>(`th > a, thead button, ${NOTED}`) ?? [])];
    const shown = stops.filter((stop) => stop.checkVisibility());
    const place = shown.findIndex((stop) => stop === target);
    const next = place < 0 ? undefined : shown[place + step];
    if (!next) return;
    event.preventDefault();
    if (!next.matches(NOTED)) next.focus();
    else focusNote(next);
  });
}

/** The cell can have the focus until it loses it, so that the Tab key does not stop at every figure. */
function focusNote(noted: HTMLElement): void {
  noted.tabIndex = -1;
  noted.focus();
  noted.title = titleOf(noted);
  const note = showReason(noted, noted.title);
  const leave = (): void => {
    noted.removeAttribute('tabindex');
    if (note.isConnected) note.hidePopover();
  };
  noted.addEventListener('blur', leave, { once: true });
}

/** Of a cell, or of the head that something stands in. */
function titleOf(noted: HTMLElement): string {
  return noted.title || (noted.closest('th')?.title ?? '');
}
