import { integer, list } from '../../catalog/figures.ts';
import type { Standing, Standings } from '../../catalog/standing.ts';

/** `cheaper than 63% (up to 200K)`. */
export function standingWords({ words, scope }: Standing): string {
  return scope === null ? words : `${words} (${scope})`;
}

/** Whom a model's figures are compared with, as a sentence; `null` where none is. */
export function peersWords({ input, output, context, maxOutput }: Standings): string | null {
  const prices = input ?? output;
  const peers = [
    ...(prices === null
      ? []
      : [`${integer(prices.among)} other paid text models by the price of short prompts`]),
    ...(context === null ? [] : [`${integer(context.among)} text models by context`]),
    ...(maxOutput === null ? [] : [`${integer(maxOutput.among)} that list a max output`]),
  ];
  return peers.length === 0 ? null : `Compared with ${list(peers)}; variants are not counted.`;
}
