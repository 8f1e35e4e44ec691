import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** DuckDB in memory, which reads CSV and Parquet files where they are. */
export async function duckdb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

export type Row = Readonly<Record<string, string | number | boolean | null>>;

/** The rows of a query, with values as JSON has them; large integers are text. */
export async function rowsOf(connection: DuckDBConnection, query: string): Promise<readonly Row[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson() as readonly Row[];
}
