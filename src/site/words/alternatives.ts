import { MOST_USED, type Alternative } from '../../catalog/alternatives.ts';
import type { Benchmark } from '../../catalog/benchmarks.ts';
import { CAPABILITIES } from '../../catalog/capabilities.ts';
import { costUsd, count, integer, list, month, shortTokens } from '../../catalog/figures.ts';
import { namedWorkload, presetOf, workloadWords } from '../../catalog/cost/workload-words.ts';
import type { Workload } from '../../catalog/cost/workload.ts';
import { compareDecimals, type Decimal } from '../../catalog/decimal.ts';
import type { Loss } from '../../catalog/losses.ts';
import { orderModalities, modalityInfo } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import { priceLossWords } from './price-losses.ts';
import { inSentence } from './labels.ts';

/** Text about cheaper models with the same or fewer listed features. Plain text, not escaped. */

export const SAME_TITLE = 'Same listed features for less';
export const NEAR_TITLE = 'Cheaper, with something missing';
export const FAMILY_TITLE = 'In the family';
export const QUALITY_NOT_COMPARED = 'Quality was not compared.';
/** The rules of the two lists. */
export const RULE_WORDS = `The first list names models that cost no more for any prompt; the second, the closest of the ${MOST_USED} most used.`;

const BENCHMARK_WORDS: Readonly<Record<Benchmark, string>> = {
  intelligence: 'intelligence index',
  coding: 'coding index',
  agentic: 'agentic index',
  'design arena': 'design arena',
};

/** What is gained and lost with another model, and how it compares in quality. Each may be empty. */
interface ComparisonWords {
  readonly gain: string;
  readonly lose: string;
  readonly quality: string;
}

/**
 * `newer, 50K more context, vision`; `650K of context, web search`; `Not lower in what both list:
 * intelligence index.`
 */
export function comparisonWords(
  own: Model,
  { model, gains, losses, benchmarks, lower }: Omit<Alternative, 'usd'>,
): ComparisonWords {
  const age = addedDay(model).localeCompare(addedDay(own));
  const gain = [...(age > 0 ? ['newer'] : []), ...gains.flatMap(gainWords)];
  const lose = [
    ...(age < 0 ? [`older (added ${month(addedDay(model))})`] : []),
    ...priceLossWords(losses),
    ...losses.flatMap(lossWords),
    ...(thinksMore(own, model) ? ['reasons unless that is turned off'] : []),
    ...(lower.length > 0 ? [`lower ${list(lower.map((key) => BENCHMARK_WORDS[key]))}`] : []),
  ];
  const alike = benchmarks.filter((key) => !lower.includes(key));
  const isNotLower = lower.length === 0 && alike.length > 0;
  return {
    gain: gain.join(', '),
    lose: lose.join(', '),
    quality: isNotLower
      ? `Not lower in what both list: ${list(alike.map((key) => BENCHMARK_WORDS[key]))}.`
      : '',
  };
}

/** `$6.78 a month`. */
export function monthlyWords(usd: string): string {
  return `${costUsd(usd)} a month`;
}

/** Why no model is listed as having the same for less, as sentences. */
export function noneWords(reason: string | null): string {
  return reason === null
    ? `None. No other paid model has all of its listed features and limits, has no higher price, and costs less.`
    : `Not compared. ${reason}`;
}

/** `a typical chat: 2K in, 400 out, 50% cached, 10,000 requests a month`. */
export function typicalWords(workload: Workload): string {
  const kind = workload.outputTokens > 0 ? 'a typical chat' : 'a typical month';
  return `${kind}: ${workloadWords(workload)}`;
}

/** `your workload: 3K in …`; of a preset `the workload “Chat: 2K in …”`. */
export function setWords(workload: Workload): string {
  const words = namedWorkload(workload);
  return presetOf(workload) === null ? `your workload: ${words}` : `the workload “${words}”`;
}

/** `A step up`, `A step down`. `usd` and `own` are costs of one workload. */
export function stepWords(usd: Decimal, own: Decimal): string {
  return compareDecimals(usd, own) > 0 ? 'A step up' : 'A step down';
}

function addedDay({ addedAt }: Model): string {
  return (addedAt ?? '').slice(0, 10);
}

/** The same terms as `lossWords`, but of what only the other model has. */
function gainWords(loss: Loss): readonly string[] {
  switch (loss.kind) {
    case 'context':
      return [
        closeWords(loss.old, loss.new, 'context') ?? `${shortTokens(loss.old - loss.new)} more context`,
      ];
    case 'maxOutput':
      return [closeWords(loss.old, loss.new, 'max output') ?? `max output ${shortTokens(loss.old)}`];
    case 'thinking':
      return ['reasoning can be turned off'];
    case 'parameters':
      return [count(loss.lost.length, 'more parameter')];
    default:
      return featureWords(loss);
  }
}

function lossWords(loss: Loss): readonly string[] {
  switch (loss.kind) {
    case 'context':
      return [closeWords(loss.new, loss.old, 'context') ?? `${shortTokens(loss.old - loss.new)} of context`];
    case 'maxOutput':
      return [
        closeWords(loss.new, loss.old, 'max output') ?? `${shortTokens(loss.old - loss.new)} of max output`,
      ];
    case 'max-output-limited':
      return [`max output limited to ${shortTokens(loss.new)}`];
    case 'max-output-unstated':
      return ['max output not stated'];
    case 'thinking':
      return ['reasoning cannot be turned off'];
    default:
      return featureWords(loss);
  }
}

/** `max output 65,535 instead of 65,536`; `null` for figures that differ in their short form. */
function closeWords(has: number, instead: number, label: string): string | null {
  if (shortTokens(has) !== shortTokens(instead)) return null;
  return `${label} ${integer(has)} instead of ${integer(instead)}`;
}

/** What one of two models has and the other lacks. */
function featureWords(loss: Loss): readonly string[] {
  switch (loss.kind) {
    case 'modality':
      return orderModalities(loss.lost).map((name) => `${inSentence(modalityInfo(name).label)} ${loss.side}`);
    case 'features':
      return loss.lost.map((key) => inSentence(CAPABILITIES[key].label));
    case 'weights':
      return ['open weights'];
    case 'parameters':
      return [parametersWords(loss.lost)];
    default:
      return [];
  }
}

/** `the parameter seed`, `the parameters seed and stop`. */
function parametersWords(names: readonly string[]): string {
  return `the ${names.length === 1 ? 'parameter' : 'parameters'} ${list(names)}`;
}

/** Whether only the other model reasons always or by default, which costs extra tokens. */
function thinksMore(own: Model, other: Model): boolean {
  const thinks = ({ reasoning }: Model): boolean =>
    reasoning?.mandatory === true || reasoning?.defaultEnabled === true;
  return thinks(other) && !thinks(own) && other.reasoning?.mandatory !== true;
}
