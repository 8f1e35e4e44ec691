import type { ModelRecord } from '../../../outputs/record/record.ts';
import { headingOf, MAX_COMPARED } from '../../../site/words/compare.ts';
import type { CompareRequest } from './compare-address.ts';

const SITE_TITLE = document.title.split(' · ').at(-1) ?? '';

/** Shows what is compared in the title and the heading, and sets the controls above the table. */
export function showHead(
  part: HTMLElement,
  records: readonly ModelRecord[],
  { ids, onlyDifferences }: CompareRequest,
): void {
  const { length } = records;
  const heading = document.querySelector('h1');
  if (heading) heading.textContent = headingOf(length);
  const names = records.map(({ name }) => name).join(', ');
  document.title = `${length === 0 ? headingOf(0) : `Compare ${names}`} · ${SITE_TITLE}`;
  for (const control of part.querySelectorAll<HTMLElement>('[data-some]')) control.hidden = length === 0;
  const input = part.querySelector<HTMLInputElement>('search-box input');
  if (input) {
    input.disabled = ids.length >= MAX_COMPARED;
    input.placeholder = input.disabled
      ? `${MAX_COMPARED} of ${MAX_COMPARED}: remove one first`
      : `Add a model (${ids.length} of ${MAX_COMPARED})`;
  }
  const only = part.querySelector<HTMLInputElement>('[name=only]');
  if (only) {
    only.checked = onlyDifferences;
    only.disabled = length < 2;
  }
}
