import type { Model } from './model.ts';

interface CapabilityInfo {
  readonly label: string;
  /** One sentence for a reader who is new to the term. */
  readonly hint: string;
  readonly test: (model: Model) => boolean;
  /** Whether the modalities already imply the capability. */
  readonly isModality?: true;
}

const accepts = (parameter: string) => (model: Model) => model.parameters?.includes(parameter) ?? false;
const takes = (modality: string) => (model: Model) => model.inputModalities.includes(modality);
const gives =
  (...modalities: readonly string[]) =>
  (model: Model) =>
    model.outputModalities.some((modality) => modalities.includes(modality));

/**
 * The capabilities of models, in display order. The keys are used in URLs and facets. The only list of
 * capabilities.
 */
export const CAPABILITIES = {
  tools: {
    label: 'Tools',
    hint: 'Calls functions that you describe, so that your program can act on its answer.',
    test: accepts('tools'),
  },
  'structured-output': {
    label: 'Structured output',
    hint: 'Answers in JSON that follows a JSON Schema of yours.',
    test: accepts('structured_outputs'),
  },
  'json-mode': {
    label: 'JSON mode',
    hint: 'Can be told the format of its answer, such as valid JSON, without a promise of its shape.',
    test: accepts('response_format'),
  },
  reasoning: {
    label: 'Reasoning',
    hint: 'Thinks in tokens of its own before it answers. They are billed as output unless a price says otherwise.',
    test: (model) => model.reasoning !== null || accepts('reasoning')(model),
  },
  vision: {
    label: 'Vision',
    hint: 'Takes images as input.',
    test: takes('image'),
    isModality: true,
  },
  files: {
    label: 'File input',
    hint: 'Takes documents such as PDF as input.',
    test: takes('file'),
    isModality: true,
  },
  'audio-input': {
    label: 'Audio input',
    hint: 'Takes sound as input.',
    test: takes('audio'),
    isModality: true,
  },
  'video-input': {
    label: 'Video input',
    hint: 'Takes video as input.',
    test: takes('video'),
    isModality: true,
  },
  'image-output': {
    label: 'Image generation',
    hint: 'Answers with images.',
    test: gives('image'),
    isModality: true,
  },
  'audio-output': {
    label: 'Audio output',
    hint: 'Answers with sound: speech or music.',
    test: gives('audio', 'speech'),
    isModality: true,
  },
  'video-output': {
    label: 'Video generation',
    hint: 'Answers with video.',
    test: gives('video'),
    isModality: true,
  },
  transcription: {
    label: 'Transcription',
    hint: 'Writes down what is said in a recording.',
    test: gives('transcription'),
    isModality: true,
  },
  embeddings: {
    label: 'Embeddings',
    hint: 'Answers with vectors that stand for meaning, for search and grouping.',
    test: gives('embeddings'),
    isModality: true,
  },
  rerank: {
    label: 'Reranking',
    hint: 'Puts documents in order by how well they answer a query.',
    test: gives('rerank'),
    isModality: true,
  },
  'web-search': {
    label: 'Web search',
    hint: 'A provider offers web search of its own with this model; searches are billed on top.',
    test: (model) => accepts('web_search_options')(model) || model.prices.webSearch !== undefined,
  },
  caching: {
    label: 'Prompt caching',
    hint: 'Input that was sent before can be read from a cache. What that costs is among the prices.',
    test: (model) => model.prices.cacheRead !== undefined,
  },
  'parallel-tools': {
    label: 'Parallel tool calls',
    hint: 'You can choose whether it may call several tools at once. Many models do so without listing this switch.',
    test: accepts('parallel_tool_calls'),
  },
  logprobs: {
    label: 'Log probabilities',
    hint: 'Can return how likely each token of its answer was.',
    test: accepts('logprobs'),
  },
  prediction: {
    label: 'Predicted output',
    hint: 'Answers faster where you send most of the expected text along.',
    test: accepts('prediction'),
  },
  'open-weights': {
    label: 'Open weights',
    hint: 'Its weights can be downloaded from Hugging Face.',
    test: (model) => model.huggingFaceId !== null,
  },
} as const satisfies Record<string, CapabilityInfo>;

export type Capability = keyof typeof CAPABILITIES;

export const CAPABILITY_KEYS = Object.keys(CAPABILITIES) as readonly Capability[];

/**
 * The capabilities shown in a table row. The others are visible in its modalities and prices, or on the
 * model's page.
 */
export const ROW_CAPABILITIES = [
  'tools',
  'structured-output',
  'reasoning',
  'open-weights',
] as const satisfies readonly Capability[];

/** Whether the modalities of a model already imply the capability. */
export function isImpliedByModalities(capability: Capability): boolean {
  const info: CapabilityInfo = CAPABILITIES[capability];
  return info.isModality === true;
}

export function isCapability(text: string): text is Capability {
  return Object.hasOwn(CAPABILITIES, text);
}

export function hasCapability(model: Model, capability: Capability): boolean {
  return CAPABILITIES[capability].test(model);
}

export function capabilitiesOf(model: Model): Capability[] {
  return CAPABILITY_KEYS.filter((capability) => hasCapability(model, capability));
}
