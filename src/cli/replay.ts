import { parseArgs } from 'node:util';
import { FAULT_HELP } from '../upstream/replay/read-fault.ts';
import { readReplayCapture } from '../upstream/replay/replay-capture.ts';
import { startReplay, type ReplayedRequest } from '../upstream/replay/server.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';

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

await runCommand(async () => {
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
  const capture = await readReplayCapture(values.capture ?? null, PROJECT_ROOT);
  const server = await startReplay({
    capture,
    faults: values.fault,
    port: Number(values.port),
    host: values.host,
    ...(!values.quiet && { onRequest: logRequest }),
  });
  console.log(`${capture.rows.length} models of ${capture.capturedAt} on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
});

function logRequest({ method, path, query, status, fault }: ReplayedRequest): void {
  const search = new URLSearchParams(query).toString();
  console.log(`${method} ${path}${search && `?${search}`} ${status}${fault === null ? '' : ' (fault)'}`);
}
