import { DatabaseSync } from 'node:sqlite';
import { column, type Cell } from '../record/column.ts';
import { tableOf, type About, type Table } from './table.ts';

type Type = Table['columns'][number]['type'];

const TYPES = {
  text: 'TEXT',
  integer: 'INTEGER',
  number: 'REAL',
  boolean: 'INTEGER',
  time: 'TEXT',
  json: 'TEXT',
} as const satisfies Record<Type, string>;

/**
 * A SQLite database. The same tables give the same bytes: rows are in the given order, and nothing in it
 * depends on the time. Decimals are the nearest double.
 */
export function sqliteOf(tables: readonly Table[], about: About): Uint8Array<ArrayBuffer> {
  const database = new DatabaseSync(':memory:');
  try {
    const facts = tableOf<readonly [string, string]>(
      'about',
      [column('key', 'text', ([key]) => key), column('value', 'text', ([, value]) => value)],
      Object.entries(about),
    );
    for (const table of [...tables, facts]) write(database, table);
    database.exec('CREATE INDEX history_id ON history (id); VACUUM');
    return new Uint8Array(database.serialize());
  } finally {
    database.close();
  }
}

function write(database: DatabaseSync, { name, columns, rows }: Table): void {
  const types = columns.map(({ name: of, type }) => `"${of}" ${TYPES[type]}`);
  const places = columns.map(() => '?').join(', ');
  database.exec(`CREATE TABLE "${name}" (${types.join(', ')}); BEGIN`);
  const insert = database.prepare(`INSERT INTO "${name}" VALUES (${places})`);
  for (const row of rows)
    insert.run(...row.map((cell, place) => valueOf(cell, columns[place]?.type ?? 'text')));
  database.exec('COMMIT');
}

function valueOf(cell: Cell, type: Type): string | number | null {
  if (cell === null) return null;
  if (typeof cell === 'boolean') return cell ? 1 : 0;
  return type === 'number' ? Number(cell) : cell;
}
