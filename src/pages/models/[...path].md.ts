import type { APIRoute, GetStaticPaths } from 'astro';
import { markdownResponse } from '../../outputs/markdown/respond.ts';
import { markdownOf, recordedModels } from '../../outputs/model-records.ts';

/** The page of every model as Markdown. */
export const getStaticPaths = (async () =>
  [...(await recordedModels())].map(([path, paged]) => ({
    params: { path },
    props: { model: paged.model, paged },
  }))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  markdownResponse(await markdownOf(props.paged, site));
