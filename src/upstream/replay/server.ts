import { once } from 'node:events';
import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import { answer, errorAnswer, type Answer } from './answer.ts';
import { falsify } from './falsify.ts';
import { fits, type Fault } from './fault.ts';
import { parseFault } from './read-fault.ts';
import type { ReplayCapture } from './replay-capture.ts';
import { send } from './send.ts';

const LOOPBACK = '127.0.0.1';
const API_PATH = '/api/v1';

/** A received request. */
export interface ReplayedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: IncomingHttpHeaders;
  /** The fault that was applied, or `null`. */
  readonly fault: Fault | null;
  /** The status of the answer. A connection fault may prevent its delivery. */
  readonly status: number;
}

interface ReplayOptions {
  readonly capture: ReplayCapture;
  /** As objects or as text: `category=legal status=500`. */
  readonly faults?: readonly (Fault | string)[];
  /** 0, the default, selects a free port. */
  readonly port?: number;
  /** Only this machine can reach the server by default. */
  readonly host?: string;
  readonly onRequest?: (request: ReplayedRequest) => void;
}

export interface ReplayServer {
  /** The value for `OPENROUTER_API_URL`: `http://127.0.0.1:4400/api/v1`. */
  readonly url: string;
  /** Every request so far, oldest first. */
  readonly requests: readonly ReplayedRequest[];
  /** Replaces the capture that is served, as on a later night. */
  use: (capture: ReplayCapture) => void;
  /** Replaces the faults and restarts their counters. */
  fail: (faults: readonly (Fault | string)[]) => void;
  /** Also closes open connections. The second call has no effect. */
  close: () => Promise<void>;
}

/** Starts a server that simulates the upstream models endpoint. */
export async function startReplay(options: ReplayOptions): Promise<ReplayServer> {
  let capture = options.capture;
  let chooseFault = faultChooser(options.faults ?? []);
  const requests: ReplayedRequest[] = [];

  const server = createServer((message, response) => {
    const url = URL.parse(message.url ?? '', `http://${LOOPBACK}`) ?? new URL(`http://${LOOPBACK}`);
    const fault = chooseFault(url);
    const truth = answerTo(message, capture, url);
    const sent = fault === null ? truth : falsify(truth, fault);
    const request: ReplayedRequest = {
      method: message.method ?? '',
      path: url.pathname,
      query: Object.fromEntries(url.searchParams),
      headers: message.headers,
      fault,
      status: sent.status,
    };
    requests.push(request);
    options.onRequest?.(request);
    setCommonHeaders(response, fault?.date === undefined ? capture.capturedAt : fault.date);
    // Ignore failures here: the client has disconnected.
    send(response, sent, fault ?? {}).catch(() => response.destroy());
  });

  const host = options.host ?? LOOPBACK;
  server.listen(options.port ?? 0, host);
  await once(server, 'listening');

  return {
    url: `http://${host}:${portOf(server.address())}${API_PATH}`,
    requests,
    use: (next) => {
      capture = next;
    },
    fail: (faults) => {
      chooseFault = faultChooser(faults);
    },
    close: async () => {
      if (!server.listening) return;
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Each fault counts the requests that match it, even if another fault is applied to them. */
function faultChooser(faults: readonly (Fault | string)[]): (url: URL) => Fault | null {
  const counted = faults
    .map((fault) => (typeof fault === 'string' ? parseFault(fault) : fault))
    .map((fault) => ({ fault, count: 0 }));
  return (url) => {
    const due = counted.filter((entry) => {
      const { nth = { first: 1, last: Infinity }, ...when } = entry.fault.when ?? {};
      if (!fits(when, url)) return false;
      entry.count += 1;
      return entry.count >= nth.first && entry.count <= nth.last;
    });
    return due[0]?.fault ?? null;
  };
}

function answerTo(message: IncomingMessage, capture: ReplayCapture, url: URL): Answer {
  switch (message.method) {
    case 'GET':
    case 'HEAD':
      return answer(capture, url);
    case 'OPTIONS':
      return { status: 204, headers: { 'access-control-allow-methods': 'GET, HEAD, OPTIONS' }, body: '' };
    default:
      return errorAnswer(405, 'Method Not Allowed');
  }
}

function setCommonHeaders(response: ServerResponse, date: string | null): void {
  // The answer has the capture's date, not this machine's.
  response.sendDate = false;
  if (date !== null) response.setHeader('date', new Date(date).toUTCString());
  response.setHeader('access-control-allow-origin', '*');
  response.setHeader('access-control-allow-headers', '*');
}

function portOf(address: ReturnType<ReturnType<typeof createServer>['address']>): number {
  if (address === null || typeof address === 'string') throw new Error('The server listens on no port.');
  return address.port;
}
