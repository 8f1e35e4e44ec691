import { column, columnsOf, jsonColumn, type Column } from '../record/column.ts';
import { FIELD_OUTPUTS, type FieldRecord } from '../record/fields.ts';
import type { ListEntry } from '../record/record.ts';

const FIELD_COLUMNS = Object.values(FIELD_OUTPUTS).flatMap(({ name, columns }) =>
  columnsOf(columns as readonly Column<unknown>[], (entry: FieldRecord) => entry[name]),
);

/** One row for each model: every field, then the status, the history and links. */
export const MODEL_COLUMNS: readonly Column<ListEntry>[] = [
  ...FIELD_COLUMNS,
  column('status', 'text', ({ status }) => status.kind),
  column('replacement', 'text', ({ replacement }) => replacement?.id ?? null),
  jsonColumn('features', ({ features }) => features),
  jsonColumn('variants', ({ variants }) => variants),
  column('first_listed', 'time', ({ history }) => history?.first_listed.since ?? null),
  column('days_listed', 'integer', ({ history }) => history?.days_listed ?? null),
  column('price_change_count', 'integer', ({ history }) => history?.price_change_count ?? null),
  column('last_price_change', 'time', ({ history }) => history?.last_price_change?.by ?? null),
  column('url', 'text', ({ links }) => links.page),
];

/** What a retired model has besides. */
export const RETIRED_COLUMNS: readonly Column<ListEntry>[] = [
  ...MODEL_COLUMNS,
  column('removed_after', 'time', ({ status }) => (status.kind === 'retired' ? status.after : null)),
  column('removed_by', 'time', ({ status }) => (status.kind === 'retired' ? status.by : null)),
  column('last_seen', 'time', ({ status }) => (status.kind === 'retired' ? status.last_seen : null)),
  column('renamed_to', 'text', ({ status }) => (status.kind === 'retired' ? status.renamed_to : null)),
];
