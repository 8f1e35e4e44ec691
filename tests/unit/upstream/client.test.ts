import { describe, expect, it } from 'vitest';
import { createClient } from '../../../src/upstream/client.ts';
import { ask, asked, send, serve } from '../../support/client-server.ts';

const LIST = JSON.stringify({ data: [] });

describe('createClient: requests', () => {
  it('name the project, ask for JSON and send no key when there is none', async () => {
    await ask((_, __, response) => {
      send(response, 200);
    });
    expect(asked().requests[0]?.headers).toMatchObject({ accept: 'application/json' });
    expect(asked().requests[0]?.headers['user-agent']).toMatch(/^modeldex\//);
    expect(asked().requests[0]?.headers.authorization).toBeUndefined();
  });

  it('send the key as a bearer token', async () => {
    await ask(
      (_, __, response) => {
        send(response, 200);
      },
      { apiKey: 'sk-or-1' },
    );
    expect(asked().requests[0]?.headers.authorization).toBe('Bearer sk-or-1');
  });

  it('send the key to no other host', async () => {
    const server = await serve((_, __, response) => {
      send(response, 200);
    });
    const client = createClient({ apiUrl: 'https://api.example/v1', apiKey: 'sk-or-1' });
    await client.getUrl(new URL(`${server.url}/models`));
    expect(server.requests[0]?.headers.authorization).toBeUndefined();
  });

  it('escape parameters', async () => {
    const server = await serve((_, __, response) => {
      send(response, 200);
    });
    await createClient({ apiUrl: server.url, apiKey: null }).get('models', { category: 'marketing/seo' });
    expect(server.requests[0]?.url).toBe('/api/v1/models?category=marketing%2Fseo');
  });

  it('run at most four at once', async () => {
    let [running, most] = [0, 0];
    const server = await serve((_, __, response) => {
      most = Math.max(most, (running += 1));
      setTimeout(() => {
        running -= 1;
        send(response, 200);
      }, 20);
    });
    const client = createClient({ apiUrl: server.url, apiKey: null });
    await Promise.all(Array.from({ length: 12 }, () => client.get('models')));
    expect(most).toBe(4);
  });
});

describe('createClient: answers', () => {
  it('have their JSON, address and time', async () => {
    const answer = await ask((_, __, response) => {
      send(response, 200, LIST, { date: 'Sat, 22 Aug 2026 10:11:12 GMT' });
    });
    expect(answer).toEqual({
      json: { data: [] },
      url: `${asked().url}/models`,
      date: '2026-08-22T10:11:12.000Z',
      bytes: 11,
    });
  });

  it.each([
    'yesterday',
    '5',
    '-1',
    '2026-08-22',
    '2026-08-22T10:11:12Z',
    'Saturday, 22-Aug-26 10:11:12 GMT',
    'Sat Aug 22 10:11:12 2026',
    'Sat, 22 Aug 2026 10:11:12 +0200',
    'Sat, 22 Aug 12026 10:11:12 GMT',
    'Sat, 31 Feb 2026 10:11:12 GMT',
    'Sat, 22 Aug 2026 10:11:12 GMT, Sat, 22 Aug 2026 10:11:12 GMT',
  ])('have no time when the Date header is %j', async (date) => {
    const answer = await ask((_, __, response) => {
      response.sendDate = false;
      send(response, 200, LIST, { date });
    });
    expect(answer.date).toBeNull();
  });

  it('may start with a byte order mark', async () => {
    expect(
      (
        await ask((_, __, response) => {
          send(response, 200, `\uFEFF${LIST}`);
        })
      ).json,
    ).toEqual({ data: [] });
  });

  it('may have a character split between two chunks', async () => {
    const bytes = Buffer.from('["é"]');
    const answer = await ask((_, __, response) => {
      response.write(bytes.subarray(0, 3));
      setTimeout(() => response.end(bytes.subarray(3)), 10);
    });
    expect(answer.json).toEqual(['é']);
  });
});
