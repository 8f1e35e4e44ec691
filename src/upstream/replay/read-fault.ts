import { UserError } from '../../files/user-error.ts';
import type { Fault, FaultBody, FaultCondition, FaultEffect } from './fault.ts';
import { QUERY_PARAMETERS } from './query.ts';

/** Faults as words on a command line: `category=legal nth=2 status=500`. */

/** An unreadable fault: the word, and what is allowed. */
export class FaultError extends UserError {
  override readonly name = 'FaultError';
}

const BODIES: readonly FaultBody[] = ['error', 'html', 'empty', 'not-json', 'wrong-envelope'];

interface Word {
  /** How the word is written. */
  readonly form: string;
  readonly about: string;
  /** `null` when the value is not of that form. */
  readonly read: (value: string) => FaultEffect | null;
}

/** The words for effects, in the order of the help text. */
const EFFECT_WORDS: Readonly<Record<string, Word>> = {
  status: {
    form: 'status=503',
    about: 'that status, with an error in upstream’s form',
    read: (value) => (/^[1-5]\d\d$/.test(value) ? { status: Number(value) } : null),
  },
  'retry-after': {
    form: 'retry-after=2',
    about: 'a Retry-After header, in seconds or as an ISO time',
    read: (value) => {
      if (/^\d+$/.test(value)) return { retryAfter: value };
      return Number.isNaN(Date.parse(value)) ? null : { retryAfter: new Date(value).toUTCString() };
    },
  },
  date: {
    form: 'date=2026-01-31T12:00:00Z',
    about: 'another Date header; `date=none` for no such header',
    read: (value) => {
      if (value === 'none') return { date: null };
      return Number.isNaN(Date.parse(value)) ? null : { date: value };
    },
  },
  body: {
    form: 'body=html',
    about: `another body: ${BODIES.join(', ')}`,
    read: (value) => {
      const body = BODIES.find((name) => name === value);
      return body === undefined ? null : { body };
    },
  },
  rows: {
    form: 'rows=10',
    about: 'only the first rows, as if there were no others',
    read: (value) => (isCount(value) ? { rows: Number(value) } : null),
  },
  'wrong-types': {
    form: 'wrong-types=3',
    about: 'wrong types in the first rows, or in `all`',
    read: (value) => {
      if (value === 'all') return { wrongTypes: 'all' };
      return isCount(value) ? { wrongTypes: Number(value) } : null;
    },
  },
  pad: {
    form: 'pad=200MB',
    about: 'white space before the body, of unannounced length (bytes, kB or MB)',
    read: (value) => {
      const [, digits, unit] = /^(\d+)(kB|MB)?$/.exec(value) ?? [];
      return digits === undefined ? null : { pad: Number(digits) * bytesPer(unit) };
    },
  },
  delay: {
    form: 'delay=500',
    about: 'milliseconds before the first byte',
    read: (value) => (isCount(value) ? { delay: Number(value) } : null),
  },
  drip: {
    form: 'drip=64/100',
    about: 'the body in pieces: bytes / milliseconds between them',
    read: (value) => {
      const [, bytes, everyMs] = /^([1-9]\d*)\/(\d+)$/.exec(value) ?? [];
      return bytes === undefined ? null : { drip: { bytes: Number(bytes), everyMs: Number(everyMs) } };
    },
  },
  cut: {
    form: 'cut=50%',
    about: 'the connection closes inside the body, after bytes or a part of it',
    read: (value) => {
      const [, digits, percent] = /^(\d+)(%)?$/.exec(value) ?? [];
      if (digits === undefined) return null;
      return { cut: percent === undefined ? { bytes: Number(digits) } : { percent: Number(digits) } };
    },
  },
  reset: {
    form: 'reset',
    about: 'the connection is reset: at once, or where `cut` says',
    read: (value) => (value === '' ? { reset: true } : null),
  },
  hang: {
    form: 'hang',
    about: 'no answer at all',
    read: (value) => (value === '' ? { hang: true } : null),
  },
};

