import type { APIRoute, GetStaticPaths } from 'astro';
import { badgeOf, badgeSvg } from '../../outputs/badge.ts';
import { recordedPaths } from '../../outputs/paged-models.ts';
import { snapshot } from '../../site/queries/catalog.ts';

/** The badge of every model that has a page. */
export const getStaticPaths = recordedPaths satisfies GetStaticPaths;

type Props = Awaited<ReturnType<typeof getStaticPaths>>[number]['props'];

export const GET: APIRoute<Props> = async ({ props }) =>
  new Response(badgeSvg(badgeOf(props.paged, (await snapshot()).capturedAt)), {
    headers: { 'Content-Type': 'image/svg+xml; charset=utf-8' },
  });
