import { CAPABILITIES, ROW_CAPABILITIES } from '../../../catalog/capabilities.ts';
import type { SortValue } from '../../../catalog/compare.ts';
import { DAY_MS } from '../../../catalog/day.ts';
import { MISSING, plainText } from '../../../catalog/figures.ts';
import type { Filterable, FilterPrice } from '../../../search/filterable.ts';
import { modelIdAt } from '../../../site/urls.ts';
import type { TableColumn } from '../../models-table/client/table-head.ts';
import { cellOf, keyOf, type Row } from '../../models-table/client/table-rows.ts';
import type { ExportColumn, ExportValue } from './export-table.ts';

/** A column of an export, made from a column of a table. `model` is missing where the filter data is. */
export interface Source extends ExportColumn {
  readonly read: (row: Row, model: Filterable | undefined) => ExportValue;
  /** Whether it is left out where no row has a value. */
  readonly isOptional?: boolean;
}

/** What the figures of a column are. `worded`: words beside a figure say more than it alone. */
type Kind = 'price' | 'day' | 'worded' | 'other';

/** `272 or more` days. */
const WORDED = ['days'];

/** A value of the filter data, which is exact where a cell is rounded. */
type Read = (model: Filterable) => ExportValue;

const EXACT = new Map<string, Read>([
  ['input', ({ input }) => priceWord(input)],
  ['output', ({ output }) => priceWord(output)],
  ['context', ({ context }) => context || null],
  ['max-output', ({ maxOutput }) => maxOutput || null],
  ['newest', ({ addedOn }) => addedOn],
  ['retired', ({ retired }) => retired],
  [
    'features',
    ({ capabilities }) =>
      ROW_CAPABILITIES.filter((key) => capabilities.includes(key)).map((key) => CAPABILITIES[key].label),
  ],
]);

/** The columns whose cells also have the first other price of a tier: `$0.40 >272K`, `by hour`. */
const WITH_TIERS: readonly string[] = ['input', 'output', 'cached'];

/** The columns of an export for one column of a table, which may hold two facts. */
export function sourcesOf(key: string, column: TableColumn): Source[] {
  if (key === 'name') {
    return [
      { key, label: column.label, read: (row) => cellText(row.element.querySelector('th > a')) },
      { key: 'id', label: 'Id', read: ({ id }) => id },
    ];
  }
  if (key === 'modalities') {
    const modalities = (own: string, label: string, of: Read): Source => ({
      key: own,
      label,
      read: (_, model) => (model === undefined ? null : of(model)),
    });
    return [
      modalities('input-modalities', 'Input modalities', ({ inputModalities }) => inputModalities),
      modalities('output-modalities', 'Output modalities', ({ outputModalities }) => outputModalities),
    ];
  }
  if (key === 'replacement') {
    return [
      { key, label: column.label, read: ({ element }) => replacementIn(cellOf(element, column)) },
      {
        key: 'replacement-note',
        label: 'Why, and what is lost',
        read: ({ element }) => cellText(cellOf(element, column)?.querySelector('small')) || null,
      },
    ];
  }
  const { exactOf } = column;
  if (exactOf) return [{ key, label: `${column.label} ($)`, read: ({ element }) => exactOf(element) }];
  const unit = column.header.querySelector('small')?.textContent.trim() ?? '';
  const kind = kindOf(key, unit, column);
  const exact = EXACT.get(key);
  return [
    {
      key,
      label: unit === '' || kind === 'day' ? column.label : `${column.label} (${unit})`,
      read: (row, model) =>
        exact && model
          ? exact(model)
          : cellValue(cellOf(row.element, column), keyOf(row.element, column), kind),
    },
    ...(WITH_TIERS.includes(key)
      ? [
          {
            key: `${key}-tier`,
            label: `${column.label}, next tier`,
            isOptional: true,
            read: ({ element }: Row) => cellText(cellOf(element, column)?.querySelector('small')) || null,
          },
        ]
      : []),
  ];
}

function kindOf(key: string, unit: string, { kind }: TableColumn): Kind {
  if (unit.startsWith('$')) return 'price';
  if (kind === 'date') return 'day';
  return WORDED.includes(key) ? 'worded' : 'other';
}

/** The id of the model that a cell links to. */
function replacementIn(cell: HTMLTableCellElement | undefined): string | null {
  const link = cell?.querySelector('a');
  return link ? modelIdAt(link.pathname) : null;
}

function cellValue(cell: HTMLTableCellElement | undefined, sortKey: SortValue, kind: Kind): ExportValue {
  const link = cell?.querySelector<HTMLAnchorElement>('a[rel=external]');
  if (link) return link.href;
  const text = cellText(cell);
  if (text === MISSING) return kind === 'price' ? 'not billed' : null;
  if (typeof sortKey !== 'number' || !/\d/.test(text)) return text;
  if (kind === 'price') return plainText(Number(sortKey.toPrecision(12)));
  if (kind === 'day') return new Date(sortKey * DAY_MS).toISOString().slice(0, 10);
  return kind === 'worded' && /[a-z]/.test(text) ? text : sortKey;
}

/** `not billed` in place of `none`, which could mean anything in a table. */
function priceWord(price: FilterPrice): string {
  return price === 'none' ? 'not billed' : price;
}

/** The text of a cell with spaces between its parts. */
function cellText(element: Element | null | undefined): string {
  const parts = [...(element?.childNodes ?? [])].map((node) =>
    node instanceof Element ? (node.getAttribute('aria-label') ?? cellText(node)) : (node.textContent ?? ''),
  );
  return parts.join(' ').replace(/\s+/g, ' ').trim();
}
