import { readGroup, type Group } from './table-rows.ts';

interface Loaded {
  readonly groups: Group[];
  /** Whether the groups of the other pages were loaded. */
  readonly isWhole: boolean;
  /** An error message with a trailing space. */
  readonly remark: string;
}

const NO_REST = 'The models of the other pages could not be loaded, so only those of this page are here. ';

/** The groups of a table, or those of `rest`, the URL of a fragment with all rows. */
export async function loadGroups(table: HTMLTableElement, rest: string | undefined): Promise<Loaded> {
  const own = (): Group[] => [...table.tBodies].map(readGroup);
  if (rest === undefined) return { groups: own(), isWhole: false, remark: '' };
  try {
    const answer = await fetch(rest);
    if (!answer.ok) throw new Error(`${rest} answered ${answer.status}`);
    const template = document.createElement('template');
    template.innerHTML = `<table>${await answer.text()}</table>`;
    const groups = [...template.content.querySelectorAll('tbody')].map(readGroup);
    return { groups, isWhole: true, remark: '' };
  } catch {
    return { groups: own(), isWhole: false, remark: NO_REST };
  }
}
