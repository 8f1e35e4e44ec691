import { variantNote } from './variant-note.ts';
import { capabilitiesOf, type Capability } from './capabilities.ts';
import { capitalize, cellUsd, list, shortTokens } from './figures.ts';
import { isMaxOutputCut } from './limits.ts';
import { includesText, modalityNouns } from './modalities.ts';
import type { Model } from './model.ts';
import { splitName } from './names.ts';
import { isFree, type Price } from './price.ts';
import { removalSentence } from './removal.ts';
import { picksModels } from './router.ts';
import { variantAbout, variantInfo } from './variants.ts';

/** Search engines cut longer descriptions. */
const META_LENGTH = 155;

/** The noun for a model without text output. The first match is used. */
const OUTPUT_NOUNS: readonly (readonly [output: string, noun: string])[] = [
  ['embeddings', 'an embedding model'],
  ['rerank', 'a reranking model'],
  ['transcription', 'a transcription model'],
  ['speech', 'a speech model'],
  ['video', 'a video model'],
  ['image', 'an image model'],
  ['audio', 'an audio model'],
];

/** Verb phrases that follow "it", in the order of the sentence. */
const CAPABILITY_PHRASES: readonly (readonly [capability: Capability, phrase: string])[] = [
  ['tools', 'calls tools'],
  ['structured-output', 'follows a JSON Schema'],
  ['web-search', 'can search the web'],
];

/** The context of a description. */
export interface Surroundings {
  /** The base of a variant, if listed. */
  readonly base: Model | null;
  /** ISO time of the capture. */
  readonly now: string;
}

/** A plain-text description generated from the facts, for a model without one from upstream. */
export function describe(model: Model, { base, now }: Surroundings): string {
  const sentences = model.isAlias ? aliasSentences(model) : modelSentences(model, base);
  return [...sentences, removalSentence(model, now)].filter((sentence) => sentence !== null).join(' ');
}

/**
 * At most 155 characters for search engines and link previews. The name and the id come first, because only
 * the id distinguishes models that share a name. Parts that do not fit are left out completely. `opening`
 * comes first and counts toward the limit. `base` is the base of a variant.
 */
export function metaDescription(model: Model, opening = '', base: Model | null = null): string {
  const head = `${opening}${model.name} (${model.id})`;
  if (head.length >= META_LENGTH) return opening + shortenMiddle(model.id, META_LENGTH - opening.length);
  const parts = [
    ` by ${model.author.name}`,
    ...metaParts(model, base).map((part, i) => `${i === 0 ? ':' : ';'} ${part}`),
  ];
  let text = head;
  for (const part of parts) {
    if (text.length + part.length >= META_LENGTH) break;
    text += part;
  }
  return `${text}.`;
}

function aliasSentences(model: Model): string[] {
  const target = model.aliasTarget;
  const now = target === null ? '' : `, at present ${splitName(target.name).name}`;
  return [
    `An alias by ${model.author.name} that always stands for the newest model of its family${now}.`,
    'What it costs and does changes with what it stands for.',
  ];
}

function modelSentences(model: Model, base: Model | null): (string | null)[] {
  const does = exchange(model);
  return [
    capitalize(`${subject(model)} by ${model.author.name}${does === null ? '' : ` that ${does}`}.`),
    routingSentence(model),
    limitsSentence(model),
    isMaxOutputCut(model)
      ? `Its listed max output of ${shortTokens(model.maxOutput)} tokens is cut by its context.`
      : null,
    model.variant === null ? null : variantAbout(model, base),
    priceSentence(model),
  ];
}

/** `an open-weight reasoning model`, `the free variant of a model`, `a router`. */
function subject(model: Model): string {
  const noun = picksModels(model) ? 'a router' : kindOf(model);
  return model.variant === null
    ? noun
    : `the ${variantInfo(model.variant).label.toLowerCase()} variant of ${noun}`;
}

function routingSentence(model: Model): string | null {
  if (!picksModels(model)) return null;
  const price = model.isRouter ? ', and the request costs what that model costs' : '';
  return `It picks a model for each request${price}.`;
}

