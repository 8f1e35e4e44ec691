import type { PriceText } from '../../src/catalog/facts.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../../src/catalog/price-keys.ts';

/** The rules of units, written a second time in another way, to check the first. */

export interface Priced {
  readonly id: string;
  /** `undefined`: the row is from before upstream named outputs. */
  readonly outputs: readonly string[] | undefined;
  readonly prices: PriceText;
}

const PLACES = 60;
/** A decimal text as a whole number of 1e-60 dollars. */
export function whole(text: string | undefined): bigint | undefined {
  if (text === undefined) return undefined;
  const [mantissa = '', exponent = '0'] = text.toLowerCase().split('e');
  const [units = '', fraction = ''] = mantissa.split('.');
  return BigInt(units + fraction) * 10n ** BigInt(PLACES - fraction.length + Number(exponent));
}

export const isPositive = (value: bigint | undefined): boolean => value !== undefined && value > 0n;

/** Each price in words: `unstated`, or an amount in units of 1e-60 dollars and what it is for. */
export function expectedWords(row: Priced): Readonly<Record<PriceKey, string>> {
  return Object.fromEntries(PRICE_KEY_ORDER.map((key) => [key, expectedOf(row, key)])) as Record<
    PriceKey,
    string
  >;
}

function expectedOf(row: Priced, key: PriceKey): string {
  const { id, outputs = ['text'], prices } = row;
  const isTextAlone = new Set(outputs).size === 1 && outputs[0] === 'text';
  const [prompt, completion, own] = [whole(prices.input), whole(prices.output), whole(prices[key])];
  if (key === 'input' || key === 'output') {
    if ([prompt, completion].some((value) => value !== undefined && value < 0n)) return 'dynamic'; // 1
    if (prompt === 0n && completion === 0n) {
      if (id.endsWith(':free')) return key === 'input' || outputs.includes('text') ? 'free' : 'none'; // 2
      if (isTextAlone) return 'free'; // 3
      return PRICE_KEY_ORDER.some((other) => isPositive(whole(prices[other]))) ? 'none' : 'unknown'; // 4, 5
    }
    if (own === undefined) return 'unknown'; // 5
    if (own === 0n) return key === 'input' || isTextAlone ? 'free' : 'none'; // 8
  } else if (own === undefined || own === 0n) {
    return 'none'; // 9
  }
  if (own < 0n) return 'dynamic';
  const unit = expectedUnit(row, key, own);
  if (unit === null) return 'unstated';
  return `${unit.startsWith('million ') ? own * 1_000_000n : own} / ${unit}`;
}

/** `null`: the row does not say. */
function expectedUnit({ id, outputs = ['text'], prices }: Priced, key: PriceKey, own: bigint): string | null {
  const [prompt, completion] = [whole(prices.input), whole(prices.output)];
  if (key === 'request') return 'request';
  if (key === 'webSearch') return 'search';
  const others = outputs.filter((name) => !['text', 'image', 'audio', 'embeddings'].includes(name));
  const isUnstated = outputs.length === 0 || others.length > 0;
  if (isUnstated && !(isPositive(prompt) && isPositive(completion))) return null; // 7
  switch (key) {
    case 'imageToken':
      return 'million image tokens';
    case 'imageOutput':
      return own === whole(prices.imageToken) || isPositive(completion) ? 'million image tokens' : null;
    case 'image':
      if (own === prompt) return 'million image tokens';
      if (prompt !== undefined && prompt > 0n) return own >= 100n * prompt ? 'image' : null;
      return !id.endsWith(':free') && own >= (whole('0.001') ?? 0n) ? 'image' : null;
    default:
      return 'million tokens'; // 6
  }
}
