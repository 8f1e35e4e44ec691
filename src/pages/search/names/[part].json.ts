import type { APIRoute, GetStaticPaths } from 'astro';
import type { NamesPart } from '../../../search/index/name-index.ts';
import { namesFiles } from '../../../site/search-index.ts';

export const getStaticPaths = (async () =>
  (await namesFiles()).parts.map((part, place) => ({
    params: { part: String(place) },
    props: { part },
  }))) satisfies GetStaticPaths;

/** One part of a long list of names. */
export const GET: APIRoute<{ part: NamesPart }> = ({ props }) => Response.json(props.part);
