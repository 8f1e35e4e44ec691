import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { readConfig } from '../config.ts';
import { runCommand } from './command.ts';
import { PROJECT_ROOT } from './project-paths.ts';
import { startServer } from './static-server.ts';

const DEFAULT_PORT = 4321;

const HELP = `Serves the built site, under BASE_PATH if that is set, until it is stopped.

  npm run serve -- [--port N] [--host ADDRESS] [--dir FOLDER]

  --port N        where to listen; ${DEFAULT_PORT} unless given, 0 for any free port
  --host ADDRESS  who can reach it; only this machine unless given, everybody with 0.0.0.0
  --dir FOLDER    the built site; dist unless given`;

await runCommand(async () => {
  const { values } = parseArgs({
    options: {
      port: { type: 'string', default: String(DEFAULT_PORT) },
      host: { type: 'string', default: '127.0.0.1' },
      dir: { type: 'string', default: join(PROJECT_ROOT, 'dist') },
      help: { type: 'boolean', default: false },
    },
  });
  if (values.help) {
    console.log(HELP);
    return;
  }
  const server = await startServer({
    dir: resolve(values.dir),
    basePath: readConfig().basePath,
    port: Number(values.port),
    host: values.host,
  });
  console.log(`The site is on ${server.url}`);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => void server.close());
});
