import { modalityInfo } from '../catalog/modalities.ts';
import { PRICE_KEY_ORDER, PRICE_KEYS, type PriceKey } from '../catalog/price-keys.ts';
import { readPrices, type Prices } from '../catalog/price.ts';
import { cleanLine, cleanWords } from '../catalog/text.ts';
import type { ModelId } from '../catalog/model.ts';
import type { Announcement } from '../catalog/announcement.ts';
import type { Between, Change, ChangeOf, Difference, DifferenceOf, Exchange } from '../history/change.ts';
import { isTinyRatio, isSignificant, type Move, type PriceLine } from '../catalog/price-change.ts';
import {
  changeInWords,
  count,
  date,
  dateTime,
  exactPrice,
  exactTokens,
  exactUsd,
  integer,
  list,
  shortTokens,
} from '../catalog/format.ts';
import { WHILE_UNLISTED } from '../site/words/change-lines.ts';
import { addedHeadline } from '../site/words/arrivals.ts';
import { tierLines, tiersHeadline } from './tier-words.ts';

/** What a change is, in plain text that is not escaped. */
export interface ChangeWords {
  /** To follow the model's name: `price down 17%`. */
  readonly headline: string;
  /** The details, one fact each, such as `Input: $3.00 → $2.50 per million tokens, down 17%`. */
  readonly lines: readonly string[];
}

export function changeWords(change: Change): ChangeWords {
  switch (change.kind) {
    case 'added':
      return { headline: addedHeadline(change.id), lines: factLines(change) };
    case 'removed':
      return { headline: 'removed from the list', lines: announcedLines(change.announced) };
    case 'returned':
      return {
        headline: 'back in the list',
        lines: [
          `It had been missing since ${date(change.since)}.`,
          ...change.meanwhile.flatMap((difference) =>
            differenceWords(difference, change.id).lines.map((line) => `${WHILE_UNLISTED}: ${line}`),
          ),
          ...factLines(change),
        ],
      };
    case 'absent':
      return {
        headline: `missing for ${count(Math.max(1, Math.round(change.days)), 'day')}, and back`,
        lines: [`It was first missed on ${date(change.since)}.`],
      };
    case 'renamed':
      return { headline: 'new id', lines: [`Id: ${change.from} → ${change.id}`] };
    case 'reversion':
      return {
        headline: 'price changed, and changed back',
        lines: [
          ...change.lines.map(priceText),
          ...(change.tiers ? ['Price tiers changed.'] : []),
          `From ${date(change.since)} on, for at most three days; now it is as before.`,
        ],
      };
    default:
      return differenceWords(change, change.id);
  }
}

/** A value that is another one than before. */
function differenceWords(difference: Difference, id: ModelId): ChangeWords {
  switch (difference.kind) {
    case 'price':
      return { headline: priceHeadline(difference), lines: difference.lines.map(priceText) };
    case 'tiers':
      return {
        headline: tiersHeadline(difference),
        lines: [...tierLines('Before', difference.old), ...tierLines('Now', difference.new)],
      };
    case 'context':
      return numberWords('context', difference);
    case 'maxOutput':
      return numberWords('max output', difference);
    case 'modality':
      return modalityWords(difference);
    case 'parameters':
      return {
        headline: exchangeText(difference, 'parameter'),
        lines: exchangeLines(difference, 'Parameters'),
      };
    case 'name':
      return { headline: 'new name', lines: [`Name: ${difference.old} → ${difference.new}`] };
    case 'expiration':
      return expirationWords(difference, id);
    case 'retargeted':
      return {
        headline: `now stands for ${difference.new}`,
        lines: [`Stands for: ${difference.old} → ${difference.new}`],
      };
  }
}

function announcedLines(announced: Announcement): readonly string[] {
  switch (announced.kind) {
    case 'announced':
      return [`It had been announced for ${date(announced.for)}.`];
    case 'none':
      return ['The removal had not been announced.'];
    case 'unknown':
      return [];
  }
}

/** When something happened, as a sentence: captures tell no more than the two times between which it did. */
export function betweenSentence({ after, by, isDated }: Between): string {
  if (after === null) return `First seen in the capture of ${dateTime(by)}.`;
  if (!isDated) return `Some time between ${date(after)} and ${date(by)}.`;
  return `Seen in the capture of ${dateTime(by)}, not yet in that of ${dateTime(after)}.`;
}

/** The change of one price: `Input: $3.00 → $2.50 per million tokens, down 17%`. */
export function priceText({ key, old, new: now, ratio }: PriceLine): string {
  const share = ratio === null ? '' : `, ${changeInWords(ratio)}`;
  const sameUnit = old?.kind === 'amount' && now?.kind === 'amount' && old.unit === now.unit;
  const from = sameUnit ? exactUsd(old.usd) : exactPrice(old ?? undefined);
  return `${PRICE_KEYS[key].label}: ${from} → ${exactPrice(now ?? undefined)}${share}`;
}

