import { CAPABILITY_KEYS, hasCapability, isImpliedByModalities, type Capability } from './capabilities.ts';
import { usableMaxOutput } from './limits.ts';
import type { Model } from './model.ts';
import { higherPrices, type HigherPrice } from './price-losses.ts';
import { isFree, usdOf } from './price.ts';

/** Something that a model has and its possible replacement lacks, or a price that is higher there. */
export type Loss =
  | { readonly kind: 'not-free' }
  | ({ readonly kind: 'price' } & HigherPrice)
  /** The state of a price that was a number before. */
  | { readonly kind: 'no-price'; readonly now: 'dynamic' | 'unknown' | 'unstated' | 'none' }
  /** Tokens. */
  | { readonly kind: 'context' | 'maxOutput'; readonly old: number; readonly new: number }
  /** Only the other model lists a max output, and it is below the context of the model. Tokens. */
  | { readonly kind: 'max-output-limited'; readonly new: number }
  | { readonly kind: 'max-output-unstated' }
  | { readonly kind: 'modality'; readonly side: 'input' | 'output'; readonly lost: readonly string[] }
  | { readonly kind: 'features'; readonly lost: readonly Capability[] }
  | { readonly kind: 'thinking' }
  | { readonly kind: 'weights' }
  | { readonly kind: 'parameters'; readonly lost: readonly string[] };

/**
 * Everything that is lost or costs more where `other` replaces `own`, most important first, as far as both
 * are known. For a model restored from facts, reasoning and weights may be unknown.
 */
export function lossesOf(own: Model, other: Model): readonly Loss[] {
  return [...priceLosses(own, other), ...listedLosses(own, other)];
}

/** The same without prices. */
export function listedLosses(own: Model, other: Model): readonly Loss[] {
  return [...limitLosses(own, other), ...modalityLosses(own, other), ...featureLosses(own, other)];
}

function priceLosses(own: Model, other: Model): readonly Loss[] {
  if (isFree(own.prices)) return isFree(other.prices) ? [] : [{ kind: 'not-free' }];
  const unpriced = (['input', 'output'] as const).flatMap((key): readonly Loss[] => {
    const now = other.prices[key];
    if (usdOf(own.prices[key]) === null || now.kind === 'amount' || now.kind === 'free') return [];
    return [{ kind: 'no-price', now: now.kind }];
  });
  return unpriced.length > 0
    ? unpriced.slice(0, 1)
    : higherPrices(own, other).map((price) => ({ kind: 'price', ...price }));
}

function limitLosses(own: Model, other: Model): readonly Loss[] {
  const { context } = own;
  const isShorter = context && other.context && other.context < context;
  return [
    ...(isShorter ? [{ kind: 'context' as const, old: context, new: other.context }] : []),
    ...maxOutputLosses(own, other),
  ];
}

/** Without a max output, the context of a model is its limit. */
function maxOutputLosses(own: Model, other: Model): readonly Loss[] {
  const [old, now] = [usableMaxOutput(own), usableMaxOutput(other)];
  if (old !== null) {
    if (now === null) return [{ kind: 'max-output-unstated' }];
    return now < old ? [{ kind: 'maxOutput', old, new: now }] : [];
  }
  return now !== null && own.context && now < own.context ? [{ kind: 'max-output-limited', new: now }] : [];
}

function modalityLosses(own: Model, other: Model): readonly Loss[] {
  return (['input', 'output'] as const).flatMap((side): readonly Loss[] => {
    const key = `${side}Modalities` as const;
    const lost = own[key].filter((modality) => !other[key].includes(modality));
    // Without listed modalities the loss is unknown.
    return lost.length > 0 && other[key].length > 0 ? [{ kind: 'modality', side, lost }] : [];
  });
}

/** Parameters covered by the loss of a feature. */
const FEATURE_PARAMETERS: Readonly<Partial<Record<Capability, readonly string[]>>> = {
  tools: ['tools', 'tool_choice'],
  'structured-output': ['structured_outputs'],
  'json-mode': ['response_format'],
  reasoning: ['reasoning', 'include_reasoning', 'reasoning_effort'],
  'web-search': ['web_search_options'],
  'parallel-tools': ['parallel_tool_calls'],
  logprobs: ['logprobs', 'top_logprobs'],
  prediction: ['prediction'],
};

/** Features not covered by modalities or weights. */
const FEATURES = CAPABILITY_KEYS.filter((key) => key !== 'open-weights' && !isImpliedByModalities(key));

function featureLosses(own: Model, other: Model): readonly Loss[] {
  const features = FEATURES.filter((key) => hasCapability(own, key) && !hasCapability(other, key));
  const covered = features.flatMap((key) => FEATURE_PARAMETERS[key] ?? []);
  const parameters = (own.parameters ?? []).filter(
    (name) => !other.parameters?.includes(name) && !covered.includes(name),
  );
  return [
    ...(features.length > 0 ? [{ kind: 'features' as const, lost: features }] : []),
    ...(other.reasoning?.mandatory && canSkipReasoning(own) ? [{ kind: 'thinking' as const }] : []),
    ...(own.huggingFaceId !== null && other.huggingFaceId === null ? [{ kind: 'weights' as const }] : []),
    ...(parameters.length > 0 && other.parameters !== null
      ? [{ kind: 'parameters' as const, lost: parameters }]
      : []),
  ];
}

/** Whether the model is known not to reason, or reasoning can be switched off. */
function canSkipReasoning(model: Model): boolean {
  const { reasoning, parameters } = model;
  return reasoning === null
    ? parameters !== null && !hasCapability(model, 'reasoning')
    : !reasoning.mandatory;
}
