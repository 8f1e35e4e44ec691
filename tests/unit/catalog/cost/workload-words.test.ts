import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD, WORKLOAD_PRESETS } from '../../../../src/catalog/cost/workload.ts';
import { namedWorkload, presetOf, workloadWords } from '../../../../src/catalog/cost/workload-words.ts';

describe('workloadWords', () => {
  it('says what one request takes, and how many there are a month', () => {
    expect(
      workloadWords({ ...NO_WORKLOAD, inputTokens: 1000, outputTokens: 300, requestsPerMonth: 10_000 }),
    ).toBe('1K in, 300 out, 10,000 requests a month');
  });

  it('leaves out what is zero, except input and output, and says one request in singular', () => {
    expect(workloadWords(NO_WORKLOAD)).toBe('0 in, 0 out, 1 request a month');
  });

  it('says every part that is not zero, with all digits', () => {
    expect(
      workloadWords({
        inputTokens: 131_072,
        outputTokens: 1234,
        thinkingTokens: 500,
        cachedShare: 0.125,
        cacheWriteShare: 0.1,
        searches: 1,
        requestsPerMonth: 2,
        isBatch: true,
      }),
    ).toBe(
      '131,072 in, 1,234 out, 500 thinking, 12.5% cached, 10% written to the cache, 1 web search each, ' +
        '2 requests a month, batch prices',
    );
    expect(workloadWords({ ...NO_WORKLOAD, searches: 0.5 })).toContain('0.5 web searches each');
  });
});

describe('namedWorkload', () => {
  it('names the preset whose figures a workload has', () => {
    expect(namedWorkload(WORKLOAD_PRESETS.chat.workload)).toBe(
      'Chat: 2K in, 400 out, 50% cached, 10,000 requests a month',
    );
    expect(presetOf({ ...WORKLOAD_PRESETS.chat.workload })).toBe(WORKLOAD_PRESETS.chat);
  });

  it('has no name for other figures', () => {
    const own = { ...WORKLOAD_PRESETS.chat.workload, outputTokens: 401 };
    expect(namedWorkload(own)).toBe('2K in, 401 out, 50% cached, 10,000 requests a month');
  });
});
