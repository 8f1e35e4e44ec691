import { globSync, readFileSync } from 'node:fs';
import { extname, join } from 'node:path';

/** A dollar amount as a file of the site prints it. */
export interface PriceText {
  readonly file: string;
  readonly usd: number;
  /**
   * `month`, `image`, `million tokens` …; `null` if no unit follows, as in a table with the unit in its
   * header.
   */
  readonly unit: string | null;
  /** The amount with what follows it. */
  readonly words: string;
}

const AMOUNT = /\$(\d[\d,]*(?:\.\d+)?(?:e[+-]?\d+)?)(?:([KMB])(?![a-z]))?/gi;
const SCALES: Readonly<Record<string, number>> = { K: 1e3, M: 1e6, B: 1e9 };
const UNIT =
  /^\s*(?:(?:in|out) )?(?:\/|per|a)\s*((?:M|million) (?:image )?tokens|image|request|search|month)\b/;
const CONTEXT = 160;

/** Every dollar amount in the text and in the attributes of the HTML, XML and JSON files of a site. */
export function* priceTexts(dir: string): Generator<PriceText> {
  for (const { file, text } of readableFiles(dir)) {
    for (const match of text.matchAll(AMOUNT)) {
      const [own, digits = '', scale = ''] = match;
      const after = text.slice(match.index + own.length, match.index + own.length + CONTEXT);
      const words = after.replace(/(?:<|&lt;)[^<>]*?(?:>|&gt;)/g, ' ').replace(/\s+/g, ' ');
      yield {
        file,
        usd: Number(digits.replaceAll(',', '')) * (SCALES[scale.toUpperCase()] ?? 1),
        unit: UNIT.exec(words)?.[1]?.replace(/^M /, 'million ') ?? null,
        words: own + words.slice(0, 60),
      };
    }
  }
}

const PRICE_KEY = /^(?:input|output|price|usd|blend|cached?|cacheRead|prompt|completion)$/i;

/** Every number in the JSON files of a site that stands under the name of a price, alone or in a list. */
export function* priceNumbers(dir: string): Generator<{ readonly file: string; readonly value: number }> {
  for (const { file, text } of readableFiles(dir)) {
    if (!file.endsWith('.json')) continue;
    for (const value of numbersIn(JSON.parse(text), false)) yield { file, value };
  }
}

/** No OpenRouter price exceeds this many dollars in any unit; a higher one was read with a wrong unit. */
const HIGHEST = 1000;

/** Texts and numbers on a site that exceed any plausible price. Monthly costs are not prices. */
export function amountsTooHigh(dir: string): readonly unknown[] {
  return [
    ...[...priceTexts(dir)].filter(({ usd, unit }) => !(usd <= HIGHEST) && unit !== 'month'),
    ...[...priceNumbers(dir)].filter(({ value }) => !(value <= HIGHEST)),
  ];
}

function* numbersIn(json: unknown, isPrice: boolean): Generator<number> {
  if (typeof json === 'number' && isPrice) yield json;
  if (typeof json !== 'object' || json === null) return;
  for (const [key, value] of Object.entries(json)) {
    yield* numbersIn(value, Array.isArray(json) ? isPrice : PRICE_KEY.test(key));
  }
}

function* readableFiles(dir: string): Generator<{ readonly file: string; readonly text: string }> {
  for (const entry of globSync('**/*', { cwd: dir, withFileTypes: true })) {
    if (!entry.isFile() || !['.html', '.xml', '.atom', '.json'].includes(extname(entry.name))) continue;
    const path = join(entry.parentPath, entry.name);
    yield { file: path.slice(dir.length + 1), text: readFileSync(path, 'utf8') };
  }
}
