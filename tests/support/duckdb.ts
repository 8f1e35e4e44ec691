import { DuckDBInstance, type DuckDBConnection } from '@duckdb/node-api';

/** DuckDB in memory, which reads CSV and Parquet files where they are. */
export async function duckdb(): Promise<DuckDBConnection> {
  const instance = await DuckDBInstance.create(':memory:');
  return instance.connect();
}

/** The rows of a query, with values as JSON has them. */
export async function rowsOf(
  connection: DuckDBConnection,
  query: string,
): Promise<readonly Readonly<Record<string, unknown>>[]> {
  return (await connection.runAndReadAll(query)).getRowObjectsJson();
}
