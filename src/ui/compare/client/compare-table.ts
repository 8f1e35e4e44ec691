import type { Decimal } from '../../../catalog/decimal.ts';
import type { ModelRecord } from '../../../outputs/record/record.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { el } from '../../search/client/dom.ts';
import type { MarkedGroup, MarkedRow } from './matrix/matrix.ts';

/** What a button of a model does. */
export type ModelDeed = 'reference' | 'earlier' | 'later' | 'remove';

interface TableOptions {
  /** The place of the model that ratios refer to. */
  readonly reference: number;
  readonly onlyDifferences: boolean;
  /** US dollars a month by id, where there is a cost. */
  readonly costs: ReadonlyMap<string, Decimal>;
}

const KEY = '≠ The row differs. Bold: lowest price, largest limit.';

/** The table of a comparison. Its parts have roles, because styles of phones take those of tables away. */
export function compareTable(
  records: readonly ModelRecord[],
  groups: readonly MarkedGroup[],
  { reference, onlyDifferences, costs }: TableOptions,
): HTMLTableElement {
  const width = String(records.length + 1);
  const table = el(
    'table',
    { role: 'table', class: 'cmp', 'data-compare': '', 'data-n': String(records.length) },
    el('caption', { class: 'sr-only' }, 'The models side by side'),
    el(
      'thead',
      { role: 'rowgroup' },
      el(
        'tr',
        { role: 'row' },
        el('td', { role: 'cell', class: 'cmp-key' }, KEY),
        ...records.map((record, place) =>
          el(
            'th',
            {
              role: 'columnheader',
              scope: 'col',
              class: place === reference ? 'ref' : null,
              'data-model-id': record.id,
              'data-cost': costs.get(record.id) ?? null,
            },
            el('a', { href: url(modelPath(record.id)) }, record.name),
            ...statusTag(record),
          ),
        ),
      ),
    ),
    el(
      'tbody',
      { role: 'rowgroup', class: 'cmp-acts' },
      el(
        'tr',
        { role: 'row' },
        el(
          'th',
          { role: 'rowheader', scope: 'row' },
          el('span', { class: 'sr-only' }, 'Id, and what can be done'),
        ),
        ...records.map((record, place) =>
          el(
            'td',
            { role: 'cell', class: place === reference ? 'ref' : null },
            el('code', {}, record.id),
            el('span', { class: 'cmp-buttons' }, ...modelButtons(records, place, reference)),
          ),
        ),
      ),
    ),
    ...groups.map((group) => groupBody(group, width, reference)),
  );
  if (onlyDifferences) table.dataset.only = '';
  return table;
}

/** The models with their buttons, for screens on which the table has no room for them. */
export function modelList(records: readonly ModelRecord[], reference: number): HTMLElement {
  return el(
    'ol',
    { class: 'cmp-list' },
    ...records.map((record, place) =>
      el(
        'li',
        {},
        el('b', {}, record.name),
        ' ',
        el('code', {}, record.id),
        el('span', { class: 'cmp-buttons' }, ...modelButtons(records, place, reference)),
      ),
    ),
  );
}

function modelButtons(records: readonly ModelRecord[], place: number, reference: number): HTMLElement[] {
  const record = records[place];
  if (!record) return [];
  const button = (deed: ModelDeed, text: string, label: string, isOff = false): HTMLElement =>
    el(
      'button',
      {
        type: 'button',
        'data-deed': deed,
        'data-id': record.id,
        'aria-label': label,
        disabled: isOff ? '' : null,
      },
      text,
    );
  const { name } = record;
  return [
    place === reference
      ? el('span', { class: 'tag' }, 'Reference')
      : button('reference', 'Make reference', `Make reference: ${name}`),
    button('earlier', '←', `Move ${name} earlier`, place === 0),
    button('later', '→', `Move ${name} later`, place === records.length - 1),
    button('remove', 'Remove', `Remove ${name}`),
  ];
}

function statusTag({ status }: ModelRecord): (HTMLElement | string)[] {
  const words = {
    listed: null,
    retiring: 'Retiring',
    retired: 'Retired',
    'not-asked-for': 'Not in this copy',
  }[status.kind];
  return words === null ? [] : [' ', el('span', { class: 'tag warn' }, words)];
}

function groupBody({ title, attribution, rows }: MarkedGroup, width: string, reference: number): HTMLElement {
  const source =
    attribution === undefined
      ? []
      : [' by ', el('a', { href: attribution.href, rel: 'external' }, attribution.name)];
  const isAllSame = rows.every(({ isSame }) => isSame);
  return el(
    'tbody',
    { role: 'rowgroup', class: isAllSame ? 'same' : null },
    el(
      'tr',
      { role: 'row', class: 'cmp-group' },
      el('th', { role: 'rowheader', scope: 'rowgroup', colspan: width }, title, ...source),
    ),
    ...rows.map((row) => factRow(row, reference)),
  );
}

function factRow({ label, isCode, isSame, cells }: MarkedRow, reference: number): HTMLElement {
  return el(
    'tr',
    { role: 'row', class: isSame ? 'same' : null },
    el(
      'th',
      { role: 'rowheader', scope: 'row' },
      ...(isSame
        ? []
        : [
            el('span', { class: 'cmp-differs', 'aria-hidden': 'true' }, '≠'),
            el('span', { class: 'sr-only' }, 'Differs: '),
          ]),
      isCode ? el('code', {}, label) : label,
    ),
    ...cells.map(({ text, exact, notes, sign, isMissing, isBest, ratio }, place) => {
      const classes = [place === reference && 'ref', isBest && 'best', isMissing && 'none'].filter(
        (one) => one !== false,
      );
      return el(
        'td',
        {
          role: 'cell',
          class: classes.join(' ') || null,
          title: exact === null || exact === text ? null : exact,
        },
        sign === null ? text : el('span', { class: sign }, text),
        ...notes.flatMap((note) => [' ', el('small', {}, note)]),
        ...(ratio === null ? [] : [' ', el('small', { class: ratio.tone }, ratio.text)]),
      );
    }),
  );
}
