import { compareUsd } from '../catalog/compare.ts';
import { isCatalogDate } from '../catalog/day.ts';
import type { Decimal } from '../catalog/decimal.ts';
import { capitalize, date, faithfulTokens, inSentence, shortTokens } from '../catalog/figures.ts';
import { firstDay, recentWord } from './filter-dates.ts';
import { listIn, readTokens, readUsd, usdWord } from './filter-values.ts';
import { usdOf, type Filterable, type FilterPrice } from './filterable.ts';

/** Kinds of filters, by the type of their values. */

/** Context for the labels of values. */
export interface ValueNames {
  /** The display name of an author. */
  readonly authorName: (slug: string) => string;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly today: string;
}

/** Whether one model passes. */
export type Test = (subject: Filterable) => boolean;

/** One filter of a list. Its values are canonical text: lists can have several, other kinds have one. */
export interface Filter {
  /** The title of its group of choices. */
  readonly label: string;
  readonly kind: 'any' | 'all' | 'none' | 'tokens' | 'dollars' | 'date' | 'flag' | 'choice';
  /** Accepted values in a URL, for the documentation. */
  readonly takes: string;
  /** Parses a URL parameter into canonical values. Invalid values are dropped. */
  readonly read: (text: string) => readonly string[];
  /** Takes values from `read`. */
  readonly test: (values: readonly string[]) => Test;
  /** The label of a value below the filter's own: `128K or more`. */
  readonly word: (value: string, names: ValueNames) => string;
  /** A value in a sentence and on a chip, without the filter's label: `128K context or more`. */
  readonly phrase: (value: string, names: ValueNames) => string;
}

/** A filter by a list of values. */
export interface ListFilter extends Filter {
  readonly kind: 'any' | 'all';
  readonly valuesOf: (subject: Filterable) => readonly string[];
  /** Whether the set of values is open: known only from the models. */
  readonly isOpen: boolean;
}

/** A filter by a number, which also supports other comparisons. */
export interface Limit extends Filter {
  readonly kind: 'tokens' | 'dollars';
  /** A number without a sign in canonical form; `null` if invalid. */
  readonly readNumber: (text: string) => string | null;
  /**
   * Negative, zero or positive as the model's number is below, equal to or above the canonical one; `null`
   * where the model has none.
   */
  readonly compare: (subject: Filterable, number: string) => number | null;
}

interface Listed {
  readonly label: string;
  readonly takes: string;
  readonly valuesOf: ListFilter['valuesOf'];
  /** Whether a value is valid; without it, the set of values is open. */
  readonly isKnown?: (value: string) => boolean;
  readonly word: Filter['word'];
  /** Turns a label into a phrase; without it, the label itself in lower case. */
  readonly inWords?: (word: string) => string;
}

/** Passes if any of the values matches. */
export function anyOf(listed: Listed): ListFilter {
  return listFilter('any', listed, (wanted, held) => wanted.some((value) => held.includes(value)));
}

/** Passes if all of the values match. */
export function allOf(listed: Listed): ListFilter {
  return listFilter('all', listed, (wanted, held) => wanted.every((value) => held.includes(value)));
}

function listFilter(
  kind: ListFilter['kind'],
  { isKnown, inWords = inSentence, ...listed }: Listed,
  holds: (wanted: readonly string[], held: readonly string[]) => boolean,
): ListFilter {
  return {
    ...listed,
    kind,
    isOpen: isKnown === undefined,
    phrase: (value, names) => inWords(listed.word(value, names)),
    read: (text) => listIn(text).filter((value) => isKnown?.(value) ?? true),
    test: (wanted) => (subject) => holds(wanted, listed.valuesOf(subject)),
  };
}

/**
 * At least this number of tokens of `what`; also accepts `200k` and `1m`. A model without a number does not
 * pass.
 */
export function atLeast(what: string, numberOf: (subject: Filterable) => number | null): Limit {
  const compare: Limit['compare'] = (subject, number) => {
    const own = numberOf(subject);
    return own === null ? null : own - Number(number);
  };
  return {
    label: `${capitalize(what)}, tokens`,
    kind: 'tokens',
    takes: 'tokens, such as `200k` or `1m`',
    readNumber: readTokens,
    compare,
    // Every model has zero tokens or more.
    read: (text) => only(readTokens(text)).filter((value) => value !== '0'),
    test:
      ([number = '0']) =>
      (subject) =>
        (compare(subject, number) ?? -1) >= 0,
    word: (value) => `${shortTokens(Number(value))} or more`,
    phrase: (value) => `${faithfulTokens(Number(value))} ${what} or more`,
  };
}