function kindOf(model: Model): string {
  const maker = OUTPUT_NOUNS.find(([output]) => model.outputModalities.includes(output));
  if (!includesText(model.outputModalities) && maker !== undefined) return maker[1];
  const abilities = capabilitiesOf(model);
  const noun = abilities.includes('reasoning') ? 'reasoning model' : 'model';
  if (abilities.includes('open-weights')) return `an open-weight ${noun}`;
  return `a ${noun}`;
}

/**
 * `takes text and images and answers in text`, `takes text and returns embeddings`; `null` where upstream
 * lists no modalities.
 */
function exchange({ inputModalities, outputModalities }: Model): string | null {
  const verb = includesText(outputModalities) ? 'answers in' : 'returns';
  const parts = [
    ...(inputModalities.length > 0 ? [`takes ${list(modalityNouns(inputModalities))}`] : []),
    ...(outputModalities.length > 0 ? [`${verb} ${list(modalityNouns(outputModalities))}`] : []),
  ];
  return parts.length === 0 ? null : list(parts);
}

/** `It reads 1.05M tokens and writes up to 66K, calls tools, and follows a JSON Schema.` */
function limitsSentence(model: Model): string | null {
  const abilities = capabilitiesOf(model);
  const phrases = CAPABILITY_PHRASES.filter(([capability]) => abilities.includes(capability)).map(
    ([, phrase]) => phrase,
  );
  const reading = readingOf(model);
  const clauses = reading === null ? phrases : [reading, ...phrases];
  if (clauses.length === 0) return null;
  // "Reads and writes" already contains "and", so the list after it needs a comma before "and".
  const isPair = reading?.includes(' and ') ?? false;
  return `It ${isPair && clauses.length > 1 ? `${clauses.slice(0, -1).join(', ')}, and ${clauses.at(-1) ?? ''}` : list(clauses)}.`;
}

function readingOf({ context, maxOutput }: Model): string | null {
  if (!context) return maxOutput ? `writes up to ${shortTokens(maxOutput)} tokens` : null;
  const reads = `reads ${shortTokens(context)} tokens`;
  // An answer cannot exceed the context, whatever upstream lists.
  return maxOutput && maxOutput < context ? `${reads} and writes up to ${shortTokens(maxOutput)}` : reads;
}

function priceSentence({ prices, variant }: Model): string | null {
  // The description of the variant already says so.
  if (variant === 'free') return null;
  if (isFree(prices)) return 'It costs nothing.';
  const unknown = [prices.input, prices.output].find((price) => price.kind === 'unknown');
  return unknown?.reason ?? null;
}

function metaParts(model: Model, base: Model | null): string[] {
  const { context, aliasTarget, variant } = model;
  const note = variant === 'batch' && base !== null ? variantNote(model, base) : null;
  return [
    aliasTarget === null ? [] : `stands for ${splitName(aliasTarget.name).name}`,
    priceInWords(model),
    note === null ? [] : uncapitalize(note.replace(/\.$/, '')),
    context ? `${shortTokens(context)} tokens of context` : [],
    exchange(model) ?? [],
  ].flat();
}

function priceInWords({ prices, isRouter }: Model): string {
  const { input, output, imageOutput } = prices;
  if (isRouter) return 'a router, priced by the model it picks';
  if (isFree(prices)) return 'free';
  const sides = [...sideInWords(input, 'in'), ...sideInWords(output, 'out')];
  if (sides.length > 0) return `${sides.join(', ')} per million tokens`;
  if ([input, output, imageOutput].some((price) => price?.kind === 'unstated')) {
    return 'a price whose unit is not stated';
  }
  return imageOutput?.kind === 'amount'
    ? `${cellUsd(imageOutput.usd)} out per ${imageOutput.unit}`
    : 'no price listed';
}

function sideInWords(price: Price, side: 'in' | 'out'): string[] {
  if (price.kind === 'amount') return [`${cellUsd(price.usd)} ${side}`];
  return price.kind === 'free' ? [`free ${side}`] : [];
}

function shortenMiddle(text: string, length: number): string {
  if (text.length <= length) return text;
  const half = Math.floor((length - 1) / 2);
  return `${text.slice(0, half)}…${text.slice(-half)}`;
}

function uncapitalize(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
