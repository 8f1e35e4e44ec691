import { execFile, spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { PROJECT_ROOT } from '../project-paths.ts';

interface BuildMeasure {
  readonly seconds: number;
  /** Peak memory of all build processes together, in bytes; `null` if `ps` is not available. */
  readonly peakBytes: number | null;
}

const packageJson = z.object({ scripts: z.object({ build: z.string().startsWith('node ') }) });

const SAMPLE_MS = 250;
const KIBIBYTE = 1024;

/**
 * Builds a capture file into `outDir`, without pictures unless `variables` ask for them. If the build fails,
 * throws with the end of its output.
 */
export async function measureBuild(
  capture: string | null,
  outDir: string,
  variables: Readonly<Record<string, string>> = {},
): Promise<BuildMeasure> {
  const begunAt = performance.now();
  const child = spawn(
    process.execPath,
    [...(await buildCommand()), '--out', outDir, '--cache', `${outDir}.cache`],
    {
      cwd: PROJECT_ROOT,
      env: {
        ...process.env,
        CATALOG_SOURCE: 'capture',
        CATALOG_CAPTURE: capture ?? '',
        BASE_PATH: '/',
        ASTRO_TELEMETRY_DISABLED: '1',
        OG_PICTURES: 'off',
        ...variables,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      said = (said + text).slice(-4000);
    });
  }
  let peak = 0;
  const sampling = setInterval(() => {
    void memoryOfTree(child.pid).then((bytes) => {
      peak = Math.max(peak, bytes);
    });
  }, SAMPLE_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', resolve);
  });
  clearInterval(sampling);
  if (code !== 0) throw new Error(`The build ended with code ${code ?? 'none'}:\n${said}`);
  return { seconds: (performance.now() - begunAt) / 1000, peakBytes: peak || null };
}

/** The Node command of `npm run build`, without npm, so that npm's own memory is not counted. */
async function buildCommand(): Promise<string[]> {
  const { scripts } = packageJson.parse(
    JSON.parse(await readFile(join(PROJECT_ROOT, 'package.json'), 'utf8')),
  );
  return scripts.build.split(' ').slice(1);
}

/** Resident memory of a process and its descendants, in bytes; 0 if `ps` is not available. */
async function memoryOfTree(root: number | undefined): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-eo', 'pid=,ppid=,rss=']).catch(() => ({
    stdout: '',
  }));
  const processes = stdout
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number))
    .flatMap(([pid, parent, rss]) => (pid && rss !== undefined ? [{ pid, parent, rss }] : []));
  const tree = new Set([root]);
  // A child may come before its parent in the list, so repeat until nothing is added.
  for (let before = 0; before < tree.size;) {
    before = tree.size;
    for (const { pid, parent } of processes) if (tree.has(parent)) tree.add(pid);
  }
  return processes.filter(({ pid }) => tree.has(pid)).reduce((sum, { rss }) => sum + rss * KIBIBYTE, 0);
}
