import { describe, expect, it, vi } from 'vitest';
import { createClient } from '../../../src/upstream/client.ts';
import { UpstreamError } from '../../../src/upstream/errors.ts';
import { startServer } from '../../support/http-server.ts';
import { ask, asked, HASTY, send } from '../../support/client-server.ts';

const LATER = 'Try again later, or build from a capture with CATALOG_SOURCE=capture.';
const CHECK_URL = 'Check OPENROUTER_API_URL, or build from a capture with CATALOG_SOURCE=capture.';

/** The error's parts, with the server's address shown as `URL`. */
async function failureOf(
  ...parameters: Parameters<typeof ask>
): Promise<{ status: number | null; message: string }> {
  const error = await ask(...parameters).then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof UpstreamError)) throw new Error(`expected an UpstreamError, got ${String(error)}`);
  return { status: error.status, message: error.message.replaceAll(`${asked().url}/models`, 'URL') };
}

describe('createClient: errors', () => {
  const KEY = 'Check OPENROUTER_API_KEY (none is needed), or try later: it may be the edge protection.';

  it.each([
    [
      400,
      '{"error":{"code":400,"message":"Unknown category"}}',
      `URL answered 400 Bad Request: "Unknown category". ${CHECK_URL}`,
    ],
    [401, '{"error":{"message":"No"}}', `URL answered 401 Unauthorized: "No". ${KEY}`],
    [403, '<html>Just a moment</html>', `URL answered 403 Forbidden. ${KEY}`],
    [404, '{"error":"?"}', `URL answered 404 Not Found. ${CHECK_URL}`],
    [410, '', `URL answered 410 Gone. ${LATER}`],
  ])('explain status %i and what to do', async (status, body, message) => {
    expect(
      await failureOf((_, __, response) => {
        send(response, status, body);
      }),
    ).toEqual({ status, message });
    expect(asked().requests).toHaveLength(1);
  });

  it('report a status that stays after all attempts', async () => {
    expect(
      await failureOf((_, __, response) => {
        send(response, 500, '{"error":{"message":"Boom"}}');
      }),
    ).toEqual({
      status: 500,
      message: `URL answered 500 Internal Server Error: "Boom" (3 attempts). ${LATER}`,
    });
    expect(asked().requests).toHaveLength(3);
  });

  it('report a server that asks for a longer wait than allowed', async () => {
    const failure = await failureOf((_, __, response) => {
      send(response, 429, '{}', { 'retry-after': '3600' });
    });
    expect(failure.message).toBe(`URL answered 429 Too Many Requests, and asked to wait 3600 s. ${LATER}`);
    expect(asked().requests).toHaveLength(1);
  });

  it.each([
    ['a date', new Date(Date.now() + 2 * 86_400_000).toUTCString()],
    ['a number without end', '9'.repeat(400)],
  ])('report a server that asks to come back days later, by %s', async (_what, after) => {
    const failure = await failureOf((_, __, response) => {
      send(response, 503, '{}', { 'retry-after': after });
    });
    expect(failure.message).toBe(
      `URL answered 503 Service Unavailable, and asked to wait more than a day. ${LATER}`,
    );
    expect(asked().requests).toHaveLength(1);
  });

  it('report a server that asks for waits until the total time is over', async () => {
    const failure = await failureOf(
      (_, __, response) => {
        send(response, 429, '{}', { 'retry-after': '5' });
      },
      { totalMs: 300, retries: 100 },
    );
    expect(failure.message).toBe(
      `URL had not answered when the 0.005 minutes for all requests of a capture were over. ${LATER}`,
    );
  });

  it('never repeat the key that an answer repeats', async () => {
    const lines: string[] = [];
    const failure = await failureOf(
      (_, __, response) => {
        send(response, 401, '{"error":{"message":"Invalid key sk-or-secret"}}');
      },
      { apiKey: 'sk-or-secret', progress: (line) => lines.push(line) },
    );
    expect(failure.message).toBe(`URL answered 401 Unauthorized: "Invalid key …". ${KEY}`);
    expect(lines.join()).not.toContain('secret');
  });

  it('report a web page', async () => {
    const failure = await failureOf((_, __, response) => {
      send(response, 200, '<!doctype html><title>Hello</title>', { 'content-type': 'text/html' });
    });
    expect(failure).toEqual({
      status: 200,
      message: `URL answered with a web page instead of JSON (text/html). ${CHECK_URL}`,
    });
  });

  it('report plain text', async () => {
    const failure = await failureOf((_, __, response) => {
      send(response, 200, 'OK', { 'content-type': 'text/plain' });
    });
    expect(failure.message).toBe(
      `URL answered with something else instead of JSON (text/plain). ${CHECK_URL}`,
    );
  });

  it('report an empty body', async () => {
    const failure = await failureOf((_, __, response) => {
      send(response, 200, ' \n');
    });
    expect(failure).toEqual({ status: 200, message: `URL answered with nothing. ${LATER}` });
  });

  it('report an answer without content', async () => {
    const failure = await failureOf((_, __, response) => response.writeHead(204).end());
    expect(failure).toEqual({ status: 204, message: `URL answered with nothing. ${LATER}` });
  });

  it('report a body that breaks off each time', async () => {
    const failure = await failureOf((_, request, response) => {
      response.writeHead(200, { 'content-length': '1000' }).write('{"data": [');
      setTimeout(() => request.socket.destroy(), 10);
    });
    expect(failure).toEqual({
      status: null,
      message: `URL broke off in the middle of its answer (other side closed) (3 attempts). ${LATER}`,
    });
  });

  it('report JSON that is cut short each time', async () => {
    const failure = await failureOf((_, __, response) => {
      send(response, 200, '[{"id":');
    });
    expect(failure).toEqual({
      status: null,
      message: `URL answered with JSON that is cut short or broken (3 attempts). ${LATER}`,
    });
  });

  it('report an answer above the size limit, and stop reading it', async () => {
    let sent = 0;
    const failure = await failureOf(
      (_, __, response) => {
        response.writeHead(200, { 'content-type': 'application/json' });
        const piece = ' '.repeat(64 * 1024);
        const pour = (): void => {
          while (!response.destroyed && response.write(piece)) sent += piece.length;
        };
        response.on('drain', pour);
        pour();
      },
      { maxBytes: 1_000_000 },
    );
    expect(failure.message).toBe(`URL answered with more than 1000 kB. ${CHECK_URL}`);
    expect(sent).toBeLessThan(50_000_000);
    expect(asked().requests).toHaveLength(1);
  });

  it('report a server that never answers', async () => {
    const failure = await failureOf(() => undefined, { timeoutMs: 30 });
    expect(failure).toEqual({
      status: null,
      message: `URL did not answer within 0.03 s (3 attempts). ${LATER}`,
    });
  });

  it('report a host without an address at once', async () => {
    const cause = new Error('getaddrinfo ENOTFOUND api.example');
    const failing = vi.fn(() => Promise.reject(new TypeError('fetch failed', { cause })));
    vi.stubGlobal('fetch', failing);
    // With a second attempt this test would not end.
    const client = createClient({ apiUrl: 'http://api.example', apiKey: null, retryDelayMs: 1e8 });
    await expect(client.get('models')).rejects.toThrow(
      `http://api.example/models could not be reached (${cause.message}). ${LATER}`,
    );
    vi.unstubAllGlobals();
  });

  it('report a refused connection', async () => {
    const closed = await startServer(() => undefined);
    await closed.close();
    const client = createClient({ apiUrl: closed.url, apiKey: null, ...HASTY });
    const error: unknown = await client.get('models').catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(UpstreamError);
    expect((error as UpstreamError).message).toMatch(
      /^http:\S+ could not be reached \(connect ECONNREFUSED 127\.0\.0\.1:\d+\) \(3 attempts\)\. Try again later/,
    );
    expect((error as UpstreamError).cause).toBeInstanceOf(Error);
  });
});
