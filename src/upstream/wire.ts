import { z } from 'zod';
import { isCatalogDate, isCatalogDay } from '../catalog/day.ts';
import { cleanLine } from '../catalog/text.ts';

/**
 * The wire format of one row of OpenRouter's models endpoint.
 *
 * Upstream may add fields and values without notice, so every object is loose (unknown fields are kept) and
 * every enum is plain text. `unknown.ts` reports unknown fields and values. Only a value of the wrong type in
 * a known field is an error; `shown-only.ts` defines which errors cost only the field and not the row. All
 * fields except `id`, `name` and `pricing` are optional, because older answers lack the newer fields.
 */

const MAX_TEXT = 200_000;
const MAX_NAME = 300;
const MAX_PRICE_TEXT = 64;
/** US dollars per single token, image or request. A larger value is not a valid price. */
const MAX_PRICE = 1_000_000;
/** The first and the last second of the years 2000 to 2099. */
const [MIN_CREATED, MAX_CREATED] = [946_684_800, 4_102_444_799];

const PRICE_PATTERN = /^-?(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d{1,2})?$/i;
const DYNAMIC_PRICE = -1;

/** The error message for a value of the wrong type: `must be text, but is 17`. */
function mustBe(what: string): { error: (issue: { input?: unknown }) => string } {
  return { error: ({ input }) => `must be ${what}, but is ${describe(input)}` };
}

function describe(value: unknown): string {
  if (value === undefined) return 'missing';
  if (Array.isArray(value)) return 'a list';
  if (typeof value === 'object' && value !== null) return 'an object';
  const text = JSON.stringify(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

const text = z.string(mustBe('text')).max(MAX_TEXT, `must be at most ${MAX_TEXT} characters`);
const texts = z.array(text, mustBe('a list of text'));
const flag = z.boolean(mustBe('true or false'));
const anyNumber = z.number(mustBe('a number'));
const count = z
  .number(mustBe('a whole number'))
  .refine((value) => Number.isSafeInteger(value) && value >= 0, mustBe('a whole number, zero or more'));
const time = z
  .number(mustBe('a time in unix seconds'))
  .refine(
    (value) => Number.isInteger(value) && value >= MIN_CREATED && value <= MAX_CREATED,
    mustBe('a time in unix seconds from 2000 to 2099'),
  );
const A_DAY = mustBe('a date from 2000 to 2099 such as 2026-08-22');
const day = z.string(A_DAY).refine(isCatalogDay, A_DAY);
const A_DATE = mustBe('a day, a month or a year from 2000 to 2099 such as 2026-08');
const date = z.string(A_DATE).refine(isCatalogDate, A_DATE);

const price = z
  .string(mustBe('a decimal as text, such as "0.000001"'))
  .refine(isPrice, mustBe('a decimal as text, such as "0.000001", or "-1" for a dynamic price'))
  .nullish();

/** Every price key of a row or a tier, in upstream's names. */
const prices = {
  prompt: price,
  completion: price,
  input_cache_read: price,
  input_cache_write: price,
  input_cache_write_1h: price,
  internal_reasoning: price,
  audio: price,
  input_audio_cache: price,
  audio_output: price,
  image: price,
  image_token: price,
  image_output: price,
  request: price,
  web_search: price,
};

const override = z.looseObject(
  {
    ...prices,
    min_prompt_tokens: anyNumber.nullish(),
    /** HHMM as a number, inclusive. */
    utc_start: anyNumber.nullish(),
    /** HHMM as a number, exclusive; 0 is the end of the day. */
    utc_end: anyNumber.nullish(),
    utc_days: texts.nullish(),
  },
  mustBe('an object'),
);

const pricing = z.looseObject(
  {
    ...prices,
    discount: anyNumber
      .refine((value) => value >= 0 && value <= 1, mustBe('a fraction between 0 and 1'))
      .nullish(),
    overrides: z.array(override, mustBe('a list of objects')).nullish(),
  },
  mustBe('an object with prices'),
);

const architecture = z.looseObject(
  {
    modality: text.nullish(),
    input_modalities: texts.nullish(),
    output_modalities: texts.nullish(),
    tokenizer: text.nullish(),
    instruct_type: text.nullish(),
  },
  mustBe('an object'),
);

const benchmarks = z.looseObject(
  {
    artificial_analysis: z
      .looseObject(
        {
          intelligence_index: anyNumber.nullish(),
          coding_index: anyNumber.nullish(),
          agentic_index: anyNumber.nullish(),
        },
        mustBe('an object'),
      )
      .nullish(),
    design_arena: z
      .array(
        z.looseObject(
          { arena: text, category: text, elo: anyNumber, win_rate: anyNumber, rank: count },
          mustBe('an object'),
        ),
        mustBe('a list of objects'),
      )
      .nullish(),
  },
  mustBe('an object'),
);

export const wireRow = z.looseObject(
  {
    id: text.refine((value) => value !== '', mustBe('text that is not empty')),
    canonical_slug: text.nullish(),
    name: text
      .max(MAX_NAME, `must be at most ${MAX_NAME} characters`)
      .refine((value) => /[\p{L}\p{N}]/u.test(cleanLine(value)), mustBe('a name with a letter or digit')),
    created: time.nullish(),
    description: text.nullish(),
    context_length: count.nullish(),
    architecture: architecture.nullish(),
    pricing,
    top_provider: z
      .looseObject(
        {
          context_length: count.nullish(),
          max_completion_tokens: count.nullish(),
          is_moderated: flag.nullish(),
        },
        mustBe('an object'),
      )
      .nullish(),
    per_request_limits: z
      .looseObject(
        { prompt_tokens: anyNumber.nullish(), completion_tokens: anyNumber.nullish() },
        mustBe('an object'),
      )
      .nullish(),
    supported_parameters: texts.nullish(),
    hugging_face_id: text.nullish(),
    default_parameters: z
      .looseObject(
        {
          temperature: anyNumber.nullish(),
          top_p: anyNumber.nullish(),
          top_k: anyNumber.nullish(),
          frequency_penalty: anyNumber.nullish(),
          presence_penalty: anyNumber.nullish(),
          repetition_penalty: anyNumber.nullish(),
        },
        mustBe('an object'),
      )
      .nullish(),
    supported_voices: texts.nullish(),
    knowledge_cutoff: date.nullish(),
    expiration_date: day.nullish(),
    links: z.looseObject({ details: text.nullish() }, mustBe('an object')).nullish(),
    reasoning: z
      .looseObject(
        {
          mandatory: flag.nullish(),
          default_enabled: flag.nullish(),
          default_effort: text.nullish(),
          supported_efforts: z.array(text.nullable(), mustBe('a list of text')).nullish(),
          supports_max_tokens: flag.nullish(),
        },
        mustBe('an object'),
      )
      .nullish(),
    alias_target: z.looseObject({ slug: text, name: text }, mustBe('an object')).nullish(),
    benchmarks: benchmarks.nullish(),
  },
  mustBe('an object'),
);

/** One valid row as upstream sends it, unknown fields included. */
export type WireRow = z.infer<typeof wireRow>;
export type WireOverride = z.infer<typeof override>;
export type WirePriceKey = keyof typeof prices;

export const WIRE_PRICE_KEYS = Object.keys(prices) as readonly WirePriceKey[];

function isPrice(value: string): boolean {
  if (value.length > MAX_PRICE_TEXT || !PRICE_PATTERN.test(value)) return false;
  const usd = Number(value);
  return usd === DYNAMIC_PRICE || (usd >= 0 && usd <= MAX_PRICE);
}
