import type { SearchEntry } from './entry.ts';
import { dollarsOf, isByAuthor } from './filters.ts';
import { pieceOf, findSpan } from './match/folded.ts';
import type { PreparedEntry } from './match/lexicon.ts';
import type { QueryWord } from './match/match.ts';
import { glue, normalise, straighten, wordsOf } from './match/words.ts';

/** What a person typed, read. */
export interface Query {
  /** Ranked by; a word that also means a property is satisfied by either. */
  readonly words: readonly QueryWord[];
  /** All must hold: operators, phrases, and what is excluded. */
  readonly conditions: readonly Condition[];
  /** The words as typed, for text search and for suggestions. */
  readonly text: string;
  readonly asksForRetired: boolean;
}

interface Condition {
  /** Words of a name that must hold, which may be misspelt. */
  readonly names: readonly string[];
  readonly holds: (prepared: PreparedEntry) => boolean;
}

type Test = (entry: SearchEntry) => boolean;

const RETIRED = 'retired';

/** Words that stand for a property of a model as well as for themselves. */
const PROPERTIES: Readonly<Record<string, Test>> = {
  // What is not billed costs nothing.
  free: (entry) => entry.input === 'free' && (entry.output === 'free' || entry.output === 'none'),
  open: (entry) => entry.hasOpenWeights,
  vision: (entry) => entry.inputModalities.includes('image'),
  tools: (entry) => entry.capabilities.includes('tools'),
  reasoning: (entry) => entry.capabilities.includes('reasoning'),
  audio: (entry) => [...entry.inputModalities, ...entry.outputModalities].includes('audio'),
  video: (entry) => [...entry.inputModalities, ...entry.outputModalities].includes('video'),
  image: (entry) => entry.outputModalities.includes('image'),
  json: (entry) => entry.capabilities.includes('structured-output'),
  [RETIRED]: (entry) => entry.retired !== null,
};

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

interface Measure {
  readonly of: (entry: SearchEntry) => number | null;
  /** What a colon means: at least so many tokens, at most so many dollars. */
  readonly colon: '>=' | '<=';
}

const context: Measure = { of: (entry) => entry.context, colon: '>=' };
const maxOutput: Measure = { of: (entry) => entry.maxOutput, colon: '>=' };
const inputPrice: Measure = { of: (entry) => dollarsOf(entry.input), colon: '<=' };
const outputPrice: Measure = { of: (entry) => dollarsOf(entry.output), colon: '<=' };

/** Numbers that can be bounded: `ctx>200k`, `in<1`. Prices in US dollars per million tokens. */
const MEASURES: Readonly<Record<string, Measure>> = {
  ctx: context,
  context,
  max: maxOutput,
  in: inputPrice,
  input: inputPrice,
  price: inputPrice,
  out: outputPrice,
  output: outputPrice,
};

const byAuthor = (value: string): Test | null =>
  glue(wordsOf(value)) === '' ? null : (entry) => isByAuthor(entry, value);
const takes =
  (value: string): Test =>
  (entry) =>
    entry.inputModalities.includes(value);
const gives =
  (value: string): Test =>
  (entry) =>
    entry.outputModalities.includes(value);

/** Fields whose value is a name. */
const AUTHOR_FIELDS = { author: byAuthor, by: byAuthor };

/** Named values: `author:openai`, `in:image`, `is:free`. */
const FIELDS: Readonly<Record<string, (value: string) => Test | null>> = {
  ...AUTHOR_FIELDS,
  in: takes,
  input: takes,
  out: gives,
  output: gives,
  can: (value) => (entry) => entry.capabilities.includes(value),
  category: (value) => (entry) => entry.categories.some((category) => category.startsWith(value)),
  is: (value) => property(value),
};

