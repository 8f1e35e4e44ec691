import type { Facts } from '../../catalog/facts.ts';
import { cellPrice, date, exactPrice, exactTokens, pricesText, shortTokens } from '../../catalog/format.ts';
import type { ModelId } from '../../catalog/model.ts';
import { PRICE_KEY_ORDER, PRICE_KEYS } from '../../catalog/price-keys.ts';
import { isFree, readPrices, type Prices } from '../../catalog/price.ts';
import { cleanLine } from '../../catalog/text.ts';
import { modalityList } from './words.ts';

/** Short descriptions of a model, for changes that are about the whole model. */

/** On pages: `$0.10 in, $0.32 out, context 131K`. */
export function factText(id: ModelId, facts: Facts): string {
  if (facts.aliasTarget != null) return `stands for ${cleanLine(facts.aliasTarget)}`;
  return [
    ...shortPrices(readPrices(id, facts)),
    ...(facts.context ? [`context ${shortTokens(facts.context)}`] : []),
  ].join(', ');
}

/** In feeds: prices and limits, one fact a line. */
export function factLines(id: ModelId, facts: Facts): readonly string[] {
  if (id.startsWith('~')) return facts.aliasTarget ? [`Stands for ${cleanLine(facts.aliasTarget)}`] : [];
  return [
    ...exactPrices(readPrices(id, facts)),
    ...(facts.context ? [`Context: ${exactTokens(facts.context)}`] : []),
    ...(facts.maxOutput ? [`Max output: ${exactTokens(facts.maxOutput)}`] : []),
    ...(facts.inputModalities?.length ? [`Takes ${modalityList(facts.inputModalities)}`] : []),
    ...(facts.outputModalities?.length ? [`Gives ${modalityList(facts.outputModalities)}`] : []),
    ...(facts.expiration ? [`To be removed on ${date(facts.expiration)}`] : []),
  ];
}

function shortPrices(prices: Prices): readonly string[] {
  const { input, output } = prices;
  if (isFree(prices)) return ['free'];
  if (input.kind === 'unknown' && output.kind === 'unknown') return ['price unknown'];
  if (input.kind === 'unstated') return [`price ${exactPrice(input)}`];
  if (output.kind === 'none') return [pricesText({ prices })];
  if (input.kind === output.kind && input.kind !== 'amount') return [input.kind];
  return [`${cellPrice(input)} in`, `${cellPrice(output)} out`];
}

function exactPrices(prices: Prices): readonly string[] {
  return PRICE_KEY_ORDER.flatMap((key) =>
    prices[key] ? [`${PRICE_KEYS[key].label}: ${exactPrice(prices[key])}`] : [],
  );
}
