import type { APIRoute, GetStaticPaths } from 'astro';
import { historyAnswerOf, recordedModels } from '../../../../outputs/model-records.ts';

/** The history of every model that has a page. */
export const getStaticPaths = (async () =>
  [...(await recordedModels())].map(([path, paged]) => ({
    params: { path },
    props: { model: paged.model, paged },
  }))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  Response.json(await historyAnswerOf(props.paged, site));
