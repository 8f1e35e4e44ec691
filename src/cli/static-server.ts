import { once } from 'node:events';
import { existsSync, type Stats } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { extname, join } from 'node:path';
import compression from 'compression';
import sirv from 'sirv';
import { withoutTrailingSlash } from '../catalog/address.ts';
import { UserError } from '../files/user-error.ts';
import { headerRules, headersFor } from '../integrations/headers.ts';
import { plainRange } from './byte-range.ts';

const LOOPBACK = '127.0.0.1';

/** Types that sirv cannot derive from file names, or not with their encoding. */
const CONTENT_TYPES: Readonly<Record<string, string>> = {
  '.csv': 'text/csv; charset=utf-8',
  '.ics': 'text/calendar; charset=utf-8',
  '.md': 'text/markdown; charset=utf-8',
  '.opml': 'text/x-opml; charset=utf-8',
  '.pagefind': 'application/octet-stream',
  '.pf_filter': 'application/octet-stream',
  '.pf_fragment': 'application/octet-stream',
  '.pf_index': 'application/octet-stream',
  '.pf_meta': 'application/octet-stream',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
};

interface StaticServerOptions {
  /** The folder of the built site. */
  readonly dir: string;
  /** As in the configuration: `/` or `/catalog`. */
  readonly basePath?: string;
  /** 0, the default, selects a free port. */
  readonly port?: number;
  /** Only this machine can reach the server by default. */
  readonly host?: string;
}

export interface StaticServer {
  /** Address of the home page, with a trailing slash. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** A folder that does not contain a built site. */
export class NoSiteError extends UserError {
  override readonly name = 'NoSiteError';
}

/**
 * Serves a built site as common hosts do: under its base path, compressed, with the headers from `_headers`,
 * each page with and without its trailing slash, and `404.html` for missing pages. Throws `NoSiteError` if
 * there is no site.
 */
export async function startServer(options: StaticServerOptions): Promise<StaticServer> {
  const { dir, basePath = '/', port = 0, host = LOOPBACK } = options;
  if (!existsSync(join(dir, 'index.html'))) {
    throw new NoSiteError(`There is no built site in ${dir}. Run "npm run build" first.`);
  }
  const prefix = withoutTrailingSlash(basePath);
  const rules = headerRules(basePath);
  const compress = compression({
    // Ranges count bytes of the uncompressed file.
    filter: (request, response) =>
      !response.hasHeader('content-range') && compression.filter(request, response),
  });
  // `dev` looks up each file anew, so that a rebuilt site is served at once.
  const files = sirv(dir, { dev: true, etag: true, setHeaders: prepare });

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.writeHead(405, { allow: 'GET, HEAD' }).end();
      return;
    }
    const address = request.url ?? '/';
    response.setHeaders(new Map(Object.entries(headersFor(rules, pathOf(address)))));
    compress(request, response, () => {
      const inside = withoutPrefix(address, prefix);
      if (inside === null) {
        sendText(response, `Nothing is here: the site is under ${prefix}/.\n`);
        return;
      }
      request.url = inside;
      files(request, response, () => sendNotFound(response, dir));
    });
  };
  const server = createServer((request, response) => {
    // A file may disappear between lookup and read, such as when the site is published.
    response.on('pipe', (source) => source.on('error', () => response.destroy()));
    try {
      answer(request, response);
    } catch {
      if (response.headersSent) response.destroy();
      else response.writeHead(500).end();
    }
  });
  server.listen(port, host);
  await once(server, 'listening');
  // A connection that cannot be accepted, such as with too many open files, must not affect other
  // connections.
  server.on('error', () => undefined);

  return {
    url: `http://${host}:${portOf(server.address())}${prefix}/`,
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** sirv calls this before it sends a file. */
function prepare(response: ServerResponse, path: string, { size }: Stats): void {
  const { method, headers } = response.req;
  const isPlain = method === 'GET' && headers['if-range'] === undefined;
  const range = isPlain && headers.range !== undefined ? plainRange(headers.range, size) : null;
  if (range === null) delete headers.range;
  else headers.range = range;
  const type = CONTENT_TYPES[extname(path)];
  if (type !== undefined && !path.endsWith('/')) response.setHeader('content-type', type);
}

async function sendNotFound(response: ServerResponse, dir: string): Promise<void> {
  const page = await readFile(join(dir, '404.html')).catch(() => null);
  if (page === null) {
    sendText(response, 'Nothing is here.\n');
    return;
  }
  response
    .writeHead(404, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-cache' })
    .end(page);
}

function sendText(response: ServerResponse, text: string): void {
  response.writeHead(404, { 'content-type': 'text/plain; charset=utf-8' }).end(text);
}

/** The address relative to the base path; `null` if it is outside. */
function withoutPrefix(address: string, prefix: string): string | null {
  if (!address.startsWith(prefix)) return null;
  const rest = address.slice(prefix.length);
  if (rest === '' || rest.startsWith('?')) return `/${rest}`;
  return rest.startsWith('/') ? rest : null;
}

function pathOf(address: string): string {
  return address.replace(/[?#].*/s, '');
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
