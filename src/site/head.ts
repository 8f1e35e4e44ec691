import type { StructuredData } from './structured-data.ts';
import { absoluteUrl, listMarkdownPath, url } from './urls.ts';

/** One element of `<head>`. Rendered in one place, so that tests can check it as data. */
interface HeadTag {
  readonly tag: 'meta' | 'link';
  readonly attrs: Readonly<Record<string, string>>;
}

export interface FeedLink {
  readonly title: string;
  /** Path of the RSS format, such as `/feeds/new.xml`. */
  readonly path: string;
}

/** Another format of a page. */
export interface AlternateLink {
  readonly path: string;
  /** Media type. */
  readonly type: string;
  readonly title?: string;
}

/** What previews of links show. */
interface PagePicture {
  /** Path of the file: `/og/9f3ab27c.png`. */
  readonly path: string;
  /** What the picture shows, in words. */
  readonly alt: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
}

export interface PageHead {
  /** Without the site's name. */
  readonly title: string;
  /** One sentence, unique among pages. */
  readonly description: string;
  /** Path of the canonical page; `null` if search engines should not list the page. */
  readonly canonicalPath: string | null;
  /** Path of the page that readers are redirected to. */
  readonly movedTo?: string;
  readonly feeds?: readonly FeedLink[];
  readonly alternates?: readonly AlternateLink[];
  readonly picture?: PagePicture | null;
  readonly data?: StructuredData;
  /** Whether browsers may install the site, and its search, from this page. */
  readonly isEntry?: boolean;
}

export const SITE_NAME = 'Modeldex';

/** The document title: the page's own title, then the site's name. */
export function documentTitle(head: Pick<PageHead, 'title'>): string {
  return head.title === SITE_NAME ? SITE_NAME : `${head.title} · ${SITE_NAME}`;
}

export function headTags(head: PageHead, site: URL | undefined): HeadTag[] {
  const link = (attrs: Record<string, string>): HeadTag => ({ tag: 'link', attrs });
  const meta = (attrs: Record<string, string>): HeadTag => ({ tag: 'meta', attrs });
  const canonical = head.canonicalPath === null ? null : absoluteUrl(head.canonicalPath, site);
  return [
    ...(head.movedTo === undefined
      ? []
      : [meta({ 'http-equiv': 'refresh', content: `0;url=${url(head.movedTo)}` })]),
    meta({ name: 'description', content: head.description }),
    ...(canonical === null
      ? [meta({ name: 'robots', content: 'noindex' })]
      : [link({ rel: 'canonical', href: canonical }), meta({ property: 'og:url', content: canonical })]),
    meta({ property: 'og:title', content: head.title }),
    meta({ property: 'og:description', content: head.description }),
    meta({ property: 'og:type', content: 'website' }),
    meta({ property: 'og:site_name', content: SITE_NAME }),
    // Title, description and picture for it are those of Open Graph.
    meta({ name: 'twitter:card', content: head.picture ? 'summary_large_image' : 'summary' }),
    ...(head.picture ? pictureTags(head.picture, site) : []),
    link({ rel: 'icon', type: 'image/svg+xml', href: url('/favicon.svg') }),
    ...(head.feeds ?? []).map((feed) =>
      link({ rel: 'alternate', type: 'application/rss+xml', title: feed.title, href: url(feed.path) }),
    ),
    ...(head.alternates ?? []).map(({ path, type, title }) =>
      link({ rel: 'alternate', type, ...(title !== undefined && { title }), href: url(path) }),
    ),
    ...(head.isEntry === true
      ? [
          link({ rel: 'manifest', href: url('/manifest.webmanifest') }),
          link({ rel: 'search', type: OPEN_SEARCH_TYPE, title: SITE_NAME, href: url('/opensearch.xml') }),
        ]
      : []),
  ];
}

export const OPEN_SEARCH_TYPE = 'application/opensearchdescription+xml';

function pictureTags({ path, alt, width, height }: PagePicture, site: URL | undefined): HeadTag[] {
  const values = {
    'og:image': absoluteUrl(path, site),
    'og:image:width': String(width),
    'og:image:height': String(height),
    'og:image:alt': alt,
  };
  return Object.entries(values).map(([property, content]) => ({ tag: 'meta', attrs: { property, content } }));
}

/** The same list as Markdown, for pages that have it. */
export function markdownLink(list: string): AlternateLink {
  return { path: listMarkdownPath(list), type: 'text/markdown' };
}
