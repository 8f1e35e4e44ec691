import type { ServerResponse } from 'node:http';
import { afterEach } from 'vitest';
import { createClient, type Answer, type ClientOptions } from '../../src/upstream/client.ts';
import { startServer, type TestServer } from './http-server.ts';

/** A client that asks a server of the test's own. The server is closed after each test. */

/** Options of a client that hardly pauses between attempts. */
export const HASTY = { retryDelayMs: 1, timeoutMs: 2_000, retries: 2 } satisfies Partial<ClientOptions>;
const LIST = JSON.stringify({ data: [] });

let server: TestServer | undefined;
afterEach(() => server?.close());

/** The server that was asked last. */
export function asked(): TestServer {
  if (server === undefined) throw new Error('No server was asked.');
  return server;
}

export async function serve(answer: Parameters<typeof startServer>[0]): Promise<TestServer> {
  return (server = await startServer(answer));
}

/** Asks for the models, with hardly a pause between attempts. */
export async function ask(
  answer: Parameters<typeof startServer>[0],
  options: Partial<ClientOptions> = {},
): Promise<Answer> {
  const { url } = await serve(answer);
  return createClient({ apiUrl: url, apiKey: null, ...HASTY, ...options }).get('models');
}

export function send(
  response: ServerResponse,
  status: number,
  body = LIST,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(body);
}
