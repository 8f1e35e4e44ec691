import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { ROOT } from './paths.ts';

const texts = z.record(z.string(), z.unknown());
const step = z.strictObject({
  id: z.string().optional(),
  name: z.string().optional(),
  if: z.string().optional(),
  uses: z.string().optional(),
  with: texts.default({}),
  run: z.string().default(''),
  shell: z.string().optional(),
  env: texts.default({}),
});
const job = z.strictObject({
  if: z.string().default(''),
  needs: z.union([z.string(), z.array(z.string())]).default([]),
  'runs-on': z.string(),
  'timeout-minutes': z.number(),
  permissions: z.record(z.string(), z.enum(['read', 'write'])),
  outputs: texts.optional(),
  environment: texts.optional(),
  steps: z.array(step),
});
const workflow = z.strictObject({
  name: z.string(),
  on: z.unknown(),
  permissions: texts,
  concurrency: z.unknown(),
  jobs: z.record(z.string(), job),
});
export type Job = z.infer<typeof job>;

/** Where the workflows and what they run are. */
export const WORKFLOW_FOLDER = join(ROOT, '.github');
/** Every workflow, with its text. */
export const WORKFLOWS = globSync('workflows/*.yml', { cwd: WORKFLOW_FOLDER }).map((file) => {
  const text = readFileSync(join(WORKFLOW_FOLDER, file), 'utf8');
  return { ...workflow.parse(parse(text)), text };
});
/** The jobs of the nightly, by name. */
export const NIGHTLY = WORKFLOWS.find(({ name }) => name === 'Nightly')?.jobs ?? {};