const BELOW = '<';

/**
 * At most this many dollars per million tokens of `what`, or less than that with a `<` prefix. A price that
 * is not a number, such as a dynamic one, never passes.
 */
export function atMost(what: string, priceOf: (subject: Filterable) => FilterPrice): Limit {
  const word = (value: string): string =>
    value.startsWith(BELOW) ? `under ${usdWord(value.slice(1))}` : `up to ${usdWord(value)}`;
  const compare: Limit['compare'] = (subject, number) => {
    const own = usdOf(priceOf(subject));
    return own === null ? null : compareUsd(own, number as Decimal);
  };
  return {
    label: `${capitalize(what)} price, per M tokens`,
    kind: 'dollars',
    takes: 'US dollars per million tokens, such as `0.5`; `<2` is strictly below 2',
    readNumber: readUsd,
    compare,
    read: (text) => {
      const isBelow = text.startsWith(BELOW);
      const usd = readUsd(isBelow ? text.slice(1).trim() : text);
      return only(usd).map((value) => (isBelow ? BELOW + value : value));
    },
    test: ([value = '']) => {
      const isBelow = value.startsWith(BELOW);
      const limit = (isBelow ? value.slice(1) : value) as Decimal;
      const isUnder = (price: FilterPrice): boolean => {
        const own = usdOf(price);
        const order = own === null ? Number.NaN : compareUsd(own, limit);
        return isBelow ? order < 0 : order <= 0;
      };
      // Many models have the same price.
      const known = new Map<FilterPrice, boolean>();
      return (subject) => {
        const price = priceOf(subject);
        let answer = known.get(price);
        if (answer === undefined) known.set(price, (answer = isUnder(price)));
        return answer;
      };
    },
    word,
    phrase: (value) => `${what} ${word(value)}`,
  };
}

/** On that day or later. A month or a year counts as its first day, the only day that is certain. */
export function since(label: string, dateOf: (subject: Filterable) => string | null): Filter {
  const word: Filter['word'] = (value, { today }) => recentWord(value, today) ?? `since ${date(value)}`;
  return {
    label,
    kind: 'date',
    takes: '`YYYY-MM-DD`, `YYYY-MM` or `YYYY`: that day or later',
    read: (text) => (isCatalogDate(text) ? [text] : []),
    test: ([day = '']) => {
      const first = firstDay(day);
      return (subject) => {
        const own = dateOf(subject);
        return own !== null && firstDay(own) >= first;
      };
    },
    word,
    phrase: (value, names) => `${inSentence(label)} ${word(value, names)}`,
  };
}

/** Passes models for which `is` is true; unknown (`null`) does not pass. */
export function flag(label: string, is: (subject: Filterable) => boolean | null): Filter {
  return {
    label,
    kind: 'flag',
    takes: '`1`',
    read: (text) => (text === '1' ? ['1'] : []),
    test: () => (subject) => is(subject) === true,
    word: () => label,
    phrase: () => inSentence(label),
  };
}

interface Choice {
  readonly label: string;
  readonly test: Test;
}

/** One of several choices. */
export function oneOf(label: string, choices: Readonly<Record<string, Choice>>): Filter {
  return {
    label,
    kind: 'choice',
    takes: keysOf(choices, 'or'),
    read: (text) => (Object.hasOwn(choices, text) ? [text] : []),
    test: ([value = '']) => choices[value]?.test ?? (() => true),
    word: (value) => choices[value]?.label ?? value,
    phrase: (value) => inSentence(choices[value]?.label ?? value),
  };
}

/** Excludes models that match any of the values. */
export function noneOf(label: string, choices: Readonly<Record<string, Choice>>): Filter {
  return {
    label,
    kind: 'none',
    takes: keysOf(choices, 'and'),
    read: (text) => listIn(text).filter((value) => Object.hasOwn(choices, value)),
    test: (values) => {
      const tests = values.flatMap((value) => choices[value]?.test ?? []);
      return (subject) => !tests.some((test) => test(subject));
    },
    word: (value) => choices[value]?.label ?? value,
    phrase: (value) => `without ${inSentence(choices[value]?.label ?? value)}`,
  };
}

function only(value: string | null): string[] {
  return value === null ? [] : [value];
}

function keysOf(choices: object, word: string): string {
  return Object.keys(choices)
    .map((key) => `\`${key}\``)
    .join(` ${word} `);
}
