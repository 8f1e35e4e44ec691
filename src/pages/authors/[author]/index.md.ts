import type { APIRoute, GetStaticPaths } from 'astro';
import { authorPathOf } from '../../../catalog/address.ts';
import { authorDocument } from '../../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../../outputs/markdown/respond.ts';
import { everyAuthor } from '../../../site/queries/history.ts';

export const getStaticPaths = (async () =>
  (await everyAuthor()).map((entry) => ({
    params: { author: authorPathOf(entry.author.slug) },
    props: { entry },
  }))) satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  markdownResponse(await authorDocument(props.entry, site));