const CONDITION_FORMS: readonly (readonly [string, string])[] = [
  [
    'category=legal',
    `a query parameter (${QUERY_PARAMETERS.join(', ')}) with that value; \`*\` is any value`,
  ],
  ['!category', 'a query parameter that is not given'],
  ['path=/api/v1/*', 'a path; one `*` is any text'],
  ['nth=2', 'the second request of those that fit; also `2..4`, `3..`, `..2`'],
];

/** The fault language, for a command's help. */
export const FAULT_HELP = `A fault is words with spaces between: which requests (all of them without such a word), then what goes wrong.
Of several faults that fit a request, the first is done.

Which requests:
${helpLines(CONDITION_FORMS)}

What goes wrong:
${helpLines(Object.values(EFFECT_WORDS).map(({ form, about }) => [form, about] as const))}

Examples:
  --fault 'category=legal status=500'
  --fault 'nth=1 status=429 retry-after=1'
  --fault '!category !sort cut=50%'
  --fault 'status=403 body=html'`;

/** Parses one fault as written on a command line: `category=legal nth=2 status=500`. Throws `FaultError`. */
export function parseFault(text: string): Fault {
  let when: FaultCondition = {};
  let effect: FaultEffect = {};
  for (const word of text.split(/\s+/).filter(Boolean)) {
    const [name, value = ''] = splitOnce(word, '=');
    const reader = Object.hasOwn(EFFECT_WORDS, name) ? EFFECT_WORDS[name] : undefined;
    if (reader === undefined) {
      when = { ...when, ...readCondition(word, name, value, when) };
      continue;
    }
    const read = reader.read(value);
    if (read === null)
      throw new FaultError(`"${word}" is not a fault: write it like "${reader.form}" (${reader.about}).`);
    effect = { ...effect, ...read };
  }
  if (Object.keys(effect).length === 0) {
    throw new FaultError(
      `"${text}" does not say what goes wrong: add one of ${Object.keys(EFFECT_WORDS).join(', ')}.`,
    );
  }
  return { when, ...effect };
}

function readCondition(word: string, name: string, value: string, sofar: FaultCondition): FaultCondition {
  if (name === 'path') return { path: value };
  if (name === 'nth') return { nth: readNth(word, value) };
  const parameter = name.replace(/^!/, '');
  if (!QUERY_PARAMETERS.some((known) => known === parameter)) {
    throw new FaultError(
      `"${word}" is not part of a fault. Conditions: path, nth, ${QUERY_PARAMETERS.join(', ')}. Effects: ${Object.keys(EFFECT_WORDS).join(', ')}.`,
    );
  }
  return { query: { ...sofar.query, [parameter]: name === parameter ? value : null } };
}

function readNth(word: string, value: string): { first: number; last: number } {
  const [match, single, from = '1', to = 'Infinity'] = /^(?:(\d+)|(\d+)?\.\.(\d+)?)$/.exec(value) ?? [];
  const first = Number(single ?? from);
  const last = Number(single ?? to);
  if (match === undefined || first < 1 || last < first) {
    throw new FaultError(
      `"${word}" is not a range of requests: write "nth=2", "nth=2..4", "nth=3.." or "nth=..2".`,
    );
  }
  return { first, last };
}

function splitOnce(text: string, separator: string): readonly [string, string?] {
  const at = text.indexOf(separator);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}

function isCount(text: string): boolean {
  return /^\d+$/.test(text);
}

function bytesPer(unit: string | undefined): number {
  if (unit === 'MB') return 1_000_000;
  return unit === 'kB' ? 1000 : 1;
}

function helpLines(lines: readonly (readonly [string, string])[]): string {
  const width = Math.max(...lines.map(([form]) => form.length));
  return lines.map(([form, about]) => `  ${form.padEnd(width)}  ${about}`).join('\n');
}
