import { decimalOf } from '../../catalog/decimal.ts';
import { isFree, type Prices } from '../../catalog/price.ts';
import type { Between, Change } from '../../history/change.ts';
import { announcementWords } from '../../catalog/announcement.ts';
import { differencesIn } from '../../history/differences.ts';
import type { NotAskedFor } from '../../history/history.ts';
import type { FirstListed, ModelHistory, Retired } from '../../history/model-history.ts';
import { ratioOf } from '../../catalog/price-change.ts';
import type { Removals, Stability } from '../../history/stability.ts';
import { trimZeros } from '../../catalog/figures.ts';
import { noPriceChange } from './price-record.ts';
import {
  cellPrice,
  changeInWords,
  count,
  date,
  dateTime,
  fullPrice,
  list,
  shortTokens,
} from '../../catalog/format.ts';

/** A model's history in words. Plain text, not escaped. */

/** `Dec 7, 2024`, `some time between Aug 22, 2026 and Nov 22, 2026`. */
export function dayWords({ after, by, isDated }: Between): string {
  return isDated || after === null ? date(by) : `some time between ${date(after)} and ${date(by)}`;
}

/** The same with a preposition: `on Dec 7, 2024`, `some time between Aug 22, 2026 and Nov 22, 2026`. */
export function whenWords(between: Between): string {
  return between.isDated || between.after === null ? `on ${dayWords(between)}` : dayWords(between);
}

/** When something happened, as a sentence. Captures only bound the time of a change. */
export function betweenSentence({ after, by, isDated }: Between): string {
  if (after === null) return `First seen in the capture of ${dateTime(by)}.`;
  if (!isDated) return `Some time between ${date(after)} and ${date(by)}.`;
  return `Seen in the capture of ${dateTime(by)}, not yet in that of ${dateTime(after)}.`;
}

/**
 * `In our records since Dec 7, 2024.`: the first capture with the model, which can be later than its listing.
 */
export function listedWords({
  first,
  gone,
  lastSeen,
}: Pick<ModelHistory, 'first' | 'gone' | 'lastSeen'>): string {
  const since = sinceWords(first);
  return gone === null
    ? `In our records since ${since}.`
    : `In our records from ${since} to ${date(lastSeen)}.`;
}

function sinceWords({ between: { after, by, isDated }, isBaseline }: FirstListed): string {
  if (isBaseline) return `${date(by)} (listed then or earlier)`;
  return isDated || after === null ? date(by) : `${date(by)} (listed some time after ${date(after)})`;
}

/**
 * `26 price changes, 15 a year, the last on Aug 4, 2026. Largest increase: 225%, on Oct 4, 2025.` `last` is
 * the time when the last change was found.
 */
export function stabilityWords(
  { moves, movesPerYear, worstRise, rises, briefMoves, unmeasured, whileUnlisted, others }: Stability,
  last: Between | null,
): string {
  if (moves === 0 && briefMoves > 0) return briefWords(briefMoves);
  if (moves === 0 && unmeasured > 0) return `${noPriceChange(others)} that can be measured is known.`;
  if (moves === 0) {
    return whileUnlisted > 0
      ? 'Its price changed only while it was not listed.'
      : `${noPriceChange(others)} is known.`;
  }
  const parts = [
    count(moves, 'price change'),
    ...(movesPerYear === null
      ? []
      : [`${trimZeros(movesPerYear.toFixed(movesPerYear < 10 ? 1 : 0))} a year`]),
    ...(last === null ? [] : [`${moves === 1 ? '' : 'the last '}${whenWords(last)}`]),
  ];
  const sentences = [
    `${parts.join(', ')}.`,
    ...(rises === 0 ? ['No increase of 1% or more.'] : []),
    ...(worstRise?.move?.ratio == null
      ? []
      : [
          `Largest increase: ${changeInWords(worstRise.move.ratio).replace('up ', '')}, ${whenWords(worstRise.between)}.`,
        ]),
  ];
  return sentences.join(' ');
}

/** Shown wherever current prices are compared with those of some days ago. */
export const BRIEF_MOVES_RULE = 'A price that was back within three days counts as unchanged.';

function briefWords(times: number): string {
  return times === 1
    ? 'Its price changed once and was back within three days.'
    : `Its price changed ${count(times, 'time')} and was back within three days each time.`;
}

/** A model's prices and limits when first seen, and which of them are unchanged, in sentences. */
export function thenAndNow({
  priceSteps,
  contextSteps,
  gone,
  isListed,
}: Pick<ModelHistory, 'priceSteps' | 'contextSteps' | 'gone' | 'isListed'>): string | null {
  const [then, now] = [priceSteps[0]?.prices, priceSteps.at(-1)?.prices];
  const [oldContext = null, context = null] = [
    contextSteps.find((step) => step.context !== null)?.context,
    contextSteps.at(-1)?.context,
  ];
  if (!then || !now || (!isPriced(then) && !isPriced(now))) return null;
  const isSameContext = shortTokens(oldContext) === shortTokens(context);
  // Prices with the same short form count as unchanged.
  const [before, after] = [costWords(then, 'past', cellPrice), costWords(now, 'past', cellPrice)];
  if (before === after && isSameContext) return null;
  const [opening, unit] = [costWords(then, 'past'), ' per million tokens'];
  const first = `At first it ${opening}${hasAmount(then) ? unit : ''}${oldContext ? `, with a context of ${shortTokens(oldContext)}` : ''}`;
  const closing = isListed
    ? `now it ${costWords(now, 'present')}`
    : `${gone === null ? 'when last seen' : 'at the end'} it ${costWords(now, 'past')}`;
  const second = `${closing}${hasAmount(now) && !hasAmount(then) ? unit : ''}${isSameContext || context === null ? '' : `, with ${shortTokens(context)}`}`;
  const shares = [...sharesOf(then, now), ...(isSameContext ? [] : contextShare(oldContext, context))];
  return `${first}; ${second}${shares.length > 0 ? ` (${list(shares)})` : ''}.`;
}

