import type { APIRoute } from 'astro';
import { parquetOf } from '../../outputs/data/parquet.ts';
import { dataTables } from '../../outputs/data/tables.ts';

export const GET: APIRoute = async ({ site }) => {
  const { history, about } = await dataTables(site);
  return new Response(parquetOf(history, about));
};
