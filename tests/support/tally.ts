import { z } from 'zod';

/** What a test runner reported. */
export interface Tally {
  readonly passed: number;
  /** Names of the tests, or files that could not be run. */
  readonly failures: readonly string[];
  readonly skips: readonly string[];
  /** Of the passed, those that needed a second try. */
  readonly unsteady?: readonly string[];
}

export function addTallies(tallies: readonly Tally[]): Tally {
  return {
    passed: tallies.reduce((sum, { passed }) => sum + passed, 0),
    failures: tallies.flatMap(({ failures }) => failures),
    skips: tallies.flatMap(({ skips }) => skips),
    unsteady: tallies.flatMap(({ unsteady }) => unsteady ?? []),
  };
}

const vitestReport = z.object({
  testResults: z.array(
    z.object({
      name: z.string(),
      status: z.string(),
      assertionResults: z.array(z.object({ fullName: z.string(), status: z.string() })),
    }),
  ),
});

/**
 * Counts Vitest's JSON report. A failed file without failed tests, such as one that cannot be loaded, is one
 * failure.
 */
export function readVitestReport(json: string): Tally {
  return addTallies(
    vitestReport.parse(JSON.parse(json)).testResults.map(({ name, status, assertionResults }) => {
      const named = (wanted: (status: string) => boolean) =>
        assertionResults.filter((test) => wanted(test.status)).map((test) => test.fullName);
      const failures = named((found) => found === 'failed');
      return {
        passed: named((found) => found === 'passed').length,
        failures: status === 'failed' && failures.length === 0 ? [name] : failures,
        skips: named((found) => found !== 'failed' && found !== 'passed'),
      };
    }),
  );
}

interface PlaywrightSuite {
  readonly title: string;
  readonly specs: readonly {
    readonly title: string;
    readonly tests: readonly { readonly projectName: string; readonly status: string }[];
  }[];
  readonly suites?: readonly PlaywrightSuite[] | undefined;
}

const playwrightSuite: z.ZodType<PlaywrightSuite> = z.object({
  title: z.string(),
  specs: z.array(
    z.object({
      title: z.string(),
      tests: z.array(z.object({ projectName: z.string(), status: z.string() })),
    }),
  ),
  get suites() {
    return z.array(playwrightSuite).optional();
  },
});

const playwrightReport = z.object({
  suites: z.array(playwrightSuite),
  /** Errors outside of tests: a file that could not be loaded, a set-up that threw. */
  errors: z.array(z.object({ message: z.string().optional() })),
});

/** Playwright's JSON report. A test that only passed on a second try counts as passed, and is named. */
export function readPlaywrightReport(json: string): Tally {
  const { suites, errors } = playwrightReport.parse(JSON.parse(json));
  const tests = suites.flatMap((suite) => testsOf(suite, []));
  const named = (wanted: (status: string) => boolean) =>
    tests.filter(({ status }) => wanted(status)).map(({ name }) => name);
  const unsteady = named((status) => status === 'flaky');
  return {
    passed: named((status) => status === 'expected').length + unsteady.length,
    failures: [
      ...named((status) => status === 'unexpected'),
      ...errors.map(({ message }) => `playwright: ${message ?? 'an error without words'}`),
    ],
    skips: named((status) => status === 'skipped'),
    unsteady,
  };
}

function testsOf(suite: PlaywrightSuite, above: readonly string[]): { name: string; status: string }[] {
  const path = [...above, suite.title];
  return [
    ...suite.specs.flatMap(({ title, tests }) =>
      tests.map(({ projectName, status }) => ({
        name: [`[${projectName}]`, ...path, title].join(' › '),
        status,
      })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, path)),
  ];
}
