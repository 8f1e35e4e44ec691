import type { ChangeItem } from '../../../search/changes/change-item.ts';

/** A line of the list in the page. */
export interface ChangeLine extends ChangeItem {
  readonly element: HTMLLIElement;
  readonly group: ChangeGroup;
}

/** A day or a month with its lines. */
export interface ChangeGroup {
  readonly element: HTMLDetailsElement;
  readonly list: Element;
  readonly lines: ChangeLine[];
  /** Whether it is open while no filter is set. */
  readonly isOpen: boolean;
}

/** Reads the lines that `change-list.ts` wrote. */
export function readGroups(root: ParentNode): readonly ChangeGroup[] {
  return [...root.querySelectorAll<HTMLDetailsElement>('details[data-part=day]')].flatMap((element) => {
    const list = element.querySelector('ul');
    if (!list) return [];
    const group: ChangeGroup = { element, list, lines: [], isOpen: element.open };
    for (const line of list.querySelectorAll('li')) group.lines.push(readLine(line, group));
    return [group];
  });
}

function readLine(element: HTMLLIElement, group: ChangeGroup): ChangeLine {
  const names = [...element.querySelectorAll('div:first-of-type > :is(a, b)')];
  const { k = '', a = '', p } = element.dataset;
  return {
    element,
    group,
    kind: k,
    author: a,
    percent: p === undefined ? null : Number(p),
    isDated: element.dataset.undated === undefined,
    count: names.length,
    models: names.map((name) =>
      name instanceof HTMLAnchorElement ? baseOf(name.pathname) : name.textContent.replace(/:.*/, ''),
    ),
  };
}

/** `/models/author/slug/` of the address of a model or of its variant. */
function baseOf(path: string): string {
  const [, base = path] = /^(.*\/models\/[^/]+\/[^/]+\/)/.exec(path) ?? [];
  return base;
}
