import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD, WORKLOAD_PRESETS } from '../../../src/catalog/cost/workload.ts';
import { readWorkload, writeWorkload } from '../../../src/search/workload-params.ts';

const read = (query: string) => readWorkload(new URLSearchParams(query));

const written = (workload: Parameters<typeof writeWorkload>[1]): string => {
  const parameters = new URLSearchParams();
  writeWorkload(parameters, workload);
  return String(parameters);
};

describe('readWorkload', () => {
  it('reads every parameter', () => {
    expect(read('wi=30k&wo=2000&wt=500&wc=0.7&ww=0.1&ws=0.5&wr=5k&wb=1')).toEqual({
      inputTokens: 30_000,
      outputTokens: 2000,
      thinkingTokens: 500,
      cachedShare: 0.7,
      cacheWriteShare: 0.1,
      searches: 0.5,
      requestsPerMonth: 5000,
      isBatch: true,
    });
  });

  it('counts absent parameters as zero, and absent requests as one', () => {
    expect(read('wi=1000')).toEqual({ ...NO_WORKLOAD, inputTokens: 1000 });
  });

  it('finds no workload where no parameter is valid', () => {
    expect(read('')).toBeNull();
    expect(read('wi=-1&wo=x&wc=1.1&ww=2&ws=1e9&wr=&wb=yes&wt=9999999999')).toBeNull();
  });

  it('ignores what is invalid beside what is valid', () => {
    expect(read('wi=1000&wc=70')).toEqual({ ...NO_WORKLOAD, inputTokens: 1000 });
  });
});

describe('writeWorkload', () => {
  it('leaves out default values', () => {
    expect(written(NO_WORKLOAD)).toBe('');
    expect(written(WORKLOAD_PRESETS['coding-agent'].workload)).toBe('wi=30000&wo=2000&wc=0.7&wr=5000');
    expect(written(WORKLOAD_PRESETS['batch-extraction'].workload)).toBe('wi=4000&wo=300&wr=50000&wb=1');
  });

  it('writes what readWorkload reads', () => {
    const tokens = fc.integer({ min: 0, max: 1e9 });
    const share = fc.integer({ min: 0, max: 1000 }).map((part) => part / 1000);
    const workloads = fc.record({
      inputTokens: tokens,
      outputTokens: tokens,
      thinkingTokens: tokens,
      cachedShare: share,
      cacheWriteShare: share,
      searches: fc.integer({ min: 0, max: 4000 }).map((quarters) => quarters / 4),
      requestsPerMonth: tokens,
      isBatch: fc.boolean(),
    });
    fc.assert(
      fc.property(workloads, (workload) => {
        expect(read(written(workload)) ?? NO_WORKLOAD).toEqual(workload);
      }),
    );
  });
});
