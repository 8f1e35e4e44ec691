import { describe, expect, it } from 'vitest';
import { priceOf, readPrices, readTierPrices, type Price } from '../../../src/catalog/price.ts';
import type { PriceText } from '../../../src/catalog/facts.ts';
import type { PriceKey } from '../../../src/catalog/price-keys.ts';

type Words = Readonly<Partial<Record<PriceKey, string>>>;

/** A price in one line: `2.5 / million tokens`, `free`, `unstated 0.006`. */
function words(price: Price): string {
  if (price.kind === 'amount') return `${price.usd} / ${price.unit}`;
  return price.kind === 'unstated' ? `unstated ${price.text}` : price.kind;
}

function read(
  id: string,
  outputModalities: readonly string[] | undefined,
  prices: PriceText,
  keys: Words,
): Words {
  const all = readPrices(id, { prices, ...(outputModalities && { outputModalities }) });
  return Object.fromEntries(Object.keys(keys).map((key) => [key, words(priceOf(all, key as PriceKey))]));
}

interface Row {
  readonly rule: string;
  readonly id: string;
  readonly outputs?: readonly string[];
  readonly prices: PriceText;
  readonly expected: Words;
}

const ZERO = { input: '0', output: '0' };

/** Rows as OpenRouter sent them, facts only. */
const ROWS: readonly Row[] = [
  {
    rule: '1: a negative price makes both dynamic',
    id: 'openrouter/auto',
    outputs: ['text', 'image'],
    prices: { input: '-1', output: '-1' },
    expected: { input: 'dynamic', output: 'dynamic' },
  },
  {
    rule: '1: one negative price is enough',
    id: 'maker/half-dynamic',
    outputs: ['text'],
    prices: { input: '-1', output: '0.000001' },
    expected: { input: 'dynamic', output: 'dynamic' },
  },
  {
    rule: '2: a free variant that gives text bills no output either',
    id: 'maker/talks-and-draws:free',
    outputs: ['text', 'image'],
    prices: ZERO,
    expected: { input: 'free', output: 'free' },
  },
  {
    rule: '2: an id that only contains the word free is not a free variant',
    id: 'maker/free:freeish',
    outputs: ['embeddings'],
    prices: ZERO,
    expected: { input: 'unknown', output: 'unknown' },
  },
  {
    rule: '2: a free variant that gives no text bills no output',
    id: 'nvidia/nemotron-3-embed-1b:free',
    outputs: ['embeddings'],
    prices: ZERO,
    expected: { input: 'free', output: 'none' },
  },
  {
    rule: '2: a free variant that gives speech is free, too',
    id: 'fish-audio/s2.1-pro-free:free',
    outputs: ['speech'],
    prices: ZERO,
    expected: { input: 'free', output: 'none' },
  },
  {
    rule: '3: zero for text alone is free without the suffix',
    id: 'openrouter/free',
    outputs: ['text'],
    prices: ZERO,
    expected: { input: 'free', output: 'free' },
  },
  {
    rule: '3: a row from before outputs were named gave text',
    id: 'google/gemini-exp-1206',
    prices: ZERO,
    expected: { input: 'free', output: 'free' },
  },
  {
    rule: '3: an output beside text is not free without the suffix',
    id: 'maker/talks-and-draws',
    outputs: ['text', 'image'],
    prices: ZERO,
    expected: { input: 'unknown', output: 'unknown' },
  },
  {
    rule: '4: another price of zero bills nothing, so that rule 5 applies',
    id: 'maker/draws',
    outputs: ['image'],
    prices: { ...ZERO, imageOutput: '0', request: '0.0' },
    expected: { input: 'unknown', output: 'unknown', imageOutput: 'none', request: 'none' },
  },
  {
    rule: '4: a price per request is enough',
    id: 'maker/films',
    outputs: ['video'],
    prices: { ...ZERO, request: '0.01' },
    expected: { input: 'none', output: 'none', request: '0.01 / request' },
  },
  {
    rule: '4: an image model bills image tokens alone',
    id: 'krea/krea-2-large',
    outputs: ['image'],
    prices: { ...ZERO, imageOutput: '0.0000143712574850299', imageToken: '0.0000143712574850299' },
    expected: {
      input: 'none',
      output: 'none',
      imageOutput: '14.3712574850299 / million image tokens',
      imageToken: '14.3712574850299 / million image tokens',
    },
  },
  {
    rule: '4: image output alone has no known unit',
    id: 'black-forest-labs/flux.2-pro',
    outputs: ['image'],
    prices: { ...ZERO, imageOutput: '0.00000732421875' },
    expected: { input: 'none', output: 'none', imageOutput: 'unstated 0.00000732421875' },
  },
  {
    rule: '4: an image of a cent without an input price is per image',
    id: 'x-ai/grok-imagine-image-quality',
    outputs: ['image'],
    prices: {
      ...ZERO,
      image: '0.01',
      imageOutput: '0.0000119760479041916',
      imageToken: '0.0000119760479041916',
    },
    expected: {
      input: 'none',
      output: 'none',
      image: '0.01 / image',
      imageOutput: '11.9760479041916 / million image tokens',
    },
  },
  {
    rule: '5: a video model has no price in this endpoint',
    id: 'google/veo-3.1',
    outputs: ['video'],
    prices: ZERO,
    expected: { input: 'unknown', output: 'unknown' },
  },
  {
    rule: '5: nor has a music model',
    id: 'google/lyria-3-pro-preview',
    outputs: ['text', 'audio'],
    prices: ZERO,
    expected: { input: 'unknown', output: 'unknown' },
  },
  {
    rule: '5: nor has a decisions model with two zeros',
    id: 'respan/span-01-lite',
    outputs: ['decisions'],
    prices: ZERO,
    expected: { input: 'unknown', output: 'unknown' },
  },
  {
    rule: '5: an absent price is unknown, the other one stands',
    id: 'maker/half-priced',
    outputs: ['text'],
    prices: { input: '0.000001' },
    expected: { input: '1 / million tokens', output: 'unknown' },
  },
  {
    rule: '6: text is per million tokens',
    id: 'openai/gpt-audio',
    outputs: ['text', 'audio'],
    prices: { input: '0.0000025', output: '0.00001', audioInput: '0.000032', audioOutput: '0.000064' },
    expected: {
      input: '2.5 / million tokens',
      output: '10 / million tokens',
      audioInput: '32 / million tokens',
      audioOutput: '64 / million tokens',
    },
  },
  {
    rule: '6: image tokens beside a text output price are per million image tokens',
    id: 'openai/gpt-image-1',
    outputs: ['image'],
    prices: { input: '0.00001', output: '0.00001', imageOutput: '0.00004', webSearch: '0.01' },
    expected: {
      input: '10 / million tokens',
      imageOutput: '40 / million image tokens',
      webSearch: '0.01 / search',
    },
  },
  {
    rule: '6: transcription with both prices above zero is per token',
    id: 'openai/gpt-4o-transcribe',
    outputs: ['transcription'],
    prices: { input: '0.0000025', output: '0.00001' },
    expected: { input: '2.5 / million tokens', output: '10 / million tokens' },
  },
  {
    rule: '6: so is speech',
    id: 'google/gemini-3.1-flash-tts-preview',
    outputs: ['speech'],
    prices: { input: '0.000001', output: '0.00002' },
    expected: { input: '1 / million tokens', output: '20 / million tokens' },
  },
  {
    rule: '6: any output with both prices above zero is per token',
    id: 'maker/smells-by-token',
    outputs: ['text', 'smell'],
    prices: { input: '0.000001', output: '0.000002', cacheRead: '0.0000001' },
    expected: {
      input: '1 / million tokens',
      output: '2 / million tokens',
      cacheRead: '0.1 / million tokens',
    },
  },
  {
    rule: '6: embeddings are per token with an input price alone',
    id: 'maker/embeds-and-draws',
    outputs: ['embeddings', 'image'],
    prices: { input: '0.000001', output: '0' },
    expected: { input: '1 / million tokens', output: 'none' },
  },
  {
    rule: '7: other transcription has a number without a unit',
    id: 'microsoft/mai-transcribe-1.5',
    outputs: ['transcription'],
    prices: { input: '0.36', output: '0' },
    expected: { input: 'unstated 0.36', output: 'none' },
  },
  {
    rule: '7: other speech has one, too',
    id: 'fish-audio/s2-pro',
    outputs: ['speech'],
    prices: { input: '0.000015', output: '0' },
    expected: { input: 'unstated 0.000015', output: 'none' },
  },
  {
    rule: '7: every token price of a decisions model is without a unit',
    id: 'upstage/solar-decide',
    outputs: ['decisions'],
    prices: { input: '0.00000005', output: '0', cacheRead: '0.00000005' },
    expected: { input: 'unstated 0.00000005', output: 'none', cacheRead: 'unstated 0.00000005' },
  },
  {
    rule: '7: an output that nobody knows is not billed by the token',
    id: 'maker/smells',
    outputs: ['text', 'smell'],
    prices: { input: '0.5', output: '0', request: '0.01' },
    expected: { input: 'unstated 0.5', output: 'none', request: '0.01 / request' },
  },
  {
    rule: '8: embeddings bill no output',
    id: 'google/gemini-embedding-2',
    outputs: ['embeddings'],
    prices: { input: '0.0000002', output: '0', image: '0.00000045', audioInput: '0.0000065' },
    expected: {
      input: '0.2 / million tokens',
      output: 'none',
      image: 'unstated 0.00000045',
      audioInput: '6.5 / million tokens',
    },
  },
  {
    rule: '8: an image model with an input price bills no text output',
    id: 'microsoft/mai-image-2.5',
    outputs: ['image'],
    prices: { input: '0.000005', output: '0', imageOutput: '0.000047', imageToken: '0.000047' },
    expected: { input: '5 / million tokens', output: 'none', imageOutput: '47 / million image tokens' },
  },
  {
    rule: '8: text that costs nothing beside a paid input is free',
    id: 'maker/free-answers',
    outputs: ['text'],
    prices: { input: '0.000001', output: '0' },
    expected: { input: '1 / million tokens', output: 'free' },
  },
  {
    rule: '8: an input that costs nothing beside a paid output is free',
    id: 'maker/free-questions',
    outputs: ['text'],
    prices: { input: '0', output: '0.000001' },
    expected: { input: 'free', output: '1 / million tokens' },
  },
  {
    rule: '9: any other key of zero, or absent, is not billed',
    id: 'google/gemini-embedding-001',
    outputs: ['embeddings'],
    prices: { input: '0.00000015', output: '0', image: '0', audioInput: '0' },
    expected: { image: 'none', audioInput: 'none', reasoning: 'none' },
  },
  {
    rule: 'image: the price of an input token is per image token',
    id: 'google/gemini-2.5-flash-image',
    outputs: ['image', 'text'],
    prices: { input: '0.0000003', output: '0.0000025', image: '0.0000003', imageOutput: '0.00003' },
    expected: { image: '0.3 / million image tokens', imageOutput: '30 / million image tokens' },
  },
  {
    rule: 'image: hundreds of input tokens are per image',
    id: 'anthropic/claude-3.5-sonnet',
    outputs: ['text'],
    prices: { input: '0.000003', output: '0.000015', image: '0.0048' },
    expected: { image: '0.0048 / image' },
  },
  {
    rule: 'image: exactly 100 input tokens are per image',
    id: 'maker/hundredfold',
    outputs: ['text'],
    prices: { input: '0.000003', output: '0.000015', image: '0.0003' },
    expected: { image: '0.0003 / image' },
  },
  {
    rule: 'image: less than 100 input tokens have no known unit',
    id: 'maker/ninetyfold',
    outputs: ['text'],
    prices: { input: '0.000003', output: '0.000015', image: '0.000299999' },
    expected: { image: 'unstated 0.000299999' },
  },
  {
    rule: 'image: a tenth of a cent without an input price is per image',
    id: 'maker/mill',
    outputs: ['text'],
    prices: { input: '0', output: '0.000001', image: '0.001' },
    expected: { image: '0.001 / image' },
  },
  {
    rule: 'image output: another price than that of image tokens has no known unit',
    id: 'maker/draws-oddly',
    outputs: ['image'],
    prices: { ...ZERO, imageOutput: '0.00003', imageToken: '0.00002' },
    expected: { imageOutput: 'unstated 0.00003', imageToken: '20 / million image tokens' },
  },
  {
    rule: 'image: a tiny one without an input price has no known unit',
    id: 'maker/odd-picture',
    outputs: ['text'],
    prices: { input: '0', output: '0.000001', image: '0.0009' },
    expected: { image: 'unstated 0.0009' },
  },
  {
    rule: 'image: the one of a free variant has none either',
    id: 'maker/free-picture:free',
    outputs: ['text'],
    prices: { ...ZERO, image: '0.01' },
    expected: { input: 'free', output: 'free', image: 'unstated 0.01' },
  },
];

