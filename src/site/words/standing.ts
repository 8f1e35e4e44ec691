import { count, integer, list } from '../../catalog/figures.ts';
import type { Standing, Standings } from '../../catalog/standing.ts';

/** `cheaper than 63% (up to 200K)`. */
export function standingWords({ words, scope }: Standing): string {
  return scope === null ? words : `${words} (${scope})`;
}

/** The models that a model's figures are compared with, as a sentence; `null` for no comparison. */
export function peersWords({ input, output, context, maxOutput }: Standings): string | null {
  const isSamePrice = input === null || output === null || input.among === output.among;
  const paid = (standing: Standing, price: string): string =>
    `${count(standing.among, 'other paid text model')} by ${price} of short prompts`;
  const prices = isSamePrice
    ? [input ?? output].flatMap((one) => (one === null ? [] : [paid(one, 'price')]))
    : [paid(input, 'input price'), paid(output, 'output price')];
  const peers = [
    ...prices,
    ...(context === null ? [] : [`${count(context.among, 'text model')} by context`]),
    ...(maxOutput === null ? [] : [`${integer(maxOutput.among)} by max output`]),
  ];
  return peers.length === 0 ? null : `Compared with ${list(peers)}, without variants.`;
}
