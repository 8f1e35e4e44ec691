/** Explains a request parameter in our own words. */
interface ParameterInfo {
  readonly about: string;
  readonly kind: ParameterKind;
  /** Accepted values in words; `null` when there is no range. */
  readonly range: string | null;
}

type ParameterKind = 'sampling' | 'length' | 'format' | 'tools' | 'reasoning' | 'insight' | 'other';

/** Headings of the kinds, in display order. */
const PARAMETER_KINDS = {
  sampling: 'How words are chosen',
  length: 'Length',
  format: 'Format',
  tools: 'Tools',
  reasoning: 'Reasoning',
  insight: 'Insight',
  other: 'Other',
} as const satisfies Record<ParameterKind, string>;

/** Every parameter that the endpoint lists, by the name used in requests. The only list of parameters. */
export const PARAMETERS = {
  temperature: {
    about:
      'Low values make the answer steady, high values make it varied. At 0 it is nearly always the same.',
    kind: 'sampling',
    range: '0 to 2',
  },
  top_p: {
    about: 'Only the likeliest tokens whose probabilities add up to this share are considered.',
    kind: 'sampling',
    range: 'above 0, to 1',
  },
  top_k: {
    about: 'Only this many of the likeliest tokens are considered at each step. 0 considers all of them.',
    kind: 'sampling',
    range: 'whole number from 0',
  },
  min_p: {
    about: 'Tokens less likely than this share of the likeliest one are left out.',
    kind: 'sampling',
    range: '0 to 1',
  },
  top_a: {
    about:
      'Leaves out unlikely tokens, more of them the surer the model is. The floor grows with the square of the likeliest probability.',
    kind: 'sampling',
    range: '0 to 1',
  },
  frequency_penalty: {
    about:
      'Makes a token less likely each time that it has already been used. Negative values favour repetition.',
    kind: 'sampling',
    range: '−2 to 2',
  },
  presence_penalty: {
    about:
      'Makes a token less likely once it has been used at all, however often. Negative values favour staying with a subject.',
    kind: 'sampling',
    range: '−2 to 2',
  },
  repetition_penalty: {
    about: 'Divides the odds of tokens that have already been used, the prompt included. 1 changes nothing.',
    kind: 'sampling',
    range: 'above 0, to 2',
  },
  logit_bias: {
    about: 'Raises or lowers the odds of tokens that you name by their number. −100 bans one, 100 forces it.',
    kind: 'sampling',
    range: 'token number to −100 … 100',
  },
  seed: {
    about:
      'The same seed with the same request aims at the same answer. No provider guarantees it, and some models vary all the same.',
    kind: 'sampling',
    range: 'whole number',
  },
  max_tokens: {
    about:
      'The answer stops after this many tokens. Thinking tokens count too, so leave room for them on a reasoning model.',
    kind: 'length',
    range: 'from 1 to the model’s max output',
  },
  max_completion_tokens: {
    about: 'The newer name for the limit on the answer’s tokens, thinking tokens included.',
    kind: 'length',
    range: 'from 1 to the model’s max output',
  },
  stop: {
    about: 'The answer ends where one of these strings would come. The string itself is not returned.',
    kind: 'length',
    range: 'a string or a list of them',
  },
  verbosity: {
    about: 'Asks for a brief or a thorough answer without a word about it in the prompt.',
    kind: 'length',
    range: 'low, medium or high; some models take more',
  },
  response_format: {
    about: 'Sets the format of the answer. JSON mode promises valid JSON, but not its shape.',
    kind: 'format',
    range: 'an object with a type',
  },
  structured_outputs: {
    about: 'The answer follows a JSON Schema that is sent in response_format.',
    kind: 'format',
    range: 'a JSON Schema',
  },
  prediction: {
    about:
      'Text that you expect in the answer, such as a file to be edited. What matches comes faster; what does not may be billed.',
    kind: 'format',
    range: 'an object with the text',
  },
  tools: {
    about: 'Functions that the model may ask your program to call, each with a schema of its arguments.',
    kind: 'tools',
    range: 'a list of functions',
  },
  tool_choice: {
    about: 'Whether the model may, must or must not call a tool, or which one it has to call.',
    kind: 'tools',
    range: 'none, auto, required, or a function’s name',
  },
  parallel_tool_calls: {
    about: 'Whether one answer may ask for several tool calls at the same time.',
    kind: 'tools',
    range: 'true or false',
  },
  web_search_options: {
    about: 'Settings of the provider’s own web search, such as how much of what it finds is read.',
    kind: 'tools',
    range: 'an object, such as search_context_size: low, medium or high',
  },
  reasoning: {
    about: 'Switches thinking on or off, and sets its effort or its budget in tokens.',
    kind: 'reasoning',
    range: 'an object with effort, max_tokens, exclude or enabled',
  },
  include_reasoning: {
    about: 'Whether the thinking comes back with the answer. It is billed either way.',
    kind: 'reasoning',
    range: 'true or false',
  },
  reasoning_effort: {
    about: 'How hard to think, as one word: a short form of the effort in reasoning.',
    kind: 'reasoning',
    range: 'one of the model’s efforts',
  },
  logprobs: {
    about: 'Returns how likely each token of the answer was, as a logarithm.',
    kind: 'insight',
    range: 'true or false',
  },
  top_logprobs: {
    about: 'How many of the likeliest tokens to return for each place in the answer. Needs logprobs.',
    kind: 'insight',
    range: '0 to 20',
  },
} as const satisfies Record<string, ParameterInfo>;

export type Parameter = keyof typeof PARAMETERS;

const UNKNOWN_PARAMETER: ParameterInfo = {
  about: 'OpenRouter lists this parameter, and this site has no explanation of it yet.',
  kind: 'other',
  range: null,
};

export function isParameter(name: string): name is Parameter {
  return Object.hasOwn(PARAMETERS, name);
}

/** The anchor of its explanation on the page that explains all of them. */
export function parameterAnchor(name: Parameter): string {
  return `parameter-${name}`;
}

/** What a parameter does and which values it takes, as sentences. */
export function parameterWords(name: string): string {
  const { about, range } = parameterInfo(name);
  return range === null ? about : `${about} Range: ${range}.`;
}

function parameterInfo(name: string): ParameterInfo {
  return isParameter(name) ? PARAMETERS[name] : UNKNOWN_PARAMETER;
}

/**
 * Groups parameters by kind, in display order. Within a kind in the order of `PARAMETERS`, unknown ones last
 * by name.
 */
export function parametersByKind(
  names: readonly string[],
): { readonly kind: ParameterKind; readonly heading: string; readonly names: readonly string[] }[] {
  const known = Object.keys(PARAMETERS).filter((name) => names.includes(name));
  const unknown = [...new Set(names)].filter((name) => !isParameter(name)).sort();
  const ordered = [...known, ...unknown];
  return (Object.keys(PARAMETER_KINDS) as ParameterKind[])
    .map((kind) => ({
      kind,
      heading: PARAMETER_KINDS[kind],
      names: ordered.filter((name) => parameterInfo(name).kind === kind),
    }))
    .filter((group) => group.names.length > 0);
}
