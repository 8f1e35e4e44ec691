import type { SearchEntry } from './entry.ts';
import { CATEGORY_NAMES } from '../catalog/categories.ts';
import type { Limit } from './filter-kinds.ts';
import type { Filterable } from './filterable.ts';
import { FILTERS, matcher, type FilterKey, type Filters } from './filters.ts';
import { pieceOf, findSpan, type Folded } from './match/folded.ts';
import type { QueryWord } from './match/pieces.ts';
import { glue, normalizeText, straighten, wordsOf } from './match/words.ts';

/** A parsed query. */
export interface Query {
  /** Words for ranking. A word that also means a property matches either way. */
  readonly words: readonly QueryWord[];
  /** Conditions that must all hold: operators, phrases and exclusions. */
  readonly conditions: readonly Condition[];
  /** The plain words as typed, for text search and suggestions. */
  readonly text: string;
  readonly asksForRetired: boolean;
}

/** What conditions look at: a model of the search index or of a list. */
export interface Subject {
  readonly entry: Filterable & Pick<SearchEntry, 'authorNames'>;
  readonly texts: readonly Folded[];
}

interface Condition {
  /** Author words of the condition, which may be misspelled; used for suggestions. */
  readonly names: readonly string[];
  readonly holds: (subject: Subject) => boolean;
}

type Test = (entry: Subject['entry']) => boolean;

const RETIRED = 'retired';

/** Words that also refer to a property of a model: alternative filters for each. */
const PROPERTIES: Readonly<Record<string, readonly Filters[]>> = {
  free: [{ price: ['free'] }],
  open: [{ open: ['1'] }],
  vision: [{ in: ['image'] }],
  tools: [{ can: ['tools'] }],
  reasoning: [{ can: ['reasoning'] }],
  audio: [{ in: ['audio'] }, { out: ['audio'] }],
  video: [{ in: ['video'] }, { out: ['video'] }],
  image: [{ out: ['image'] }],
  json: [{ can: ['structured-output'] }, { can: ['json-mode'] }],
};

interface Measure {
  readonly limit: Limit;
  /** The operator that a colon means: at least this many tokens, at most this many dollars. */
  readonly colon: '>=' | '<=';
}

const context: Measure = { limit: FILTERS.context_min, colon: '>=' };
const maxOutput: Measure = { limit: FILTERS.max_output_min, colon: '>=' };
const inputPrice: Measure = { limit: FILTERS.input_max, colon: '<=' };
const outputPrice: Measure = { limit: FILTERS.output_max, colon: '<=' };

/** Numbers that can be compared: `ctx>200k`, `in<1`. Prices in US dollars per million tokens. */
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
const byFilter =
  (key: FilterKey) =>
  (value: string): Test | null => {
    const values = FILTERS[key].read(value);
    return values.length === 0 ? null : matcher({ [key]: values });
  };

/** Fields whose value is a name. */
const AUTHOR_FIELDS = { author: byAuthor, by: byAuthor };

/** Fields with a named value: `author:openai`, `in:image`, `is:free`. */
const FIELDS: Readonly<Record<string, (value: string) => Test | null>> = {
  ...AUTHOR_FIELDS,
  in: byFilter('in'),
  input: byFilter('in'),
  out: byFilter('out'),
  output: byFilter('out'),
  can: byFilter('can'),
  param: byFilter('param'),
  price: byFilter('price'),
  category: (value) => {
    const values = CATEGORY_NAMES.filter((category) => category.startsWith(value));
    return values.length === 0 ? null : matcher({ category: values });
  },
  is: (value) => property(value),
};

const oneOf = (record: object): string => Object.keys(record).join('|');
const VALUE = String.raw`\$?(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)[kmb]?`;
/** Operators with optional spaces around their sign, then phrases, then any text between spaces. */
const TOKEN = new RegExp(
  [
    String.raw`-?(?:${oneOf(MEASURES)})\s*(?:[<>]=?|[=:])\s*${VALUE}(?!\S)`,
    String.raw`-?(?:${oneOf(FIELDS)})\s*:\s*(?:"[^"]*"?|[^\s"]+)`,
    String.raw`-?"[^"]*"?`,
    String.raw`\S+`,
  ].join('|'),
  'giu',
);
const BOUND = /^([a-z]+)\s*([<>]=?|[=:])\s*\$?([\d,.]+)([kmb]?)$/u;
const FIELD = /^([a-z]+)\s*:\s*(.+)$/u;

/** Parses a query. Unknown operators are treated as plain words. */
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
          : { names: authorIn(normalizeText(body)), holds },
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
  if (name === RETIRED) return (entry) => entry.retired !== null;
  const tests = Object.hasOwn(PROPERTIES, name) ? PROPERTIES[name]?.map(matcher) : undefined;
  return tests ? (entry) => tests.some((test) => test(entry)) : null;
}

function conditionOf(token: string): Condition['holds'] | null {
  if (token.startsWith('"')) return phrase(token.replaceAll('"', ''));
  const text = normalizeText(token);
  const test = boundOf(text) ?? fieldOf(text);
  return test && (({ entry }) => test(entry));
}

/** `-mini` excludes entries with that whole word; `-free` also excludes free models. */
function exclusionOf(token: string): Condition['holds'] | null {
  const isWord = phrase(token);
  const test = property(normalizeText(token));
  return isWord && ((prepared) => isWord(prepared) || (test?.(prepared.entry) ?? false));
}

/** Words that must be adjacent, as whole words or glued. */
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
  const number = measure.limit.readNumber(digits + multiple);
  if (number === null) return null;
  return (entry) => {
    const order = measure.limit.compare(entry, number);
    return order !== null && isInOrder(order, sign === ':' ? measure.colon : sign);
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

/** Whether the typed text is the author's slug or name, or a prefix of it; spaces are ignored. */
function isByAuthor(entry: Subject['entry'], typed: string): boolean {
  const wanted = glue(wordsOf(typed));
  return [entry.author, ...entry.authorNames].some((name) => glue(wordsOf(name)).startsWith(wanted));
}

/** Whether the comparison result `order` satisfies the operator `sign`. */
function isInOrder(order: number, sign: string): boolean {
  switch (sign) {
    case '<':
      return order < 0;
    case '<=':
      return order <= 0;
    case '>':
      return order > 0;
    case '>=':
      return order >= 0;
    default:
      return order === 0;
  }
}
