import type { APIRoute, GetStaticPaths } from 'astro';
import { badgeOf, shieldsAnswer } from '../../outputs/badge.ts';
import { recordedPaths } from '../../outputs/paged-models.ts';
import { snapshot } from '../../site/queries/catalog.ts';

/** The badge of every model that has a page, for shields.io to draw. */
export const getStaticPaths = recordedPaths satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  Response.json(shieldsAnswer(badgeOf(props.paged, (await snapshot()).capturedAt)));
