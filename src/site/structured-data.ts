import type { BreadcrumbList, SearchAction, Thing, WebAPI, WebSite, WithActionConstraints } from 'schema-dts';
import type { Model } from '../catalog/model.ts';
import { headlineOf } from '../catalog/names.ts';
import { absoluteUrl } from './urls.ts';

/** A page above another one. */
export interface Crumb {
  readonly label: string;
  /** `null`: it has no page. */
  readonly path: string | null;
}

/** What search engines read of a page besides its tags. */
export interface StructuredData {
  /** Pages above this one, outermost first. */
  readonly parents?: readonly Crumb[];
  /** The name of the page below its parents. */
  readonly name?: string;
  /** What the page is about, in the terms of schema.org. */
  readonly about?: Exclude<Thing, string>;
}

/**
 * JSON-LD for the inside of a `<script>`; `null` where there is nothing to say. No text in it can end the
 * element or begin a comment.
 */
export function jsonLd(data: StructuredData, site: URL | undefined): string | null {
  const things: readonly Exclude<Thing, string>[] = [
    ...(data.about === undefined ? [] : [data.about]),
    ...(data.name === undefined ? [] : [breadcrumbs(data.parents ?? [], data.name, site)]),
  ];
  const [only, ...more] = things;
  if (only === undefined) return null;
  const written = { '@context': 'https://schema.org', ...(more.length === 0 ? only : { '@graph': things }) };
  return JSON.stringify(written).replaceAll('<', String.raw`\u003c`);
}

/** The last one needs no address: it is the page itself. */
function breadcrumbs(parents: readonly Crumb[], name: string, site: URL | undefined): BreadcrumbList {
  const above = parents.flatMap(({ label, path }) =>
    path === null ? [] : [{ name: label, item: absoluteUrl(path, site) }],
  );
  return {
    '@type': 'BreadcrumbList',
    itemListElement: [...above, { name }].map((one, place) => ({
      '@type': 'ListItem',
      position: place + 1,
      ...one,
    })),
  };
}

/** The site itself, with the address of its search. */
export function websiteThing(name: string, site: URL | undefined): WebSite {
  const action: WithActionConstraints<SearchAction> = {
    '@type': 'SearchAction',
    target: { '@type': 'EntryPoint', urlTemplate: `${absoluteUrl('/search/', site)}?q={words}` },
    'query-input': 'required name=words',
  };
  return { '@type': 'WebSite', name, url: absoluteUrl('/', site), potentialAction: action };
}

/** A listed model: something that programs ask over the network. */
export function modelThing(model: Pick<Model, 'name' | 'author'>): WebAPI {
  const provider = { '@type': 'Organization', name: model.author.name } as const;
  return { '@type': 'WebAPI', name: headlineOf(model), provider };
}
