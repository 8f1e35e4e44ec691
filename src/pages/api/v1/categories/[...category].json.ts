import type { APIRoute, GetStaticPaths } from 'astro';
import { CATEGORY_NAMES } from '../../../../catalog/categories.ts';
import { categoryAnswer } from '../../../../outputs/api/lists.ts';

export const getStaticPaths = (() =>
  CATEGORY_NAMES.map((category) => ({ params: { category }, props: { category } }))) satisfies GetStaticPaths;

type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = async ({ props, site }) =>
  Response.json(await categoryAnswer(props.category, site));
