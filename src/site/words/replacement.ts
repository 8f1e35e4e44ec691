import { MOST_USED } from '../../catalog/alternatives.ts';
import { CAPABILITIES } from '../../catalog/capabilities.ts';
import { capitalize, count, date, integer, list, shortTokens } from '../../catalog/figures.ts';
import type { Loss } from '../../catalog/losses.ts';
import { modalityNouns } from '../../catalog/modalities.ts';
import type { Replacement } from '../replacement.ts';
import { QUALITY_NOT_COMPARED } from './alternatives.ts';
import { inSentence } from './labels.ts';
import { priceLossWords } from './price-losses.ts';

/** Text about a possible replacement; it never recommends one. Plain text, not escaped. */

export const POSSIBLE_REPLACEMENT = 'Possible replacement';
export const NO_REPLACEMENT = 'No listed model is close enough to name.';

const MAX_PARAMETERS = 4;
/** Why it is a possible replacement, and what is lost or costs more with it, in sentences. */
export function replacementWords(replacement: Replacement): string {
  return [reasonWords(replacement.reason), lossesWords(replacement)].filter(Boolean).join(' ');
}

/** Why it is a possible replacement. */
function reasonWords(reason: Replacement['reason']): string {
  switch (reason.kind) {
    case 'renamed':
      return 'The same model under its new id.';
    case 'base':
      return 'The same model without the variant.';
    case 'family':
      return `Newer model by the same author${reason.words ? `, of the same id family (${reason.words})` : ''}.`;
    case 'features':
      return `Same listed features for less.${reason.isCompared ? '' : ` ${QUALITY_NOT_COMPARED}`}`;
    case 'closest':
      return `The closest of the ${MOST_USED} most used models by listed features, limits and price. ${QUALITY_NOT_COMPARED}`;
  }
}

/** `Input and output 3.3 times as expensive; context 500K instead of 2M; always thinks.` */
function lossesWords({ model, losses, sizes, isPriced, isNothingHigher }: Replacement): string {
  const words = [
    ...priceLossWords(losses),
    ...losses.flatMap((loss) => lossWords(loss)),
    ...(sizes === null
      ? []
      : [`another size (${sizes.new.toUpperCase()} instead of ${sizes.old.toUpperCase()})`]),
    ...(model.expiration === null ? [] : [`has a scheduled removal itself, on ${date(model.expiration)}`]),
  ];
  if (words.length > 0) return `${capitalize(words.join('; '))}.`;
  if (!isPriced) return '';
  return isNothingHigher ? 'Nothing listed is lost, and no price is higher.' : 'Nothing listed is lost.';
}

function lossWords(loss: Loss): readonly string[] {
  switch (loss.kind) {
    case 'price':
      return [];
    case 'not-free':
      return ['not free'];
    case 'no-price':
      return [NO_PRICE_WORDS[loss.now]];
    case 'context':
      return [`context ${insteadWords(loss)}`];
    case 'maxOutput':
      return [`max output ${insteadWords(loss)}`];
    case 'max-output-limited':
      return [`max output limited to ${shortTokens(loss.new)}`];
    case 'max-output-unstated':
      return ['max output not stated'];
    case 'modality': {
      return [`does not ${loss.side === 'input' ? 'take' : 'give'} ${list(modalityNouns(loss.lost), 'or')}`];
    }
    case 'features':
      return [`without ${list(loss.lost.map((key) => inSentence(CAPABILITIES[key].label)))}`];
    case 'thinking':
      return ['always thinks'];
    case 'weights':
      return ['open weights not listed'];
    case 'parameters':
      return [`does not list ${parametersWords(loss.lost)}`];
  }
}

/** `500K instead of 2M`, with every digit where both have the same short form. */
function insteadWords({ old, new: now }: Loss & { readonly kind: 'context' | 'maxOutput' }): string {
  const tokens = shortTokens(old) === shortTokens(now) ? integer : shortTokens;
  return `${tokens(now)} instead of ${tokens(old)}`;
}

const NO_PRICE_WORDS = {
  dynamic: 'no fixed price',
  unknown: 'price not given',
  unstated: 'unit of its price not stated',
  none: 'billed in another way',
} as const;

function parametersWords(names: readonly string[]): string {
  if (names.length <= MAX_PARAMETERS + 1) return list(names);
  const shown = names.slice(0, MAX_PARAMETERS);
  return list([...shown, count(names.length - MAX_PARAMETERS, 'more parameter')]);
}
