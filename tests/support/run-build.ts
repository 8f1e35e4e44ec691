import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { ROOT } from './paths.ts';

export interface BuildOutcome {
  /** `null` when it was stopped by a signal. */
  readonly code: number | null;
  /** What it wrote to the terminal. */
  readonly said: string;
}

/**
 * Runs `npm run build` of a project into `outDir`, with its own cache and only the given project variables,
 * and without pictures unless they ask for them.
 */
export async function runBuild(
  outDir: string,
  variables: Readonly<Record<string, string>>,
  root: string = ROOT,
): Promise<BuildOutcome> {
  const command = [join(root, 'src/cli/build.ts'), '--out', outDir, '--cache', `${outDir}.cache`];
  const child = spawn(process.execPath, command, {
    cwd: root,
    env: {
      ...withoutOurVariables(process.env),
      ASTRO_TELEMETRY_DISABLED: '1',
      OG_PICTURES: 'off',
      ...variables,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said += text;
    });
  }
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  return { code, said };
}

function withoutOurVariables(env: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const ours = /^(?:CATALOG_|OPENROUTER_|SHOW_|OG_|SITE_URL$|BASE_PATH$|NODE_ENV$|VITEST)/;
  return Object.fromEntries(Object.entries(env).filter(([name]) => !ours.test(name)));
}
