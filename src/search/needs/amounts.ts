import { FILTERS, type Filters } from '../filters.ts';

/** Prices and token counts in plain words: `under $1`, `output up to $5`, `200k context`, `64k output`. */

const NUMBER = String.raw`(?:(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?|\.\d+)`;
const BELOW = '<(?!=)|under|below|less than|cheaper than';
const AT_MOST = '<=|up to|at most|max|maximum|no more than';
const PRICED = '(?:prices?|costs?|costing|priced)';
/** `per million tokens`, `/ 1M`, `per M input tokens`. */
const UNIT = String.raw`(?:\s*(?:\/|per|a)\s*(?:1\s*)?m(?:illion|tok)?(?:\s*(?:input|output))?(?:\s*tokens?)?(?![a-z]))?`;

const PRICE = new RegExp(
  [
    String.raw`(?:\b(?<before>input|output)\s+)?(?:\b${PRICED}\s+)?(?:is\s+)?`,
    String.raw`(?:(?<below>${BELOW})|${AT_MOST})?\s*`,
    String.raw`(?:\$\s*(?<usd>${NUMBER})|\b(?<dollars>${NUMBER})\s*(?:dollars?|usd|bucks)\b)`,
    String.raw`(?:\s+or\s+less\b)?${UNIT}(?:\s+(?:for\s+)?(?<after>input|output)\b(?!\s*(?:${BELOW}|${AT_MOST}|\$)))?`,
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
  readonly rest: string;
}

/** `text` is normalized, so that `1M+` is `1m plus`. A number without a unit is left in the text. */
export function readAmounts(text: string): Amounts {
  const found: [keyof typeof FILTERS, readonly string[]][] = [];
  const withoutPrices = text.replaceAll(PRICE, (...match) => {
    const groups = match.at(-1) as Readonly<Record<string, string | undefined>>;
    const number = groups.usd ?? groups.dollars ?? '';
    const isOutput = (groups.before ?? groups.after) === 'output';
    const key = isOutput ? 'output_max' : 'input_max';
    found.push([key, FILTERS[key].read(`${groups.below === undefined ? '' : '<'}${number}`)]);
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
  return { filters, rest };
}

function letterOf(multiple: string | undefined): string {
  return multiple === 'thousand' ? 'k' : (multiple?.charAt(0) ?? '');
}