function costWords(prices: Prices, tense: 'past' | 'present', priceWords = fullPrice): string {
  const isPast = tense === 'past';
  if (isFree(prices)) return isPast ? 'was free' : 'is free';
  if (!isPriced(prices)) return `${isPast ? 'had' : 'has'} ${UNPRICED[unpricedKind(prices)]}`;
  const parts = (['input', 'output'] as const).flatMap((key) =>
    prices[key].kind === 'none' ? [] : [`${priceWords(prices[key])} ${key === 'input' ? 'in' : 'out'}`],
  );
  return `${isPast ? 'cost' : 'costs'} ${list(parts)}`;
}

const UNPRICED = {
  dynamic: 'no fixed price',
  unknown: 'no price that OpenRouter gave here',
  unstated: 'a price without a stated unit',
} as const;

function unpricedKind({ input, output }: Prices): keyof typeof UNPRICED {
  const kinds = [input.kind, output.kind];
  if (kinds.includes('dynamic')) return 'dynamic';
  return kinds.includes('unstated') ? 'unstated' : 'unknown';
}

function hasAmount({ input, output }: Prices): boolean {
  return input.kind === 'amount' || output.kind === 'amount';
}

/** Whether input or output is billed, and every billed price is an amount or free. */
function isPriced({ input, output }: Prices): boolean {
  const kinds = [input.kind, output.kind].filter((kind) => kind !== 'none');
  return kinds.length > 0 && kinds.every((kind) => kind === 'amount' || kind === 'free');
}

function sharesOf(then: Prices, now: Prices): readonly string[] {
  return (['input', 'output'] as const).flatMap((key) => {
    const [a, b] = [then[key], now[key]];
    const ratio = a.kind === 'amount' && b.kind === 'amount' ? ratioOf(a.usd, b.usd) : null;
    return ratio === null || ratio === '1' ? [] : [`${key} ${changeInWords(ratio)}`];
  });
}

function contextShare(then: number | null, now: number | null): readonly string[] {
  const ratio = then && now && then !== now ? ratioOf(decimalOf(then), decimalOf(now)) : null;
  return ratio === null ? [] : [`context ${changeInWords(ratio)}`];
}

/** How a model was removed: `Its removal had not been announced.` */
export function announcedWords({ announced, renamedTo }: Pick<Retired, 'announced' | 'renamedTo'>): string {
  return renamedTo === null ? announcementWords(announced).sentence : 'Renamed.';
}

/** `125 days`, `at least 125 days`: how long captures listed it. */
export function daysListedWords({ daysListed, first }: Pick<Retired, 'daysListed' | 'first'>): string {
  if (daysListed === 0) return 'less than a day';
  return first.isBaseline ? `at least ${count(daysListed, 'day')}` : count(daysListed, 'day');
}

/** `Dec 7, 2024`, `Dec 7, 2024 or earlier`. */
export function firstListedFact({ since, isBaseline }: FirstListed): string {
  return `${date(since)}${isBaseline ? ' or earlier' : ''}`;
}

/** When the removal date of a listed model was last set: `Dec 7, 2024`. Expects changes newest first. */
export function announcedWhen(changes: readonly Change[]): string {
  for (const change of changes) {
    if (differencesIn(change, 'expiration').length === 0) continue;
    const { between } = change;
    return dayWords(
      change.kind === 'returned' ? { ...between, after: change.lastListed, isDated: false } : between,
    );
  }
  return 'at the start';
}

/** Why this capture has no data on a model, for a title: `not asked for in this capture`. */
export function notAskedForTag({ reason }: Pick<NotAskedFor, 'reason'>): string {
  return `${reason === 'scope' ? 'not asked for' : 'could not be read'} in this capture`;
}

/** Why it is unknown whether a model is listed. */
export function notAskedForWords({ reason, name }: Pick<NotAskedFor, 'reason' | 'name'>): string {
  return reason === 'scope'
    ? `This capture asked for text models only, so it does not say whether ${name} is still listed.`
    : 'Its row in this capture could not be read.';
}

/** `Of 234 removals since OpenRouter gives dates, 77 had been announced.`; `null` without removals. */
export function removalsWords({ total, announced }: Removals): string | null {
  if (total === 0) return null;
  return `Of ${count(total, 'removal')} since OpenRouter gives dates, ${announced} had been announced.`;
}
