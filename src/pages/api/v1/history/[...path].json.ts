import type { APIRoute, GetStaticPaths } from 'astro';
import { historyAnswerOf, recordedPaths } from '../../../../outputs/paged-models.ts';

/** The history of every model that has a page. */
export const getStaticPaths = recordedPaths satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  Response.json(await historyAnswerOf(props.paged, site));
