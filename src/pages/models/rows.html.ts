import type { APIRoute } from 'astro';
import { COLUMNS } from '../../components/models/columns.ts';
import { rowMarks } from '../../components/models/marks.ts';
import { groupRows } from '../../components/models/row.ts';
import { groups, monograms } from '../../site/queries.ts';

/** Every group of rows, for sorting and filtering in place where the index is printed in pages. */
export const GET: APIRoute = async () => {
  const context = { monograms: await monograms(), marks: await rowMarks(), columns: COLUMNS };
  return new Response((await groups()).map((group) => groupRows(group, context).text).join(''), {
    headers: { 'content-type': 'text/html; charset=utf-8' },
  });
};
