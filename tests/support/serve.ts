import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import sirv from 'sirv';

export interface Served {
  /** `http://127.0.0.1:PORT`. */
  readonly origin: string;
  readonly close: () => Promise<void>;
}

/** Serves a built site on a free port under its base path, with its own 404 page. */
export async function serve(dir: string, basePath: string): Promise<Served> {
  const files = sirv(dir);
  const base = basePath === '/' ? '' : basePath;
  const server = createServer((request, response) => {
    const url = request.url ?? '/';
    const missing = () => {
      response.writeHead(404).end();
    };
    if (url.startsWith(base)) {
      request.url = url.slice(base.length) || '/';
      files(request, response, missing);
    } else {
      missing();
    }
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { port } = server.address() as AddressInfo;
  return {
    origin: `http://127.0.0.1:${port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
      }),
  };
}
