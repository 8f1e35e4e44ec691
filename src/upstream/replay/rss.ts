import { baseIdOf } from '../../catalog/id.ts';
import { createdOf, descriptionOf, idOf, nameOf, permanentSlugOf } from './row.ts';

const SITE = 'https://openrouter.ai';
const MILLISECONDS = 1000;

/**
 * The rows as upstream's RSS, newest first. Guids are permanent slugs, which variants share, so guids repeat
 * as in upstream's feed.
 * @param chatLinks items link to the chat page instead of the model's page
 */
export function renderRss(rows: readonly unknown[], chatLinks: boolean): string {
  const newestFirst = [...rows].sort((a, b) => (createdOf(b) ?? 0) - (createdOf(a) ?? 0));
  return `<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0">
<channel>
<title>OpenRouter - New Models</title>
<link>${SITE}/models</link>
<description>Models that OpenRouter lists, newest first</description>
${newestFirst.map((row) => renderItem(row, chatLinks)).join('\n')}
</channel>
</rss>
`;
}

function renderItem(row: unknown, chatLinks: boolean): string {
  const id = idOf(row);
  const link = chatLinks ? `${SITE}/chat?models=${id}` : `${SITE}/${baseIdOf(id)}`;
  return `<item>
<title>${cdata(`${nameOf(row)} (${baseIdOf(id)})`)}</title>
<description>${cdata(descriptionOf(row))}</description>
<link>${escapeXml(link)}</link>
<guid isPermaLink="false">${escapeXml(permanentSlugOf(row))}</guid>
<pubDate>${new Date((createdOf(row) ?? 0) * MILLISECONDS).toUTCString()}</pubDate>
</item>`;
}

function cdata(text: string): string {
  return `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
