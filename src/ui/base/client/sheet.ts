import { BUTTON } from './button.ts';
import { SHEET } from './sheet-looks.ts';
import './side-sheet.ts';

interface SheetParts {
  readonly title: string;
  /** The id of the button that opens it. */
  readonly opener: string;
  /** Markup of the fields, and of the buttons at the foot. */
  readonly fields: string;
  readonly foot: string;
}

/**
 * A sheet at the right edge, for a form that no page has in place. The parts must contain no text from
 * upstream.
 */
export function makeSheet({ title, opener, fields, foot }: SheetParts): HTMLElement {
  const sheet = document.createElement('side-sheet');
  Object.assign(sheet.dataset, { from: 'never', opener });
  sheet.innerHTML = `
    <div data-place hidden><fieldset disabled data-fields><legend class="sr-only">${title}</legend>${fields}</fieldset></div>
    <dialog class="${SHEET.dialog} ${SHEET.right}" aria-label="${title}">
      <div class="${SHEET.head}">
        <strong class="mr-auto">${title}</strong>
        <button type="button" class="${BUTTON} w-9 px-0" data-close-sheet aria-label="Close">×</button>
      </div>
      <div class="${SHEET.room}" data-room></div>
      <div class="${SHEET.foot}">${foot}</div>
    </dialog>`;
  return sheet;
}