/** `price down 17%`, `became free`; what is no move of the whole names the price that changed by a percent or more. */
function priceHeadline({ move, lines }: DifferenceOf<'price'>): string {
  const [line, ...more] = lines.filter(({ ratio }) => !isTinyRatio(ratio));
  if (move !== null && (isSignificant(move) || move.direction === 'other')) return moveText(move);
  if (!line || more.length > 0) return 'prices changed';
  const label = labelOf(line.key);
  if (line.ratio !== null) return `${label} price ${changeInWords(line.ratio)}`;
  return line.old === null ? `${label} is billed separately` : `${label} price changed`;
}

function moveText({ direction, ratio }: Move): string {
  if (direction === 'became-free') return 'became free';
  if (direction === 'became-paid') return 'no longer free';
  return ratio === null ? 'price changed' : `price ${changeInWords(ratio)}`;
}

function labelOf(key: PriceKey): string {
  return PRICE_KEYS[key].label.toLowerCase();
}

function numberWords(
  what: string,
  { old, new: now, ratio }: DifferenceOf<'context' | 'maxOutput'>,
): ChangeWords {
  const share = ratio === null ? '' : `, ${changeInWords(ratio)}`;
  return {
    headline: `${what} ${shortTokens(old)} → ${shortTokens(now)}`,
    lines: [`${capitalize(what)}: ${exactTokens(old)} → ${exactTokens(now)}${share}`],
  };
}

function modalityWords({ input, output }: DifferenceOf<'modality'>): ChangeWords {
  const sides = [
    { verb: 'takes', ...input },
    { verb: 'gives', ...output },
  ];
  const parts = sides.flatMap(({ verb, added, removed }) => [
    ...(added.length > 0 ? [`now ${verb} ${nouns(added)}`] : []),
    ...(removed.length > 0 ? [`no longer ${verb} ${nouns(removed)}`] : []),
  ]);
  return {
    headline: list(parts),
    lines: [...exchangeLines(input, 'Takes'), ...exchangeLines(output, 'Gives')],
  };
}

/** `3 parameters more, 1 fewer`. */
function exchangeText({ added, removed }: Exchange, noun: string): string {
  if (removed.length === 0) return `${count(added.length, noun)} more`;
  if (added.length === 0) return `${count(removed.length, noun)} fewer`;
  return `${count(added.length, noun)} more, ${integer(removed.length)} fewer`;
}

function exchangeLines({ added, removed }: Exchange, heading: string): readonly string[] {
  return [
    ...(added.length > 0 ? [`${heading}, added: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`${heading}, removed: ${removed.join(', ')}`] : []),
  ];
}

function expirationWords({ action, old, new: now }: DifferenceOf<'expiration'>, id: ModelId): ChangeWords {
  const what = id.endsWith(':free') ? 'end of the free offer' : 'removal';
  const day = (text: string | null) => (text === null ? 'none' : date(text));
  const headline = {
    set: `${what} announced for ${day(now)}`,
    moved: `${what} moved to ${day(now)}`,
    withdrawn: `${what} withdrawn`,
  };
  return { headline: headline[action], lines: [`Announced ${what}: ${day(old)} → ${day(now)}`] };
}

/** What a model costs and takes, as first listed. */
function factLines({ id, facts }: ChangeOf<'added' | 'returned'>): readonly string[] {
  if (id.startsWith('~')) return facts.aliasTarget ? [`Stands for ${cleanLine(facts.aliasTarget)}`] : [];
  return [
    ...priceLines(readPrices(id, facts)),
    ...(facts.context ? [`Context: ${exactTokens(facts.context)}`] : []),
    ...(facts.maxOutput ? [`Max output: ${exactTokens(facts.maxOutput)}`] : []),
    ...(facts.inputModalities?.length ? [`Takes ${nouns(facts.inputModalities)}`] : []),
    ...(facts.outputModalities?.length ? [`Gives ${nouns(facts.outputModalities)}`] : []),
    ...(facts.expiration ? [`To be removed on ${date(facts.expiration)}`] : []),
  ];
}

function priceLines(prices: Prices): readonly string[] {
  return PRICE_KEY_ORDER.flatMap((key) =>
    prices[key] ? [`${PRICE_KEYS[key].label}: ${exactPrice(prices[key])}`] : [],
  );
}

function nouns(modalities: readonly string[]): string {
  return list(cleanWords(modalities).map((name) => modalityInfo(name).noun));
}

export function capitalize(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
