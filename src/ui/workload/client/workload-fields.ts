import { NO_WORKLOAD, type Workload } from '../../../catalog/cost/workload.ts';
import { faithfulTokens, plainText } from '../../../catalog/figures.ts';
import { readDecimal, readTokens } from '../../../search/filter-values.ts';
import { MAX_COUNT, MAX_SEARCHES } from '../../../search/workload-params.ts';

/** The fields of the form of a workload, what they take, and what is said of what they do not take. */

export type FieldKey = Exclude<keyof Workload, 'isBatch'>;

interface WorkloadField {
  readonly label: string;
  readonly unit: string;
  /** The value of a typed text; `null` if it is not valid. */
  readonly read: (text: string) => number | null;
  readonly write: (value: number) => string;
  /** What to type instead. */
  readonly example: string;
}

const TOKENS = {
  read: (text: string) => readCount(text),
  write: (value: number) => (value === 0 ? '0' : faithfulTokens(value)),
  example: 'Give a whole number of tokens up to 1 billion, such as 2,000 or 2K.',
};

const SHARE = {
  read: readShare,
  write: (value: number) => plainText(Number((value * 100).toPrecision(12))),
  example: 'Give a percentage from 0 to 100.',
};

export const WORKLOAD_FIELDS: Readonly<Record<FieldKey, WorkloadField>> = {
  inputTokens: { label: 'Input tokens', unit: 'per request', ...TOKENS },
  outputTokens: { label: 'Output tokens', unit: 'per request', ...TOKENS },
  thinkingTokens: { label: 'Thinking tokens', unit: 'per request, on top', ...TOKENS },
  cachedShare: { label: 'Cached input', unit: '% of the input', ...SHARE },
  cacheWriteShare: { label: 'Cache writes', unit: '% of the input', ...SHARE },
  searches: {
    label: 'Web searches',
    unit: 'per request',
    read: readSearches,
    write: plainText,
    example: 'Give a number from 0 to 1,000, with at most three decimals.',
  },
  requestsPerMonth: {
    label: 'Requests',
    unit: 'a month',
    read: (text) => readCount(text) || null,
    write: TOKENS.write,
    example: 'Give a whole number from 1 to 1 billion, such as 10,000 or 10K.',
  },
};

export const FIELD_KEYS = Object.keys(WORKLOAD_FIELDS) as readonly FieldKey[];

const TOO_MUCH_CACHED =
  'Cached input and cache writes are parts of the input, so together they are at most 100%.';
const NO_USE =
  'A request has to take something: input tokens, output tokens, thinking tokens or web searches.';

/** What a form asks for. */
interface ReadForm {
  /** `null` where there are problems. */
  readonly workload: Workload | null;
  /** In words, by the field that has to change. */
  readonly problems: ReadonlyMap<FieldKey, string>;
}

/** An empty field is zero, or one request a month. */
export function readForm(texts: Readonly<Record<FieldKey, string>>, isBatch: boolean): ReadForm {
  const problems = new Map<FieldKey, string>();
  const values = { ...NO_WORKLOAD };
  for (const key of FIELD_KEYS) {
    const text = texts[key].trim();
    const value = text === '' ? NO_WORKLOAD[key] : WORKLOAD_FIELDS[key].read(text);
    if (value === null) problems.set(key, WORKLOAD_FIELDS[key].example);
    else values[key] = value;
  }
  const { inputTokens, outputTokens, thinkingTokens, searches, cachedShare, cacheWriteShare } = values;
  if (problems.size === 0) {
    // Millionths, because 0.7 + 0.3 need not be 1 in doubles.
    if (Math.round((cachedShare + cacheWriteShare) * 1e6) > 1e6)
      problems.set('cacheWriteShare', TOO_MUCH_CACHED);
    if (inputTokens + outputTokens + thinkingTokens + searches === 0) problems.set('inputTokens', NO_USE);
  }
  return { workload: problems.size === 0 ? { ...values, isBatch } : null, problems };
}

/** `30k`, `30,000`. */
function readCount(text: string): number | null {
  const value = Number(readTokens(text) ?? Number.NaN);
  return value <= MAX_COUNT ? value : null;
}

/** `70`, `70 %`, `12.5%`. */
function readShare(text: string): number | null {
  const value = readNumber(text.replace(/\s*%$/, ''), 4) / 100;
  return value <= 1 ? Number(value.toFixed(6)) : null;
}

function readSearches(text: string): number | null {
  const value = readNumber(text, 3);
  return value <= MAX_SEARCHES ? value : null;
}

/** A number with at most so many decimals; `NaN` for anything else. */
function readNumber(text: string, decimals: number): number {
  const digits = readDecimal(text) ?? '';
  return digits === '' || (digits.split('.')[1] ?? '').length > decimals ? Number.NaN : Number(digits);
}
