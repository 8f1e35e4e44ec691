import type { APIRoute, GetStaticPaths } from 'astro';
import { outputDocument, outputNames } from '../../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../../outputs/markdown/respond.ts';

export const getStaticPaths = (async () =>
  (await outputNames()).map((output) => ({
    params: { output },
    props: { output },
  }))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  markdownResponse(await outputDocument(props.output, site));
