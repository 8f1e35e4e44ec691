import type { Prices } from '../catalog/price.ts';
import type { Between } from '../history/change.ts';
import type { FirstListed, ModelHistory, Removals, Retired, Stability } from '../history/history.ts';
import { trimZeros } from '../catalog/figures.ts';
import { cellPrice, changeInWords, count, date, list, shortTokens } from './format.ts';

/** What a model's past comes to, in words. Plain text that is not escaped. */

/** `7 Dec 2024`, `some time between 22 Aug 2026 and 22 Nov 2026`. */
export function dayWords({ after, by, isDated }: Between): string {
  return isDated || after === null ? date(by) : `some time between ${date(after)} and ${date(by)}`;
}

/** The same for a sentence: `on 7 Dec 2024`, `some time between 22 Aug 2026 and 22 Nov 2026`. */
export function whenWords(between: Between): string {
  return between.isDated || between.after === null ? `on ${dayWords(between)}` : dayWords(between);
}

/** `In our records since 7 Dec 2024.`: the first capture that had it, which is not always when it was listed. */
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
 * `26 price moves, 15 a year, the last 18 days ago. The worst rise was 225%, on 4 Oct 2025.` `last` is when the last move
 * was found.
 */
export function stabilityWords(
  { moves, movesPerYear, daysSinceLast, worstRise, rises, briefMoves, unmeasured }: Stability,
  last: Between | null,
): string {
  if (moves === 0 && briefMoves > 0) return briefWords(briefMoves);
  if (moves === 0) {
    return unmeasured > 0 ? 'Its price has made no move that can be measured.' : 'Its price has not moved.';
  }
  const parts = [
    count(moves, 'price move'),
    ...(movesPerYear === null
      ? []
      : [`${trimZeros(movesPerYear.toFixed(movesPerYear < 10 ? 1 : 0))} a year`]),
    ...(last === null ? [] : [`the last ${last.isDated ? daysAgo(daysSinceLast ?? 0) : whenWords(last)}`]),
  ];
  const sentences = [
    `${parts.join(', ')}.`,
    ...(rises === 0 ? ['It never rose by 1% or more.'] : []),
    ...(worstRise?.move?.ratio == null
      ? []
      : [
          `The worst rise was ${changeInWords(worstRise.move.ratio).replace('up ', '')}, ${whenWords(worstRise.between)}.`,
        ]),
  ];
  return sentences.join(' ');
}

function briefWords(times: number): string {
  return times === 1
    ? 'Its price moved once and was back within three days.'
    : `Its price moved ${count(times, 'time')} and was back within three days each time.`;
}

function daysAgo(days: number): string {
  return days === 0 ? 'today' : `${count(days, 'day')} ago`;
}

/** What a model cost and held when it was first met, and what of that is the same: whole sentences. */
export function thenAndNow({
  priceSteps,
  contextSteps,
  gone,
}: Pick<ModelHistory, 'priceSteps' | 'contextSteps' | 'gone'>): string | null {
  const [then, now] = [priceSteps[0]?.prices, priceSteps.at(-1)?.prices];
  const [oldContext = null, context = null] = [
    contextSteps.find((step) => step.context !== null)?.context,
    contextSteps.at(-1)?.context,
  ];
  if (!then || !now || (!isPriced(then) && !isPriced(now))) return null;
  const isSameContext = shortTokens(oldContext) === shortTokens(context);
  if (costWords(then, 'past') === costWords(now, 'past') && isSameContext) return null;
  const [opening, unit] = [costWords(then, 'past'), ' per million tokens'];
  const first = `At first it ${opening}${hasAmount(then) ? unit : ''}${oldContext ? `, with a context of ${shortTokens(oldContext)}` : ''}`;
  const closing =
    gone === null ? `now it ${costWords(now, 'present')}` : `at the end it ${costWords(now, 'past')}`;
  const second = `${closing}${hasAmount(now) && !hasAmount(then) ? unit : ''}${isSameContext || context === null ? '' : `, with ${shortTokens(context)}`}`;
  const shares = [...sharesOf(then, now), ...(isSameContext ? [] : contextShare(oldContext, context))];
  return `${first}; ${second}${shares.length > 0 ? ` (${list(shares)})` : ''}.`;
}

function costWords(prices: Prices, tense: 'past' | 'present'): string {
  const { input, output } = prices;
  const isPast = tense === 'past';
  if (input.kind === 'free' && output.kind === 'free') return isPast ? 'was free' : 'is free';
  if (!isPriced(prices)) return isPast ? 'had no fixed price' : 'has no fixed price';
  return `${isPast ? 'cost' : 'costs'} ${cellPrice(input)} in and ${cellPrice(output)} out`;
}

function hasAmount({ input, output }: Prices): boolean {
  return input.kind === 'amount' || output.kind === 'amount';
}

function isPriced({ input, output }: Prices): boolean {
  return [input, output].every(({ kind }) => kind === 'amount' || kind === 'free');
}

function sharesOf(then: Prices, now: Prices): readonly string[] {
  return (['input', 'output'] as const).flatMap((key) => {
    const [a, b] = [then[key], now[key]];
    if (a.kind !== 'amount' || b.kind !== 'amount' || a.usd === b.usd) return [];
    return [`${key} ${changeInWords(Number(b.usd) / Number(a.usd))}`];
  });
}

function contextShare(then: number | null, now: number | null): readonly string[] {
  return then && now && then !== now ? [`context ${changeInWords(now / then)}`] : [];
}

/** How a model went: `Not announced.` */
export function announcedWords({ announced, renamedTo }: Pick<Retired, 'announced' | 'renamedTo'>): string {
  if (renamedTo !== null) return 'Renamed.';
  return announced === null
    ? 'Its removal had not been announced.'
    : `Its removal had been announced for ${date(announced)}.`;
}

/** `77 of 234 removals had been announced.` */
export function removalsWords({ total, announced }: Removals): string {
  return `Of ${count(total, 'removal')} since OpenRouter gives dates, ${announced} had been announced.`;
}
