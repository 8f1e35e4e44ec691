/** The unit that a price is charged for. */
export type PriceUnit = 'million tokens' | 'million image tokens' | 'image' | 'request' | 'search';

interface PriceKeyInfo {
  readonly label: string;
  /** `null`: derived from the other prices of the row, see `rowUnits`. */
  readonly unit: PriceUnit | null;
  /** One sentence for a reader who is new to the term. */
  readonly hint: string;
}

/**
 * Every price that a model can have, in display order. The only list of prices: schema, pages and data derive
 * from it.
 */
export const PRICE_KEYS = {
  input: {
    label: 'Input',
    unit: 'million tokens',
    hint: 'What you send: the prompt, its history and its files, counted in tokens.',
  },
  output: { label: 'Output', unit: 'million tokens', hint: 'What the model writes back.' },
  cacheRead: {
    label: 'Input, cache read',
    unit: 'million tokens',
    hint: 'Input that the provider still holds from an earlier request.',
  },
  cacheWrite: {
    label: 'Input, cache write',
    unit: 'million tokens',
    hint: 'Input that is stored for about five minutes so that later requests can read it from the cache.',
  },
  cacheWrite1h: {
    label: 'Input, cache write (1 hour)',
    unit: 'million tokens',
    hint: 'Input that is stored for an hour.',
  },
  reasoning: {
    label: 'Reasoning',
    unit: 'million tokens',
    hint: 'Tokens that the model thinks with before it answers.',
  },
  audioInput: {
    label: 'Audio input',
    unit: 'million tokens',
    hint: 'Sound that you send, counted in audio tokens.',
  },
  audioCacheRead: {
    label: 'Audio input, cached',
    unit: 'million tokens',
    hint: 'Sound that the provider still holds from an earlier request.',
  },
  audioOutput: {
    label: 'Audio output',
    unit: 'million tokens',
    hint: 'Sound that the model makes, in audio tokens.',
  },
  image: {
    label: 'Image input',
    unit: null,
    hint: 'A picture that you send, counted in image tokens or by the image.',
  },
  imageToken: {
    label: 'Image tokens',
    unit: 'million image tokens',
    hint: 'Pictures, counted in tokens.',
  },
  imageOutput: {
    label: 'Image output',
    unit: null,
    hint: 'A picture that the model makes, counted in image tokens. How many tokens a picture has differs between models.',
  },
  request: { label: 'Request', unit: 'request', hint: 'A flat fee for each request, whatever its size.' },
  webSearch: { label: 'Web search', unit: 'search', hint: 'Each search of the web that the model makes.' },
} as const satisfies Record<string, PriceKeyInfo>;

export type PriceKey = keyof typeof PRICE_KEYS;

/** Prices that every model has, known or unknown. */
export type MainPriceKey = 'input' | 'output';

/** Keys whose absence or zero means "not billed", never "free". */
export type ExtraPriceKey = Exclude<PriceKey, MainPriceKey>;

export const PRICE_KEY_ORDER = Object.keys(PRICE_KEYS) as readonly PriceKey[];

/**
 * A missing input or output price is unknown, and zero is free. For the other keys both mean "not billed".
 */
export function isMainPriceKey(key: PriceKey): key is MainPriceKey {
  return key === 'input' || key === 'output';
}
