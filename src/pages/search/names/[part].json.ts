import type { APIRoute, GetStaticPaths } from 'astro';
import type { NameRows } from '../../../catalog/search/name-index.ts';
import { namesFiles } from '../../../site/search-index.ts';

export const getStaticPaths = (async () =>
  (await namesFiles()).parts.map((rows, part) => ({
    params: { part: String(part) },
    props: { rows },
  }))) satisfies GetStaticPaths;

/** One part of a long list of names. */
export const GET: APIRoute<{ rows: NameRows }> = ({ props }) => Response.json(props.rows);
