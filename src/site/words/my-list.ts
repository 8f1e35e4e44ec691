import { capitalize, count, list, shortTokens, exactTokens, faithfulTokens } from '../../catalog/figures.ts';
import { ago, change as changeText, date } from '../../catalog/format.ts';
import {
  isSignificant,
  pairPrice,
  shortPriceChange,
  isDifference,
  type PriceLine,
} from '../../catalog/price-change.ts';
import type { Price } from '../../catalog/price.ts';
import { hasPassed } from '../../catalog/removal.ts';
import type { FactChange } from '../../catalog/seen-facts.ts';
import { priceLabel } from './labels.ts';

/** Text about the models of a reader's list. Plain text, not escaped. Also runs in the browser. */

/** A change in one sentence, after a lead that is shown as a tag. */
export interface ChangeLine {
  readonly lead: string | null;
  readonly tone: 'up' | 'down' | 'warn' | null;
  readonly text: string;
}

/** What a change needs besides old and new. */
export interface ChangeContext {
  /** ISO time of the data. */
  readonly now: string;
  /** The days of the price changes since then, oldest first. */
  readonly priceDays: readonly string[];
  /** The day of the removal of a retired model; `null` if not known. */
  readonly retiredOn: string | null;
}

export function changeLine(change: FactChange, { now, priceDays, retiredOn }: ChangeContext): ChangeLine {
  const plain = (text: string): ChangeLine => ({ lead: null, tone: null, text });
  switch (change.kind) {
    case 'retired':
      return {
        lead: 'Retired',
        tone: 'warn',
        text: `No longer listed${retiredOn === null ? '' : ` since ${date(retiredOn)}`}.`,
      };
    case 'listed-again':
      return plain('Listed again.');
    case 'not-asked-for':
      return plain('This copy of the catalog has no data on it. Its last known facts are on its page.');
    case 'expiration':
      return expirationLine(change, now);
    case 'prices':
      return pricesLine(change, priceDays);
    case 'tier':
      return plain(tierWords(change));
    case 'hours':
      return plain('The prices at some hours changed.');
    case 'context':
      return plain(`Context ${limitWords(change)} tokens.`);
    case 'maxOutput':
      return plain(`Max output ${limitWords(change)} tokens.`);
  }
}

/** `Aug 24, 2026, in 2 days`, or `was due Aug 24, 2026` if the day has passed by `now`, an ISO time. */
export function removalWhen(day: string, now: string): string {
  return hasPassed(day, now) ? `was due ${date(day)}` : `${date(day)}, ${ago(day, now)}`;
}

function expirationLine(
  { old, new: day }: Extract<FactChange, { kind: 'expiration' }>,
  now: string,
): ChangeLine {
  if (day === null)
    return { lead: null, tone: null, text: `The removal on ${date(old ?? '')} was withdrawn.` };
  const when = removalWhen(day, now);
  return {
    lead: 'Retiring',
    tone: 'warn',
    text: old === null ? `Removal announced: ${when}.` : `Removal moved from ${date(old)}: ${when}.`,
  };
}

function pricesLine(
  { lines, move }: Extract<FactChange, { kind: 'prices' }>,
  days: readonly string[],
): ChangeLine {
  const prices = capitalize(list(lines.map(lineWords)));
  const text = `${dayWords(days, prices)}.`;
  if (!isSignificant(move)) return { lead: null, tone: null, text };
  const tone = move.direction === 'rise' || move.direction === 'became-paid' ? 'up' : 'down';
  if (move.ratio !== null) return { lead: changeText(move.ratio), tone, text };
  return { lead: tone === 'up' ? 'Now paid' : 'Now free', tone, text };
}

/** `Input $0.10 → $0.20 on Aug 18, 2026`; of several days the last one. */
function dayWords(days: readonly string[], prices: string): string {
  const last = days.at(-1);
  if (last === undefined) return prices;
  return days.length === 1
    ? `${prices} on ${date(last)}`
    : `${prices} in ${count(days.length, 'change')}, the last on ${date(last)}`;
}

