import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { CaptureError } from '../upstream/errors.ts';
import { FAULT_HELP, FaultError } from '../upstream/replay/fault.ts';
import { readReplayCapture } from '../upstream/replay/replay-capture.ts';
import { startReplay, type ReplayedRequest } from '../upstream/replay/server.ts';

const ROOT = resolve(import.meta.dirname, '../..');
const DEFAULT_PORT = 4400;

const HELP = `Serves a capture as the upstream models endpoint would, until it is stopped.

  npm run replay -- [--port N] [--capture FILE] [--fault WORDS]… [--host ADDRESS] [--quiet]

  --port N        where to listen; ${DEFAULT_PORT} unless given, 0 for any free port
  --capture FILE  an answer of the endpoint or a capture of ours, plain or gzip; the embedded one unless given
  --fault WORDS   what goes wrong, and when; may be given many times
  --host ADDRESS  who can reach it; only this machine unless given
  --quiet         no line per request

Category and popularity orders that the capture does not hold are the embedded capture's.

${FAULT_HELP}`;

await main().catch((error: unknown) => {
  console.error(sentence(error));
  process.exitCode = 1;
});

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      capture: { type: 'string' },
      fault: { type: 'string', multiple: true, default: [] },
      host: { type: 'string', default: '127.0.0.1' },
      quiet: { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const capture = await readReplayCapture(values.capture ?? null, ROOT);
  const server = await startReplay({
    capture,
    faults: values.fault,
    port: Number(values.port),
    host: values.host,
    ...(!values.quiet && { onRequest: logRequest }),
  });
  console.log(`${capture.rows.length} models of ${capture.capturedAt} on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
}

function logRequest({ method, path, query, status, fault }: ReplayedRequest): void {
  const search = new URLSearchParams(query).toString();
  console.log(`${method} ${path}${search && `?${search}`} ${status}${fault === null ? '' : ' (fault)'}`);
}

function sentence(error: unknown): string {
  if (error instanceof CaptureError || error instanceof FaultError) return error.message;
  if (!(error instanceof Error)) return String(error);
  const code = 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE') return 'That port is taken. Name another with --port, or 0 for any free one.';
  if (code === 'EACCES') return 'That port needs more rights than you have. Name one above 1023 with --port.';
  return `${error.message}\nRun "npm run replay -- --help" to see what may be said.`;
}
