import { foldedText } from '../../../catalog/folded-words.ts';
import type { Group, Row } from './table-rows.ts';

/** The shown groups of a list, each with its shown rows. */
export type ShownRows = ReadonlyMap<Group, readonly Row[]>;

/** A row is shown if it passes. A variant whose base does not pass becomes a row of its own. */
export function shownRows(groups: readonly Group[], passes: (row: Row) => boolean): ShownRows {
  const shown = new Map<Group, readonly Row[]>();
  for (const group of groups) {
    const [base] = group.rows;
    if (base && passes(base)) {
      shown.set(
        group,
        group.members.length === 0 ? group.rows : [base, ...group.rows.slice(1).filter(passes)],
      );
    } else {
      for (const member of group.members) if (member.rows.every(passes)) shown.set(member, member.rows);
    }
  }
  return shown;
}

/** Puts a group's shown rows into its body. The first one is not folded. */
export function fillBody({ body, members }: Group, rows: readonly Row[]): void {
  if (members.length === 0 && body.rows[0] === rows[0]?.element) return;
  for (const [place, { element }] of rows.entries()) element.classList.toggle('v', place > 0);
  body.replaceChildren(...rows.map(({ element }) => element));
  const label = body.querySelector('label');
  if (!label) return;
  label.hidden = rows.length === 1;
  if (label.lastChild) label.lastChild.textContent = foldedText(rows.slice(1).map(({ id }) => id));
}
