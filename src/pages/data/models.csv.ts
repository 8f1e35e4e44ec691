import type { APIRoute } from 'astro';
import { csvOf } from '../../outputs/data/csv.ts';
import { dataTables } from '../../outputs/data/tables.ts';

export const GET: APIRoute = async ({ site }) => {
  const { models } = await dataTables(site);
  return new Response(csvOf(models), { headers: { 'Content-Type': 'text/csv; charset=utf-8' } });
};
