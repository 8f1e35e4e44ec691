import type { Browser } from 'playwright';
import lighthouse, { type Flags } from 'lighthouse';
import { median } from './weights.ts';

export interface Scores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  readonly seo: number;
}

const RUNS = 5;

/** Lighthouse's scores on a phone, 0–100: the median of five for performance, the last run for the rest. */
export async function lighthouseScores(
  browser: Browser,
  debuggingPort: number,
  url: string,
): Promise<Scores> {
  if (!browser.isConnected()) throw new Error('Lighthouse needs a browser that is still open.');
  const flags: Flags = { port: debuggingPort, logLevel: 'error', output: 'json' };
  const performance: number[] = [];
  let last: Scores = { performance: 0, accessibility: 0, bestPractices: 0, seo: 0 };
  for (let run = 0; run < RUNS; run += 1) {
    const result = await lighthouse(url, flags);
    const score = (name: string): number => Math.round((result?.lhr.categories[name]?.score ?? 0) * 100);
    performance.push(score('performance'));
    last = {
      performance: score('performance'),
      accessibility: score('accessibility'),
      bestPractices: score('best-practices'),
      seo: score('seo'),
    };
  }
  return { ...last, performance: median(performance) };
}