describe('readPrices', () => {
  it.each(ROWS)('follows rule $rule ($id)', ({ id, outputs, prices, expected }) => {
    expect(read(id, outputs, prices, expected)).toEqual(expected);
  });

  it('takes a missing list of outputs as text alone, but an empty list as unknown', () => {
    expect(read('a/m', undefined, ZERO, { input: '' })).toEqual({ input: 'free' });
    expect(read('a/m', [], ZERO, { input: '' })).toEqual({ input: 'unknown' });
  });

  it('keeps an unstated price as upstream wrote it', () => {
    expect(read('a/m', ['speech'], { input: '1.50e-5', output: '0' }, { input: '' })).toEqual({
      input: 'unstated 1.50e-5',
    });
  });
});

describe('readTierPrices', () => {
  const tierOf = (outputModalities: readonly string[], base: PriceText, tier: PriceText): Words =>
    Object.fromEntries(
      Object.entries(readTierPrices(tier, 'a/m', { prices: base, outputModalities })).map(([key, price]) => [
        key,
        words(price),
      ]),
    );

  it('uses the unit that the base prices decide', () => {
    expect(tierOf(['text'], { input: '0.000001', output: '0.000002' }, { input: '0.000003' })).toEqual({
      input: '3 / million tokens',
    });
    expect(tierOf(['speech'], { input: '0.000015', output: '0' }, { input: '0.00003' })).toEqual({
      input: 'unstated 0.00003',
    });
    // Both prices of the tier are above zero, but the row is one without a unit.
    expect(tierOf(['speech'], { input: '0.1', output: '0' }, { input: '0.2', output: '0.3' })).toEqual({
      input: 'unstated 0.2',
      output: 'unstated 0.3',
    });
  });

  it('reads zero as not billed for an extra price, and as free for text', () => {
    const base = { input: '0.000001', output: '0.000002', cacheRead: '0.0000001' };
    expect(tierOf(['text'], base, { input: '0', output: '0', cacheRead: '0' })).toEqual({
      input: 'free',
      output: 'free',
      cacheRead: 'none',
    });
    expect(tierOf(['embeddings'], { input: '0.000001', output: '0' }, { output: '0' })).toEqual({
      output: 'none',
    });
  });
});
