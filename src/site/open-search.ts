import { SITE_NAME } from './head.ts';
import { markup } from './html.ts';
import { absoluteUrl } from './urls.ts';

/** The search of this site for browsers, by OpenSearch 1.1. */
export function openSearch(site: URL | undefined): string {
  const search = `${absoluteUrl('/search/', site)}?q={searchTerms}`;
  return `<?xml version="1.0" encoding="UTF-8"?>
${String(markup`<OpenSearchDescription xmlns="http://a9.com/-/spec/opensearch/1.1/">
  <ShortName>${SITE_NAME}</ShortName>
  <Description>Search every AI model on OpenRouter by name, author, price and features.</Description>
  <InputEncoding>UTF-8</InputEncoding>
  <Image width="32" height="32" type="image/svg+xml">${absoluteUrl('/favicon.svg', site)}</Image>
  <Url type="text/html" template="${search}"/>
</OpenSearchDescription>`)}
`;
}
