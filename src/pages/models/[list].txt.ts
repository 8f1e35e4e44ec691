import type { APIRoute, GetStaticPaths } from 'astro';
import { COLUMNS } from '../../ui/models-table/columns.ts';
import { rowMarks } from '../../ui/models-table/marks.ts';
import { groupRows } from '../../ui/models-table/row.ts';
import { groups, monograms, PAGE_SIZE } from '../../site/queries/catalog.ts';

/** `/models/rows.txt`, which exists only if the index is paginated. */
export const getStaticPaths = (async () =>
  (await groups()).length > PAGE_SIZE ? [{ params: { list: 'rows' } }] : []) satisfies GetStaticPaths;

/**
 * Every row group, for sorting and filtering in the browser. A fragment of HTML, served as text because it is
 * not a page.
 */
export const GET: APIRoute = async () => {
  const context = { monograms: await monograms(), marks: await rowMarks(), columns: COLUMNS };
  return new Response((await groups()).map((group) => groupRows(group, context).text).join(''), {
    headers: { 'content-type': 'text/plain; charset=utf-8' },
  });
};
