import { FILTERS, type Filters } from '../filters.ts';
import type { NeedSort } from './need.ts';

/** Prices and token counts in plain words: `under $1`, `output over $5`, `200k context`, `64k output`. */

const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)`;
const BELOW = '<(?!=)|under|below|less than|cheaper than';
const AT_MOST = '<=|up to|at most|max|maximum|no more than|not more than|not over';
const ABOVE = '>=?|over|above|more than|at least|min|minimum|starting at|from';
const CURRENCY = '(?:dollars?|usd|bucks|cents?|¢)';
const PRICED = '(?:prices?|costs?|costing|priced)';
/** `per million tokens`, `/ 1M`, `per M input tokens`. */
const UNIT = String.raw`(?:\s*(?:\/|per|a)\s*(?:1\s*)?m(?:illion|tok)?(?:\s*(?<of>input|output))?(?:\s*tokens?)?(?![a-z]))?`;

/** The lower end of a range. */
const FROM = String.raw`(?:between|from)\s+\$?\s*${NUMBER}(?:\s*${CURRENCY})?\s*(?:and|to|-)|\$\s*${NUMBER}\s*(?:to|-)`;

const PRICE = new RegExp(
  [
    String.raw`(?:\b(?<before>input|output)\s+)?(?:\b${PRICED}\s+)?(?:is\s+)?`,
    String.raw`(?:(?<below>${BELOW})|(?:${AT_MOST})|(?<from>${FROM})|(?<above>${ABOVE}))?\s*`,
    String.raw`(?:\$\s*(?<usd>${NUMBER})|(?<![\w.])(?<digits>${NUMBER})\s*(?<currency>${CURRENCY})(?!\w))`,
    String.raw`(?:\s+or\s+less\b|(?<more>\s+or\s+more\b|\s+plus\b))?${UNIT}(?:\s+(?:for\s+)?(?<after>input|output)\b(?!\s*(?:${BELOW}|${AT_MOST}|\$)))?`,
  ].join(''),
  'gu',
);

const LIMIT = String.raw`(?:context|ctx|max\s+output|output)(?:\s+(?:window|length|size))?`;
const TOKENS = new RegExp(
  [
    String.raw`(?:\b(?<before>${LIMIT})\s+(?:of\s+)?)?`,
    String.raw`(?:(?:over|above|more than|at least|min|minimum|>=?)\s*)?`,
    String.raw`(?<![\w.$-])(?<digits>${NUMBER})\s*(?<multiple>k|m|million|thousand)?(?:\+|\s+plus\b)?(?![\w.-])`,
    String.raw`(?:\s+or\s+more\b)?(?<unit>\s+tokens?\b)?(?:\s+(?:of\s+)?(?<after>${LIMIT})\b)?`,
  ].join(''),
  'gu',
);

/** The limits that a text states, and the text without them. */
interface Amounts {
  readonly filters: Filters;
  /** The order that shows prices above a lower limit first, because no filter has one; `null` without one. */
  readonly sort: NeedSort | null;
  readonly rest: string;
}

/** `text` is normalized, so that `1M+` is `1m plus`. A number without a unit is left in the text. */
export function readAmounts(text: string): Amounts {
  const found: [keyof typeof FILTERS, readonly string[]][] = [];
  let sort: NeedSort | null = null;
  const withoutPrices = text.replaceAll(PRICE, (...match) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const usd = groups.usd ?? inUsd(groups.digits ?? '', groups.currency ?? '');
    const isOutput = (groups.before ?? groups.of ?? groups.after) === 'output';
    const key = isOutput ? 'output_max' : 'input_max';
    const isAbove = (groups.above ?? groups.more) !== undefined;
    if (isAbove || groups.from !== undefined) sort = isOutput ? 'highest-output' : 'highest-input';
    if (!isAbove) found.push([key, FILTERS[key].read(`${groups.below === undefined ? '' : '<'}${usd}`)]);
    return ' ';
  });
  const rest = withoutPrices.replaceAll(TOKENS, (whole, ...match) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const { digits = '', multiple, unit, before, after } = groups;
    const limit = after ?? before;
    if (multiple === undefined && unit === undefined && limit === undefined) return whole;
    const key = limit?.includes('output') ? 'max_output_min' : 'context_min';
    found.push([key, FILTERS[key].read(digits + letterOf(multiple))]);
    return ' ';
  });
  const filters = Object.fromEntries(found.filter(([, values]) => values.length > 0));
  return { filters, sort, rest };
}

function inUsd(digits: string, currency: string): string {
  if (!/^c|¢/u.test(currency)) return digits;
  return (Number(digits.replaceAll(',', '')) / 100).toFixed(8);
}

function letterOf(multiple: string | undefined): string {
  return multiple === 'thousand' ? 'k' : (multiple?.charAt(0) ?? '');
}
