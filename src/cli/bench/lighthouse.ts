import { launch } from 'chrome-launcher';
import lighthouse from 'lighthouse';
import { CHROMIUM_ARGS } from '../chromium.ts';
import { median } from './weights.ts';

const CATEGORIES = ['performance', 'accessibility', 'best-practices', 'seo'] as const;

type Scores = Readonly<Record<(typeof CATEGORIES)[number], number>>;

/** Lighthouse scores on a simulated phone, 0–100, each the median of `runs`. */
export async function lighthouseScores(url: string, chromePath: string, runs: number): Promise<Scores> {
  const chrome = await launch({ chromePath, chromeFlags: ['--headless=new', ...CHROMIUM_ARGS] });
  try {
    const scores: Record<string, number[]> = {};
    for (let run = 0; run < runs; run++) {
      const result = await lighthouse(url, {
        port: chrome.port,
        onlyCategories: [...CATEGORIES],
        logLevel: 'silent',
      });
      for (const name of CATEGORIES) {
        const score = result?.lhr.categories[name]?.score;
        (scores[name] ??= []).push(Math.round((score ?? 0) * 100));
      }
    }
    const of = (name: (typeof CATEGORIES)[number]) => median(scores[name] ?? []);
    return {
      performance: of('performance'),
      accessibility: of('accessibility'),
      'best-practices': of('best-practices'),
      seo: of('seo'),
    };
  } finally {
    chrome.kill();
  }
}
