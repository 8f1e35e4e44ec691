import { cutDeepRows } from '../nesting.ts';
import { BadQuery, selectRows, type Page } from './query.ts';
import type { ReplayCapture } from './replay-capture.ts';
import { renderRss } from './rss.ts';

const MODELS_PATH = '/api/v1/models';

const JSON_TYPE = 'application/json';

/** An answer before any fault is applied to it. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** The answer that upstream would send to a GET of `url` with this capture's data. */
export function answer(capture: ReplayCapture, url: URL): Answer {
  if (url.pathname !== MODELS_PATH) return errorAnswer(404, 'Not Found');
  try {
    const page = selectRows(capture, url.searchParams);
    return url.searchParams.get('use_rss') === 'true'
      ? found(
          'application/rss+xml',
          renderRss(page.rows, url.searchParams.get('use_rss_chat_links') === 'true'),
        )
      : found(JSON_TYPE, JSON.stringify(envelope(page, url)));
  } catch (error) {
    if (error instanceof BadQuery) return errorAnswer(400, error.message);
    throw error;
  }
}

/** An error in upstream's form. */
export function errorAnswer(status: number, message: string): Answer {
  return {
    status,
    headers: { 'content-type': JSON_TYPE, 'cache-control': 'no-store' },
    body: JSON.stringify({ error: { code: status, message } }),
  };
}

function found(contentType: string, body: string): Answer {
  return {
    status: 200,
    headers: { 'content-type': contentType, 'cache-control': 'public, max-age=300' },
    body,
  };
}

function envelope(page: Page, url: URL): object {
  return { data: cutDeepRows(page.rows), total_count: page.total, links: { next: nextLink(page, url) } };
}

function nextLink({ next }: Page, url: URL): string | null {
  if (next === null) return null;
  const query = new URLSearchParams(url.searchParams);
  query.set('offset', String(next.offset));
  query.set('limit', String(next.limit));
  return `${url.pathname}?${query}`;
}
