import { capitalize, faithfulTokens } from './figures.ts';
import type { Model } from './model.ts';
import { differenceWords } from './price-difference.ts';
import { usdOf } from './price.ts';
import { priceAt, type Usage } from './tiers.ts';
import { usagesOf } from './usage-edges.ts';

type Priced = Pick<Model, 'prices' | 'tiers' | 'context'>;

/**
 * Compares the price of a variant with that of its base, as a sentence: `50% cheaper than the base, input
 * and output.` `null` where one of the prices is not a number.
 */
export function variantNote(batch: Priced, base: Priced): string | null {
  const [first, ...others] = usagesOf([batch, base], batch.context || Number.POSITIVE_INFINITY);
  const note = noteAt(batch, base, first);
  if (note === null) return null;
  const other = others.find((usage) => noteAt(batch, base, usage) !== note);
  return other === undefined ? `${note}.` : `${scopeOf(other)}: ${note}.`;
}

function noteAt(batch: Priced, base: Priced, usage: Usage): string | null {
  const [prices, basePrices] = [priceAt(batch, usage), priceAt(base, usage)];
  const wordsOf = (key: 'input' | 'output'): string | null => {
    const [usd, baseUsd] = [usdOf(prices[key]), usdOf(basePrices[key])];
    return usd === null || baseUsd === null ? null : differenceWords(usd, baseUsd, 1);
  };
  const [input, output] = [wordsOf('input'), wordsOf('output')];
  if (input === null) return null;
  if (prices.output.kind === 'none' && basePrices.output.kind === 'none') return thanBase(input);
  if (output === null) return null;
  return input === output
    ? `${thanBase(input)}, input and output`
    : `Compared with the base, input is ${input} and output is ${output}`;
}

function thanBase(words: string): string {
  if (words === 'the same') return 'The same price as the base';
  if (words === 'free') return 'Free, and the base is not';
  if (words === 'not free') return 'Not free, and the base is';
  return `${capitalize(words)} ${words.endsWith('as expensive') ? 'as' : 'than'} the base`;
}

/** The requests for which a note holds; `other` is the first usage with a different note. */
function scopeOf({ promptTokens }: Usage): string {
  return promptTokens > 1
    ? `Prompts up to ${faithfulTokens(promptTokens - 1)} tokens`
    : 'At the hour of the data';
}
