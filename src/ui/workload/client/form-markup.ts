import { WORKLOAD_PRESETS, type WorkloadPreset } from '../../../catalog/cost/workload.ts';
import { workloadWords } from '../../../catalog/cost/workload-words.ts';
import { BUTTON, MAIN_BUTTON } from '../../base/client/button.ts';
import { FIELD_KEYS, WORKLOAD_FIELDS, type FieldKey } from './workload-fields.ts';

/** The markup of the form of a workload. It has no text from upstream. */

/** The id of the form. */
const FORM = 'workload-form';
/** The value of the choice of figures of one's own. */
export const OWN = 'own';

const INPUT = 'min-h-9 w-full rounded border border-edge bg-sheet px-2 text-right text-sm figures';
const REMARK = 'block text-sm text-soft';
const ERROR = 'pt-1 text-sm text-warn';

/** The number of characters that are counted of a text. */
export const MAX_TEXT_LENGTH = 1_000_000;

export const FIELDS_MARKUP = `
  <form id="${FORM}" novalidate autocomplete="off">
    <fieldset class="pt-3">
      <legend class="sr-only">Start from</legend>
      ${Object.entries<WorkloadPreset>(WORKLOAD_PRESETS)
        .map(([key, { label, assumptions, workload }]) =>
          choice(key, label, `${workloadWords(workload)}. ${assumptions}`),
        )
        .join('')}
      ${choice(OWN, 'My own', 'Change any number below.')}
    </fieldset>
    <div class="grid grid-cols-2 gap-x-4 gap-y-2 pt-3">
      ${FIELD_KEYS.map(field).join('')}
      <label class="flex items-start gap-2 py-2 text-sm"><input type="checkbox" name="isBatch" class="mt-0.5 accent-accent"><span>Batch prices <span class="${REMARK}">where a batch variant is listed</span></span></label>
    </div>
    <details class="pt-3" data-part="estimate">
      <summary class="text-sm underline">Estimate tokens from a text</summary>
      <label for="workload-text" class="${REMARK} pt-2">Paste a text. It stays in this browser.</label>
      <textarea id="workload-text" class="min-h-16 w-full rounded border border-edge bg-sheet p-2 text-sm" rows="4" maxlength="${MAX_TEXT_LENGTH}" spellcheck="false"></textarea>
      <p class="${REMARK}" role="status" data-part="estimated"></p>
      <button type="button" class="${BUTTON}" data-use-estimate disabled>Use as input tokens</button>
    </details>
    <p class="${REMARK} py-3">Input tokens include cached ones. Kept in the address of the page and on this device until you clear it. <span data-part="source"></span></p>
  </form>`;

export const FOOT_MARKUP = `
  <button type="button" class="${BUTTON}" data-clear-workload>Clear</button>
  <button type="submit" form="${FORM}" class="${MAIN_BUTTON} flex-1">Use this workload</button>`;

function choice(value: string, label: string, about: string): string {
  return `<label class="flex items-start gap-2 py-1"><input type="radio" name="preset" value="${value}" class="mt-1.5 accent-accent"><span>${label} <span class="${REMARK}">${about}</span></span></label>`;
}

function field(key: FieldKey): string {
  const { label, unit } = WORKLOAD_FIELDS[key];
  const id = `workload-${key}`;
  return `<div>
    <label for="${id}" class="block text-sm">${label} <span class="${REMARK}">${unit}</span></label>
    <input class="${INPUT}" id="${id}" name="${key}" inputmode="decimal" aria-describedby="${id}-wrong">
    <p class="${ERROR}" id="${id}-wrong" aria-live="polite"></p>
  </div>`;
}
