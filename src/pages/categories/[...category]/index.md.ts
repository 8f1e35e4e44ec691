import type { APIRoute, GetStaticPaths } from 'astro';
import { CATEGORY_NAMES } from '../../../catalog/categories.ts';
import { categoryDocument } from '../../../outputs/markdown/list-documents.ts';
import { markdownResponse } from '../../../outputs/markdown/respond.ts';

export const getStaticPaths = (() =>
  CATEGORY_NAMES.map((category) => ({ params: { category }, props: { category } }))) satisfies GetStaticPaths;

type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  markdownResponse(await categoryDocument(props.category, site));
