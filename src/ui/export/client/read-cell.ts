import { CAPABILITIES, ROW_CAPABILITIES } from '../../../catalog/capabilities.ts';
import { MISSING, plainText } from '../../../catalog/figures.ts';
import type { Filterable, FilterPrice } from '../../../search/filterable.ts';
import type { TableColumn } from '../../models-table/client/table-head.ts';
import { cellOf, keyOf, type Row } from '../../models-table/client/table-rows.ts';
import type { ExportColumn, ExportValue } from './export-table.ts';

/** A column of an export, made from a column of a table. `model` is missing where the filter data is. */
export interface Source extends ExportColumn {
  readonly read: (row: Row, model: Filterable | undefined) => ExportValue;
}

/** A value of the filter data, which is exact where a cell is rounded. */
type Read = (model: Filterable) => ExportValue;

const EXACT = new Map<string, Read>([
  ['input', ({ input }) => priceWord(input)],
  ['output', ({ output }) => priceWord(output)],
  ['context', ({ context }) => context || null],
  ['max-output', ({ maxOutput }) => maxOutput || null],
  ['newest', ({ addedOn }) => addedOn],
  [
    'features',
    ({ capabilities }) =>
      ROW_CAPABILITIES.filter((key) => capabilities.includes(key)).map((key) => CAPABILITIES[key].label),
  ],
]);

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
  const { exactOf } = column;
  if (exactOf) return [{ key, label: `${column.label} ($)`, read: ({ element }) => exactOf(element) }];
  const unit = column.header.querySelector('small')?.textContent.trim() ?? '';
  const isPrice = unit.startsWith('$');
  const exact = EXACT.get(key);
  return [
    {
      key,
      label: unit === '' ? column.label : `${column.label} (${unit})`,
      read: (row, model) =>
        exact && model
          ? exact(model)
          : cellValue(cellOf(row.element, column), keyOf(row.element, column), isPrice),
    },
  ];
}

function cellValue(
  cell: HTMLTableCellElement | undefined,
  sortKey: string | number | null,
  isPrice: boolean,
): ExportValue {
  const link = cell?.querySelector<HTMLAnchorElement>('a[rel=external]');
  if (link) return link.href;
  const text = cellText(cell);
  if (text === MISSING) return isPrice ? 'not billed' : null;
  if (typeof sortKey !== 'number' || !/\d/.test(text)) return text;
  return isPrice ? plainText(Number(sortKey.toPrecision(12))) : sortKey;
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
