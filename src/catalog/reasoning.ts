import type { Model, Reasoning } from './model.ts';

/** Every effort that the endpoint lists, highest first, with its meaning. */
export const EFFORTS = {
  max: 'as much thinking as the model can do',
  xhigh: 'very much thinking, for the hardest problems',
  high: 'much thinking',
  medium: 'a balance of thinking and speed',
  low: 'little thinking',
  minimal: 'almost no thinking',
  none: 'no thinking at all',
} as const;

/** The meaning of an effort, or a phrase that fits any unknown one. */
export function effortHint(effort: string): string {
  return Object.hasOwn(EFFORTS, effort)
    ? EFFORTS[effort as keyof typeof EFFORTS]
    : 'an effort that this site has no words for yet';
}

/** When the model reasons, in one sentence. */
export function reasoningMode(reasoning: Reasoning): string {
  if (reasoning.mandatory) return 'Always thinks; it cannot be switched off.';
  if (reasoning.defaultEnabled === true) return 'Thinks unless it is switched off.';
  if (reasoning.defaultEnabled === false) return 'Thinks only when it is switched on.';
  return 'Can think; OpenRouter does not say whether it does so by default.';
}

/** The mode in a few words and its settings: `on by default, efforts high, medium, default effort medium`. */
export function reasoningText({
  mandatory,
  defaultEnabled,
  defaultEffort,
  efforts,
  tokenBudget,
}: Reasoning): string {
  const mode = mandatory ? 'always on' : MODES[String(defaultEnabled) as keyof typeof MODES];
  return [
    mode,
    ...(efforts.length > 0 ? [`efforts ${efforts.join(', ')}`] : []),
    ...(defaultEffort === null ? [] : [`default effort ${defaultEffort}`]),
    ...(tokenBudget === null ? [] : [tokenBudget ? 'takes a budget in tokens' : 'takes no budget in tokens']),
  ].join(', ');
}

const MODES = { true: 'on by default', false: 'off by default', null: 'can be switched on' } as const;

/** How the amount of reasoning is set, in one sentence. */
export function reasoningControl(reasoning: Reasoning, parameters: Model['parameters']): string {
  const hasEfforts = reasoning.efforts.length > 0;
  if (reasoning.tokenBudget && hasEfforts) return 'By effort, or by a budget in tokens.';
  if (reasoning.tokenBudget) return 'By a budget in tokens.';
  if (hasEfforts && reasoning.tokenBudget === false) return 'By effort; it takes no budget in tokens.';
  if (hasEfforts) return 'By effort.';
  return takesReasoning(parameters)
    ? 'A provider takes the parameter “reasoning”, for which OpenRouter names no efforts and no budget.'
    : 'OpenRouter names no way to set how much it thinks.';
}

/** Whether at least one provider accepts reasoning settings. */
export function takesReasoning(parameters: Model['parameters']): boolean {
  return parameters?.includes('reasoning') ?? false;
}
