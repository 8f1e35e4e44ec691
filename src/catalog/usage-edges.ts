import { DAY_MINUTES } from './day.ts';
import { WEEK, type Moment, type Usage } from './tiers.ts';
import type { Model } from './model.ts';

/**
 * One usage for each case in which the prices of any of the models may differ: prompts on both sides of every
 * tier threshold, up to `longestPrompt` tokens, without a time and at every time at which prices may change.
 * The shortest prompt comes first.
 */
export function usagesOf(
  models: readonly Pick<Model, 'tiers'>[],
  longestPrompt: number,
): readonly [Usage, ...Usage[]] {
  const conditions = models.flatMap(({ tiers }) => tiers.flatMap(({ when }) => when));
  const lengths = new Set([1]);
  const minutes = new Set([0]);
  let dependsOnTime = false;
  for (const condition of conditions) {
    switch (condition.kind) {
      case 'prompt-above':
        lengths.add(condition.tokens).add(condition.tokens + 1);
        break;
      case 'utc-window':
        minutes.add(condition.start % DAY_MINUTES).add(condition.end % DAY_MINUTES);
        dependsOnTime = true;
        break;
      case 'utc-days':
        dependsOnTime = true;
    }
  }
  const prompts = [...lengths]
    .filter((tokens) => tokens >= 1 && tokens <= longestPrompt)
    .sort((a, b) => a - b)
    .map((promptTokens) => ({ promptTokens }));
  const moments: readonly Moment[] = dependsOnTime
    ? WEEK.flatMap((day) => [...minutes].map((minute) => ({ minutes: minute, day })))
    : [];
  const timed = prompts.flatMap((prompt) => moments.map((at) => ({ ...prompt, at })));
  return [{ promptTokens: 1 }, ...prompts.slice(1), ...timed];
}
