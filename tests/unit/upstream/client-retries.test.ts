import { describe, expect, it } from 'vitest';
import { ask, asked, send } from '../../support/client-server.ts';

const LIST = JSON.stringify({ data: [] });

describe('createClient: retries', () => {
  it.each([408, 429, 500, 502, 503, 504, 520, 529])('tries again after status %i', async (status) => {
    const answer = await ask((number, _, response) => {
      send(response, number === 1 ? status : 200);
    });
    expect(answer.json).toEqual({ data: [] });
    expect(asked().requests).toHaveLength(2);
  });

  it('tries again after a connection reset', async () => {
    await ask((number, request, response) => {
      if (number === 1) request.socket.resetAndDestroy();
      else send(response, 200);
    });
    expect(asked().requests).toHaveLength(2);
  });

  it('tries again after a body that the connection cut off', async () => {
    await ask((number, request, response) => {
      if (number > 1) {
        send(response, 200);
        return;
      }
      response.writeHead(200, { 'content-length': '1000' }).write('{"data": [');
      setTimeout(() => request.socket.destroy(), 10);
    });
    expect(asked().requests).toHaveLength(2);
  });

  it('tries again after a body that ends too early', async () => {
    await ask((number, _, response) => {
      send(response, 200, number === 1 ? '{"data": [' : LIST);
    });
    expect(asked().requests).toHaveLength(2);
  });

  it('tries again after a request timed out', async () => {
    await ask(
      (number, _, response) => {
        if (number > 1) send(response, 200);
      },
      { timeoutMs: 1000 },
    );
    expect(asked().requests).toHaveLength(2);
  });

  it('tries again after a body that arrives too slowly', async () => {
    await ask(
      (number, _, response) => {
        if (number > 1) {
          send(response, 200);
          return;
        }
        response.writeHead(200, { 'content-type': 'application/json' });
        const drip = setInterval(() => response.write(' '), 10);
        response.on('close', () => {
          clearInterval(drip);
        });
      },
      { timeoutMs: 1000 },
    );
    expect(asked().requests).toHaveLength(2);
  });

  it('waits as long as the server says before it tries again', async () => {
    // With our own pause this test would not end.
    await ask(
      (number, _, response) => {
        send(response, number === 1 ? 429 : 200, LIST, { 'retry-after': '0' });
      },
      { retryDelayMs: 1e8 },
    );
    expect(asked().requests).toHaveLength(2);
  });

  it.each([
    ['seconds in RateLimit-Reset', 'RateLimit-Reset', '86400'],
    ['a time in X-RateLimit-Reset', 'X-RateLimit-Reset', String(Math.floor(Date.now() / 1000) + 86_400)],
    ['milliseconds in X-RateLimit-Reset', 'X-RateLimit-Reset', String(Date.now() + 20_000)],
    ['seconds in X-RateLimit-Retry-After', 'X-RateLimit-Retry-After', '7200'],
    ['seconds in X-Rate-Limit-Reset', 'X-Rate-Limit-Reset', '86400'],
    ['a fraction in Retry-After', 'Retry-After', '3600.5'],
    ['half a date in Retry-After', 'Retry-After', 'Sat, 22 Aug 2026'],
  ])('waits its own time when the server only gives %s', async (_what, name, value) => {
    await ask((number, _, response) => {
      send(response, number === 1 ? 429 : 200, LIST, { [name]: value });
    });
    expect(asked().requests).toHaveLength(2);
  });

  it('prints a line about each attempt', async () => {
    const lines: string[] = [];
    await ask(
      (number, _, response) => {
        send(response, number === 1 ? 503 : 200);
      },
      {
        progress: (line) => lines.push(line),
      },
    );
    const url = `${asked().url}/models`;
    expect(lines).toEqual([`${url} answered 503 Service Unavailable; trying again`, `${url} 200, 1 kB`]);
  });
});