const oneOf = (record: object): string => Object.keys(record).join('|');
const VALUE = String.raw`\$?(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?[kmb]?`;
/** Operators may have spaces around their sign; then phrases; then whatever stands between spaces. */
const TOKEN = new RegExp(
  [
    String.raw`-?(?:${oneOf(MEASURES)})\s*(?:[<>]=?|[=:])\s*${VALUE}(?!\S)`,
    String.raw`-?(?:${oneOf(FIELDS)})\s*:\s*(?:"[^"]*"?|[^\s"]+)`,
    String.raw`-?"[^"]*"?`,
    String.raw`\S+`,
  ].join('|'),
  'giu',
);
const BOUND = /^([a-z]+)\s*([<>]=?|[=:])\s*\$?([\d,]+(?:\.\d+)?)([kmb]?)$/u;
const FIELD = /^([a-z]+)\s*:\s*(.+)$/u;

/** Reads a query. What looks like an operator but is none that we know is taken for plain words. */
export function parseQuery(typed: string): Query {
  const words: QueryWord[] = [];
  const conditions: Condition[] = [];
  const plain: string[] = [];
  let asksForRetired = false;
  for (const token of straighten(typed).match(TOKEN) ?? []) {
    const isExcluded = token.length > 1 && token.startsWith('-');
    const body = isExcluded ? token.slice(1) : token;
    asksForRetired ||= !isExcluded && /^(?:is:)?retired$/iu.test(body);
    const holds = conditionOf(body) ?? (isExcluded ? exclusionOf(body) : null);
    if (holds !== null) {
      conditions.push(
        isExcluded
          ? { names: [], holds: (prepared) => !holds(prepared) }
          : { names: authorIn(normalise(body)), holds },
      );
      if (isExcluded || !body.startsWith('"')) continue;
    }
    const found = wordsOf(body);
    words.push(...found.map((text) => ({ text, means: found.length === 1 ? property(text) : null })));
    if (found.length > 0) plain.push(body);
  }
  return { words, conditions, text: plain.join(' '), asksForRetired };
}

function property(name: string): Test | null {
  return Object.hasOwn(PROPERTIES, name) ? (PROPERTIES[name] ?? null) : null;
}

function conditionOf(token: string): Condition['holds'] | null {
  if (token.startsWith('"')) return phrase(token.replaceAll('"', ''));
  const text = normalise(token);
  const test = boundOf(text) ?? fieldOf(text);
  return test && (({ entry }) => test(entry));
}

/** `-mini` leaves out what has that whole word, `-free` also what is free. */
function exclusionOf(token: string): Condition['holds'] | null {
  const isWord = phrase(token);
  const test = property(normalise(token));
  return isWord && ((prepared) => isWord(prepared) || (test?.(prepared.entry) ?? false));
}

/** Words that must stand side by side, whole or glued. */
function phrase(text: string): Condition['holds'] | null {
  const words = wordsOf(text);
  if (words.length === 0) return null;
  const piece = pieceOf(words);
  return ({ texts }) =>
    texts.some((own) => {
      const kind = findSpan(own, piece)?.kind;
      return words.length === 1 ? kind === 'whole' : kind === 'part';
    });
}

function boundOf(text: string): Test | null {
  const [, name = '', sign = '', digits = '', multiple = ''] = BOUND.exec(text) ?? [];
  const measure = Object.hasOwn(MEASURES, name) ? MEASURES[name] : undefined;
  if (measure === undefined) return null;
  const bound = Number(digits.replaceAll(',', '')) * (MULTIPLES[multiple] ?? 1);
  return (entry) => {
    const value = measure.of(entry);
    return value !== null && compare(value, sign === ':' ? measure.colon : sign, bound);
  };
}

function fieldOf(text: string): Test | null {
  const [, name = '', value = ''] = FIELD.exec(text) ?? [];
  return Object.hasOwn(FIELDS, name) ? (FIELDS[name]?.(value.replaceAll('"', '')) ?? null) : null;
}

function authorIn(text: string): string[] {
  const [, name = '', value = ''] = FIELD.exec(text) ?? [];
  return Object.hasOwn(AUTHOR_FIELDS, name) ? wordsOf(value) : [];
}

function compare(value: number, sign: string, bound: number): boolean {
  switch (sign) {
    case '<':
      return value < bound;
    case '<=':
      return value <= bound;
    case '>':
      return value > bound;
    case '>=':
      return value >= bound;
    default:
      return value === bound;
  }
}
