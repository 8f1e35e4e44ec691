import { spawn } from 'node:child_process';
import { createInterface } from 'node:readline';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { parseDecimal } from '../../../src/catalog/decimal.ts';
import { ROOT } from '../../support/paths.ts';
import {
  dailyCaptures,
  hasSharedCaptures,
  rawRowsOf,
  sharedCaptures,
  type CaptureFile,
} from '../../support/real-captures.ts';

const listedModels = z.array(
  z.object({
    id: z.string(),
    context_length: z.number().nullable(),
    prompt: z.string(),
    completion: z.string(),
  }),
);
const day = z.object({ date: z.string(), captured: z.string(), models: listedModels });
const rawRows = z.array(
  z.object({
    id: z.string(),
    context_length: z.number().nullable(),
    pricing: z.object({ prompt: z.string(), completion: z.string() }),
  }),
);

/** One text a model, so that a difference names it. */
function linesOf(models: z.infer<typeof listedModels>): readonly string[] {
  return models
    .map((model) =>
      [model.id, parseDecimal(model.prompt), parseDecimal(model.completion), model.context_length].join(' '),
    )
    .sort();
}

function captureLines(path: string): readonly string[] {
  return linesOf(rawRows.parse(rawRowsOf(path)).map(({ pricing, ...row }) => ({ ...row, ...pricing })));
}

async function expectToBeGivenBack(captures: readonly CaptureFile[]): Promise<void> {
  const dates = captures.map(({ name }) => name.slice(0, 10));
  const child = spawn(process.execPath, ['src/cli/ledger.ts', 'at', ...dates], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let seen = 0;
  for await (const line of createInterface({ input: child.stdout })) {
    const { date, captured, models } = day.parse(JSON.parse(line));
    expect(date).toBe(dates[seen]);
    expect(captured).toBe(`${date}T00:00:00.000Z`);
    expect(linesOf(models), date).toEqual(captureLines(captures[seen]?.path ?? ''));
    seen += 1;
  }
  expect(seen).toBe(dates.length);
}

describe('npm run ledger on the committed ledger', () => {
  it(
    'gives back the rows and prices of the ten daily captures in the fixtures',
    { timeout: 120_000 },
    async () => {
      expect(dailyCaptures()).toHaveLength(10);
      await expectToBeGivenBack(dailyCaptures());
    },
  );

  it.skipIf(!hasSharedCaptures)(
    'gives back the rows and prices of every daily capture',
    { timeout: 120_000 },
    async () => {
      const captures = sharedCaptures('daily');
      expect(captures.length).toBeGreaterThanOrEqual(656);
      await expectToBeGivenBack(captures);
    },
  );
});
