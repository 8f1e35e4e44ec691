import { expect, it } from 'vitest';
import { addTallies, readPlaywrightReport } from '../../support/tally.ts';

const report = (...statuses: readonly string[]): string =>
  JSON.stringify({
    errors: [],
    suites: [
      {
        title: 'a.spec.ts',
        specs: statuses.map((status) => ({ title: status, tests: [{ projectName: 'desktop', status }] })),
      },
    ],
  });

it('readPlaywrightReport counts every test once and names failed, skipped and retried ones', () => {
  expect(readPlaywrightReport(report('expected', 'unexpected', 'flaky', 'skipped'))).toEqual({
    passed: 2,
    failures: ['[desktop] › a.spec.ts › unexpected'],
    skips: ['[desktop] › a.spec.ts › skipped'],
    unsteady: ['[desktop] › a.spec.ts › flaky'],
  });
});

it('addTallies adds up the reports of several runners', () => {
  const one = { passed: 1, failures: ['a'], skips: [] };
  expect(addTallies([one, readPlaywrightReport(report('expected'))])).toEqual({
    passed: 2,
    failures: ['a'],
    skips: [],
    unsteady: [],
  });
});
