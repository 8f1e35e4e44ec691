import { describe, expect, it } from 'vitest';
import { NO_WORKLOAD, WORKLOAD_PRESETS, type Workload } from '../../../../src/catalog/cost/workload.ts';
import {
  FIELD_KEYS,
  readForm,
  WORKLOAD_FIELDS,
  type FieldKey,
} from '../../../../src/ui/workload/client/workload-fields.ts';

const EMPTY = Object.fromEntries(FIELD_KEYS.map((key) => [key, ''])) as Record<FieldKey, string>;

const read = (texts: Partial<Record<FieldKey, string>>) => readForm({ ...EMPTY, ...texts }, false);

const written = (workload: Workload) =>
  Object.fromEntries(FIELD_KEYS.map((key) => [key, WORKLOAD_FIELDS[key].write(workload[key])])) as Record<
    FieldKey,
    string
  >;

describe('readForm', () => {
  it('reads what it writes, for every preset', () => {
    for (const { workload } of Object.values(WORKLOAD_PRESETS)) {
      expect(readForm(written(workload), workload.isBatch)).toEqual({ workload, problems: new Map() });
    }
    expect(written(WORKLOAD_PRESETS['coding-agent'].workload)).toMatchObject({
      inputTokens: '30K',
      cachedShare: '70',
      requestsPerMonth: '5K',
    });
  });

  it('reads thousands separated, multiples, and percentages with or without a sign', () => {
    const { workload } = read({ inputTokens: ' 131,072 ', outputTokens: '1.5k', cachedShare: '12.5 %' });
    expect(workload).toEqual({
      ...NO_WORKLOAD,
      inputTokens: 131_072,
      outputTokens: 1500,
      cachedShare: 0.125,
    });
  });

  it('names each field that it cannot read, with an example', () => {
    const { workload, problems } = read({
      inputTokens: '-1',
      outputTokens: '2000000000',
      thinkingTokens: '1,00',
      cachedShare: '101',
      cacheWriteShare: 'half',
      searches: '1001',
      requestsPerMonth: '0',
    });
    expect(workload).toBeNull();
    expect([...problems.keys()]).toEqual(FIELD_KEYS);
    expect(problems.get('requestsPerMonth')).toBe(
      'Give a whole number from 1 to 1 billion, such as 10,000 or 10K.',
    );
  });

  it.each(['1.500', '1.5', '10.000', '0.0004', '1.0005k'])(
    'refuses %j for tokens and requests instead of rounding it',
    (typed) => {
      const { problems } = read({ inputTokens: typed, requestsPerMonth: typed });
      expect([...problems.keys()]).toEqual(['inputTokens', 'requestsPerMonth']);
    },
  );

  it('reads numbers of searches and shares as the site prints them', () => {
    const { workload } = read({ inputTokens: '1', searches: '1,000', cachedShare: '.5 %' });
    expect(workload).toMatchObject({ searches: 1000, cachedShare: 0.005 });
  });

  it('takes cached input and cache writes up to 100% together', () => {
    expect(read({ inputTokens: '1', cachedShare: '70', cacheWriteShare: '30' }).workload).not.toBeNull();
    expect(read({ inputTokens: '1', cachedShare: '70', cacheWriteShare: '30.0001' }).problems).toEqual(
      new Map([
        [
          'cacheWriteShare',
          'Cached input and cache writes are parts of the input, so together they are at most 100%.',
        ],
      ]),
    );
  });

  it('asks for some use', () => {
    expect([...read({ requestsPerMonth: '5' }).problems.keys()]).toEqual(['inputTokens']);
    expect(read({ searches: '0.5' }).workload?.searches).toBe(0.5);
  });
});
