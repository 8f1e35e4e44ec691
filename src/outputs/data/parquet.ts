import { parquetWriteBuffer, type ColumnSource } from 'hyparquet-writer';
import type { Cell } from '../record/column.ts';
import type { About, Table } from './table.ts';

type Type = Table['columns'][number]['type'];

const TYPES = {
  text: 'STRING',
  integer: 'INT64',
  number: 'DOUBLE',
  boolean: 'BOOLEAN',
  time: 'TIMESTAMP',
  json: 'JSON',
} as const satisfies Record<Type, ColumnSource['type']>;

/** Parquet, with facts about the data in the file's metadata. Decimals are the nearest double. */
export function parquetOf({ columns, rows }: Table, about: About): ArrayBuffer {
  return parquetWriteBuffer({
    columnData: columns.map(({ name, type }, place) => ({
      name,
      type: TYPES[type],
      data: rows.map((row) => valueOf(row[place] ?? null, type)),
    })),
    kvMetadata: Object.entries(about).map(([key, value]) => ({ key, value })),
    createdBy: 'Modeldex',
  });
}

function valueOf(cell: Cell, type: Type): unknown {
  if (cell === null) return undefined;
  switch (type) {
    case 'integer':
      return BigInt(cell);
    case 'number':
      return Number(cell);
    case 'time':
      return new Date(String(cell));
    case 'json':
      return JSON.parse(String(cell)) as unknown;
    default:
      return cell;
  }
}
