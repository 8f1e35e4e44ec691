import type { Alternative } from '../../catalog/alternatives.ts';
import type { Benchmark } from '../../catalog/benchmarks.ts';
import { CAPABILITIES, CAPABILITY_KEYS, hasCapability } from '../../catalog/capabilities.ts';
import { capitalize, list, shortTokens } from '../../catalog/figures.ts';
import { usableMaxOutput } from '../../catalog/limits.ts';
import type { Model } from '../../catalog/model.ts';
import type { Saving } from '../../catalog/saving.ts';
import { inSentence } from './labels.ts';

/** Text about cheaper models with the same listed features. Plain text, not escaped. */

export const QUALITY_NOT_COMPARED = 'Quality was not compared.';

const BENCHMARK_WORDS: Readonly<Record<Benchmark, string>> = {
  intelligence: 'intelligence index',
  coding: 'coding index',
  agentic: 'agentic index',
  'design arena': 'design arena',
};

/** `87% cheaper`, or `69–85% cheaper` if the saving depends on the prompt. */
export function savingWords({ least, most }: Saving): string {
  if (least === most) return `${least} cheaper`;
  const isPlain = !most.startsWith('over');
  return `${isPlain ? `${least.replace('%', '')}–` : `${least} to `}${most} cheaper`;
}

/**
 * What the alternative adds, what it lacks, and its known quality: `Newer; same context; also vision. Does
 * not list seed.`
 */
export function alternativeWords(own: Model, { model, lostParameters, benchmarks }: Alternative): string {
  return [
    `${capitalize([...gains(own, model)].join('; '))}.`,
    ...(lostParameters.length > 0 ? [`Does not list the ${parametersWords(lostParameters)}.`] : []),
    ...(thinksMore(own, model) ? ['Thinks unless that is switched off.'] : []),
    ...(benchmarks.length > 0
      ? [`Not lower in what both list: ${list(benchmarks.map((key) => BENCHMARK_WORDS[key]))}.`]
      : []),
  ].join(' ');
}

function gains(own: Model, other: Model): readonly string[] {
  const isNewer = (other.addedAt ?? '').slice(0, 10) > (own.addedAt ?? '').slice(0, 10);
  // Contexts with the same short form count as the same: 1,048,576 and 1,050,000 are both 1.05M.
  const isSameContext = shortTokens(other.context) === shortTokens(own.context);
  const features = CAPABILITY_KEYS.filter((key) => hasCapability(other, key) && !hasCapability(own, key));
  const [longest, ownLongest] = [usableMaxOutput(other), usableMaxOutput(own)];
  const isLonger =
    longest !== null && ownLongest !== null && shortTokens(longest) !== shortTokens(ownLongest);
  return [
    isNewer ? 'newer' : 'listed on the same day',
    isSameContext ? 'same context' : `longer context (${shortTokens(other.context)})`,
    ...(features.length > 0
      ? [`also ${list(features.map((key) => inSentence(CAPABILITIES[key].label)))}`]
      : []),
    ...(isLonger ? [`max output ${shortTokens(longest)}`] : []),
  ];
}

function parametersWords(names: readonly string[]): string {
  return `${names.length === 1 ? 'parameter' : 'parameters'} ${list(names)}`;
}

/** Whether only the other model thinks always or by default, which costs extra tokens. */
function thinksMore(own: Model, other: Model): boolean {
  const thinks = ({ reasoning }: Model): boolean =>
    reasoning?.mandatory === true || reasoning?.defaultEnabled === true;
  return thinks(other) && !thinks(own);
}
