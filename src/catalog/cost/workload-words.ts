import { count, faithfulTokens, percent, plainText } from '../figures.ts';
import { WORKLOAD_PRESETS, type Workload, type WorkloadPreset } from './workload.ts';

/** A workload in words. */

/** The preset with exactly these figures; `null` if no preset has them. */
export function presetOf(workload: Workload): WorkloadPreset | null {
  const presets = Object.values<WorkloadPreset>(WORKLOAD_PRESETS);
  return presets.find((preset) => isSameWorkload(preset.workload, workload)) ?? null;
}

export function isSameWorkload(a: Workload, b: Workload): boolean {
  return (Object.keys(a) as (keyof Workload)[]).every((field) => a[field] === b[field]);
}

/** `2K in, 400 out, 50% cached, 10,000 requests a month`. */
export function workloadWords(workload: Workload): string {
  const { inputTokens, outputTokens, thinkingTokens, cachedShare, cacheWriteShare, searches } = workload;
  return [
    `${tokens(inputTokens)} in`,
    `${tokens(outputTokens)} out`,
    thinkingTokens > 0 && `${tokens(thinkingTokens)} thinking`,
    cachedShare > 0 && `${share(cachedShare)} cached`,
    cacheWriteShare > 0 && `${share(cacheWriteShare)} written to the cache`,
    searches > 0 && `${plainText(searches)} web ${searches === 1 ? 'search' : 'searches'} each`,
    `${count(workload.requestsPerMonth, 'request')} a month`,
    workload.isBatch && 'batch prices',
  ]
    .filter((part) => part !== false)
    .join(', ');
}

/** `Chat: 2K in, 400 out …`; without the name if the figures are not those of a preset. */
export function namedWorkload(workload: Workload): string {
  const preset = presetOf(workload);
  const words = workloadWords(workload);
  return preset === null ? words : `${preset.label}: ${words}`;
}

function tokens(value: number): string {
  return value === 0 ? '0' : faithfulTokens(value);
}

/** A percentage with every digit: `12.5%`. */
function share(value: number): string {
  const exact = Number((value * 100).toPrecision(12));
  return Number.isInteger(exact) ? percent(value) : `${plainText(exact)}%`;
}
