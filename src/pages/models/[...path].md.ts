import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownResponse } from '../../outputs/markdown/respond.ts';
import { markdownOf, recordedPaths } from '../../outputs/paged-models.ts';

/** The page of every model as Markdown. */
export const getStaticPaths = recordedPaths satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  markdownResponse(await markdownOf(props.paged, site));
