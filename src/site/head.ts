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

/** The picture that a link to the page shows. */
interface PagePicture {
  /** `/og/0123456789abcdef.png`. */
  readonly path: string;
  /** What the picture says. */
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
  readonly picture?: PagePicture;
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
    ...pictureTags(head.picture, site).map(([property, content]) => meta({ property, content })),
    link({ rel: 'icon', type: 'image/svg+xml', href: url('/favicon.svg') }),
    ...(head.feeds ?? []).map((feed) =>
      link({ rel: 'alternate', type: 'application/rss+xml', title: feed.title, href: url(feed.path) }),
    ),
    ...[...(head.alternates ?? []), ...listAlternates(head)].map(({ path, type, title }) =>
      link({ rel: 'alternate', type, ...(title !== undefined && { title }), href: url(path) }),
    ),
  ];
}

function pictureTags(
  picture: PagePicture | undefined,
  site: URL | undefined,
): readonly (readonly [property: string, content: string])[] {
  if (picture === undefined) return [];
  return [
    ['og:image', absoluteUrl(picture.path, site)],
    ['og:image:width', String(picture.width)],
    ['og:image:height', String(picture.height)],
    ['og:image:alt', picture.alt],
  ];
}

/** Pages of lists that are there as Markdown, too. */
const MARKDOWN_LISTS =
  /^\/(?:models|retired|retiring|changes|authors|categories|authors\/[^/]+|categories\/.+|outputs\/[^/]+)\/$/;

function listAlternates({ canonicalPath }: PageHead): readonly AlternateLink[] {
  return canonicalPath !== null && MARKDOWN_LISTS.test(canonicalPath)
    ? [{ path: listMarkdownPath(canonicalPath), type: 'text/markdown' }]
    : [];
}
