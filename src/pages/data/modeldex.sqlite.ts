import type { APIRoute } from 'astro';
import { sqliteOf } from '../../outputs/data/sqlite.ts';
import { dataTables } from '../../outputs/data/tables.ts';

export const GET: APIRoute = async ({ site }) => {
  const { models, retired, history, about } = await dataTables(site);
  return new Response(sqliteOf([models, retired, history], about));
};
