import { spawn } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { PROJECT_ROOT } from '../project-paths.ts';

export interface BuildRun {
  readonly seconds: number;
  /** Of the largest process, in megabytes. */
  readonly peakMegabytes: number;
  readonly pages: number;
}

/** Runs in every Node process of the build as it ends, and writes its largest resident size. */
const PEAK_HOOK = `data:text/javascript,${encodeURIComponent(`
  import { appendFileSync } from 'node:fs';
  process.on('exit', () => appendFileSync(process.env.BENCH_PEAK_FILE, process.resourceUsage().maxRSS + '\\n'));
`)}`;

/** Builds a capture into `dir` in a process of its own; throws with the build's last words when it fails. */
export async function runBuild(capturePath: string, dir: string): Promise<BuildRun> {
  const peakFile = `${dir}.peak`;
  rmSync(peakFile, { force: true });
  const begunAt = performance.now();
  await finished(['src/cli/build.ts', '--out', dir, '--cache', `${dir}.cache`], {
    ...process.env,
    CATALOG_SOURCE: 'capture',
    CATALOG_CAPTURE: capturePath,
    BENCH_PEAK_FILE: peakFile,
    NODE_OPTIONS: `--import=${PEAK_HOOK}`,
  });
  const seconds = (performance.now() - begunAt) / 1000;
  const peaks = readFileSync(peakFile, 'utf8').trim().split('\n').map(Number);
  const report = JSON.parse(readFileSync(join(dir, 'build.json'), 'utf8')) as { pages: number };
  return { seconds, peakMegabytes: Math.max(...peaks) / 1024, pages: report.pages };
}

function finished(args: readonly string[], env: NodeJS.ProcessEnv): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, {
      cwd: PROJECT_ROOT,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let said = '';
    const listen = (chunk: Buffer): void => {
      said = (said + chunk.toString()).slice(-4000);
    };
    child.stdout.on('data', listen);
    child.stderr.on('data', listen);
    child.on('error', reject);
    child.on('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The build ended with code ${code ?? 'none'}:\n${said}`));
    });
  });
}
