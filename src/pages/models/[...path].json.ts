import type { APIRoute, GetStaticPaths } from 'astro';
import { recordedModels, recordOf } from '../../outputs/model-records.ts';

/** The record of every model that has a page. */
export const getStaticPaths = (async () =>
  [...(await recordedModels())].map(([path, paged]) => ({
    params: { path },
    props: { model: paged.model, paged },
  }))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  Response.json(await recordOf(props.paged, site));