/** `input $0.10 → $0.20`, or `output $1.20 same`. */
function lineWords(line: PriceLine): string {
  return `${priceLabel(line.key)} ${isDifference(line) ? fromTo(line, 'not billed') : `${pairPrice(line.new)} same`}`;
}

function fromTo(line: PriceLine, missing: string): string {
  const shown = (price: Price | null): string =>
    price === null || price.kind === 'none' ? missing : pairPrice(price);
  const isWhole = [line.old, line.new].every((price) => price !== null && price.kind !== 'none');
  return isWhole ? shortPriceChange(line) : `${shown(line.old)} → ${shown(line.new)}`;
}

function tierWords({ above, state, lines }: Extract<FactChange, { kind: 'tier' }>): string {
  const where = `above ${faithfulTokens(above)} tokens`;
  switch (state) {
    case 'removed':
      return `The other prices ${where} were removed.`;
    case 'new':
      return `Other prices ${where}: ${list(lines.map(({ key, new: now }) => `${priceLabel(key)} ${pairPrice(now)}`))}.`;
    case 'changed':
      return `${capitalize(where)}: ${list(lines.map((line) => `${priceLabel(line.key)} ${fromTo(line, 'as below')}`))}.`;
  }
}

/** `128K → 200K`, with all digits where the short forms are the same. */
function limitWords({ old, new: now }: { readonly old: number | null; readonly new: number | null }): string {
  const isClose = shortTokens(old) === shortTokens(now);
  const shown = (tokens: number | null): string => {
    if (tokens === null) return 'not stated';
    return isClose ? exactTokens(tokens).replace(/ tokens?$/, '') : shortTokens(tokens);
  };
  return `${shown(old)} → ${shown(now)}`;
}

/** `6 models, 4 with changes since your last visit on Aug 12, 2026.` `since` is an ISO time. */
export function listWords(total: number, changed: number, since: string | null): string {
  const models = count(total, 'model');
  if (changed === 0)
    return `${models}, ${total === 1 ? 'without a change' : 'none with a change'} since your last visit.`;
  return `${models}, ${total === 1 ? 'with a change' : `${changed} with changes`} since your last visit${
    since === null ? '' : ` on ${date(since)}`
  }.`;
}

export const VISIT_RULE =
  'A change stays here until you mark it as seen, or for a day after you first saw it, so a reload does not lose it.';

/** Why the facts of some models are not shown. */
export function failedWords(names: readonly string[], isOffline: boolean): string {
  const what = names.length > 3 ? count(names.length, 'model') : list(names);
  const why = isOffline ? 'You are offline.' : 'The other models are up to date.';
  return `The facts of ${what} could not be loaded. ${why}`;
}

/** What an import found: `Found 8 ids: 5 can be added, 1 is already starred, 1 is retired, 1 is unknown.` */
export function foundWords(
  found: Readonly<Record<'new' | 'starred' | 'suffixed' | 'renamed' | 'retired' | 'unknown', number>>,
): string {
  const total = Object.values(found).reduce((sum, one) => sum + one, 0);
  if (total === 0) return 'No id of a model was found in this text.';
  const parts = [
    found.new > 0 && `${found.new} can be added`,
    found.starred > 0 && `${isAre(found.starred)} already starred`,
    found.suffixed > 0 && `${isAre(found.suffixed)} named with a suffix`,
    found.renamed > 0 && `${isAre(found.renamed)} named by a former or permanent id`,
    found.retired > 0 && `${isAre(found.retired)} retired`,
    found.unknown > 0 && `${isAre(found.unknown)} unknown`,
  ].filter((part) => part !== false);
  return `Found ${count(total, 'id')}: ${parts.join(', ')}.`;
}

function isAre(value: number): string {
  return `${value} ${value === 1 ? 'is' : 'are'}`;
}

/** `line 4`, `lines 1 and 9`. */
export function linesWords(lines: readonly number[]): string {
  const MOST = 4;
  const shown = lines.slice(0, MOST).map(String);
  const rest = lines.length - shown.length;
  return `${lines.length === 1 ? 'line' : 'lines'} ${list(rest > 0 ? [...shown, `${rest} more`] : shown)}`;
}
