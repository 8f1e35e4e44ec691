import type { APIRoute, GetStaticPaths } from 'astro';
import { jsonSchema, SCHEMA_NAMES } from '../../../outputs/schemas.ts';
import { absoluteUrl } from '../../../site/urls.ts';

export const getStaticPaths = (() =>
  SCHEMA_NAMES.map((name) => ({ params: { name }, props: { name } }))) satisfies GetStaticPaths;

type Props = ReturnType<typeof getStaticPaths>[number]['props'];

export const GET: APIRoute<Props> = ({ props: { name }, site }) =>
  Response.json(jsonSchema(name, absoluteUrl(`/api/schemas/${name}.json`, site)));
