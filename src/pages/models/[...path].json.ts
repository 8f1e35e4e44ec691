import type { APIRoute, GetStaticPaths } from 'astro';
import { recordedPaths, recordOf } from '../../outputs/paged-models.ts';

/** The record of every model that has a page. */
export const getStaticPaths = recordedPaths satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  Response.json(await recordOf(props.paged, site));
