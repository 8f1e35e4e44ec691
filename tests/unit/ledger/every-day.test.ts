import { spawn } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { gunzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDecimal } from '../../../src/catalog/decimal.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const CAPTURES = join(ROOT, '../shared/captures/daily');

const listedModels = z.array(
  z.object({
    id: z.string(),
    context_length: z.number().nullable(),
    prompt: z.string(),
    completion: z.string(),
  }),
);
const day = z.object({ date: z.string(), captured: z.string(), models: listedModels });
const answer = z.object({
  data: z.array(
    z.object({
      id: z.string(),
      context_length: z.number().nullable(),
      pricing: z.object({ prompt: z.string(), completion: z.string() }),
    }),
  ),
});

/** One text a model, so that a difference names it. */
function linesOf(models: z.infer<typeof listedModels>): readonly string[] {
  return models
    .map((model) =>
      [model.id, parseDecimal(model.prompt), parseDecimal(model.completion), model.context_length].join(' '),
    )
    .sort();
}

async function captureOf(date: string): Promise<readonly string[]> {
  const text = gunzipSync(await readFile(join(CAPTURES, `${date}.json.gz`))).toString();
  const { data } = answer.parse(JSON.parse(text));
  return linesOf(data.map(({ pricing, ...row }) => ({ ...row, ...pricing })));
}

describe.skipIf(!existsSync(CAPTURES))('the committed ledger, asked through the command', () => {
  it('gives back every daily capture exactly', { timeout: 120_000 }, async () => {
    const dates = readdirSync(CAPTURES).map((name) => name.slice(0, 10));
    const child = spawn(process.execPath, ['src/cli/ledger.ts', 'at', ...dates], {
      cwd: ROOT,
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let seen = 0;
    for await (const line of createInterface({ input: child.stdout })) {
      const { date, captured, models } = day.parse(JSON.parse(line));
      expect(date).toBe(dates[seen]);
      expect(captured).toBe(`${date}T00:00:00.000Z`);
      expect(linesOf(models), date).toEqual(await captureOf(date));
      seen += 1;
    }
    expect(dates.length).toBeGreaterThanOrEqual(656);
    expect(seen).toBe(dates.length);
  });
});
