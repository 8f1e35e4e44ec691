import { DAY_MINUTES } from './day.ts';
import { clock, faithfulTokens } from './figures.ts';
import type { Model } from './model.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, type PriceKey } from './price-keys.ts';
import { priceOf, sortValue, type Price, type Prices } from './price.ts';
import { priceAt, WEEK, type Moment } from './tiers.ts';
import { conditionsOf, momentIn, slotsOf, uniqueAscending, type Slot } from './time-slots.ts';

/** All prices of a model: one row per price, one column per case in which prices differ. */
interface PriceTable {
  /**
   * `Price` for a single column; otherwise for example `Prompt up to 200K`, `Above 200K`, `10:00–01:00 UTC`.
   */
  readonly headings: readonly string[];
  readonly rows: readonly PriceRow[];
}

interface PriceRow {
  readonly key: PriceKey;
  /** One per heading. */
  readonly cells: readonly Price[];
}

type Priced = Pick<Model, 'prices' | 'tiers'>;

/** Prompts with more than `above` and at most `upTo` tokens. */
interface Band {
  readonly above: number;
  readonly upTo: number;
}

/** Times with the same prices; without slots when prices do not depend on the time. */
interface Season {
  readonly at: Moment | null;
  readonly slots: readonly Slot[];
}

/** Input and output always have a row; another price has one if any case bills it. */
export function priceTable(model: Priced): PriceTable {
  const seasons = seasonsOf(model);
  const bands = bandsOf(model, seasons);
  const cases = bands.flatMap((band) => seasons.map((season) => ({ band, season })));
  const prices = cases.map(({ band, season }) => pricesIn(model, band, season));
  const rows = PRICE_KEY_ORDER.map((key) => ({ key, cells: prices.map((each) => priceOf(each, key)) }));
  return {
    headings: cases.map(({ band, season }) => heading(band, season)),
    rows: rows.filter(({ key, cells }) => isMainPriceKey(key) || cells.some(({ kind }) => kind !== 'none')),
  };
}

function pricesIn(model: Priced, band: Band, { at }: Season): Prices {
  return priceAt(model, { promptTokens: band.above + 1, ...(at && { at }) });
}

// Bands of prompt length

/**
 * Ranges of prompt length with different prices, shortest first. Prices are evaluated at each threshold,
 * because tiers combine.
 */
function bandsOf(model: Priced, seasons: readonly Season[]): Band[] {
  const edges = conditionsOf(model, 'prompt-above')
    .map(({ tokens }) => tokens)
    .filter((tokens) => tokens > 0);
  const starts = [0, ...uniqueAscending(edges)];
  const bands: Band[] = [];
  let last = '';
  for (const above of starts) {
    const band = { above, upTo: Number.POSITIVE_INFINITY };
    const print = JSON.stringify(seasons.map((season) => pricesIn(model, band, season)));
    if (print === last) continue;
    const before = bands.pop();
    if (before) bands.push({ ...before, upTo: above });
    bands.push(band);
    last = print;
  }
  return bands;
}

// Seasons: times of day and week with the same prices

/** Cheapest first, because readers plan for the cheapest time. */
function seasonsOf(model: Priced): Season[] {
  const slots = slotsOf(model);
  if (slots.length === 0) return [{ at: null, slots: [] }];
  const thresholds = [0, ...conditionsOf(model, 'prompt-above').map(({ tokens }) => tokens)];
  const byPrint = Map.groupBy(slots, (slot) =>
    JSON.stringify(
      thresholds.map((above) => priceAt(model, { promptTokens: above + 1, at: momentIn(slot) })),
    ),
  );
  // If the prices are the same at all times, they do not depend on the time.
  const seasons = [...byPrint.values()].map((same) => ({
    at: same[0] ? momentIn(same[0]) : null,
    slots: byPrint.size === 1 ? [] : same,
  }));
  const cost = (season: Season) => sortValue(pricesIn(model, { above: 0, upTo: 0 }, season).input) ?? 0;
  return seasons.sort((a, b) => cost(a) - cost(b));
}

// Headings

function heading(band: Band, season: Season): string {
  const parts = [bandText(band), seasonText(season.slots)].filter((part) => part !== '');
  return parts.length === 0 ? 'Price' : parts.join(', ');
}

function bandText({ above, upTo }: Band): string {
  if (upTo === Number.POSITIVE_INFINITY) return above === 0 ? '' : `Above ${faithfulTokens(above)}`;
  return above === 0
    ? `Prompt up to ${faithfulTokens(upTo)}`
    : `${faithfulTokens(above)} to ${faithfulTokens(upTo)}`;
}

/** `10:00–01:00, 04:00–06:00 UTC`, `Mon–Fri 08:00–18:00 UTC`, `Sat, Sun UTC`. */
function seasonText(slots: readonly Slot[]): string {
  if (slots.length === 0) return '';
  const byDay = Map.groupBy(slots, ({ day }) => day);
  const daysByHours = Map.groupBy([...byDay.keys()], (day) => hoursText(byDay.get(day) ?? [], day === 'any'));
  const parts = [...daysByHours].map(([hours, days]) => [daysText(days), hours].filter(Boolean).join(' '));
  return `${parts.join('; ')} UTC`;
}

/** The time windows of one day. With `wraps`, a window may wrap past midnight. Empty for a whole day. */
function hoursText(slots: readonly Slot[], wraps: boolean): string {
  const windows: { start: number; end: number }[] = [];
  for (const { start, end } of slots) {
    const last = windows.at(-1);
    if (last?.end === start) last.end = end;
    else windows.push({ start, end });
  }
  const [first, last] = [windows[0], windows.at(-1)];
  if (wraps && first && last && first !== last && first.start === 0 && last.end === DAY_MINUTES) {
    last.end = first.end;
    windows.shift();
  }
  const isWholeDay = first === last && first?.start === 0 && first.end === DAY_MINUTES;
  return isWholeDay ? '' : windows.map(({ start, end }) => `${clock(start)}–${clock(end)}`).join(', ');
}

/** `Mon–Fri`, `Sat, Sun`; empty where prices are the same on every day. */
function daysText(days: readonly string[]): string {
  if (days.includes('any')) return '';
  const places = WEEK.flatMap((day, place) => (days.includes(day) ? [place] : []));
  const runs: number[][] = [];
  for (const place of places) {
    const run = runs.at(-1);
    if (run?.at(-1) === place - 1) run.push(place);
    else runs.push([place]);
  }
  return runs.map(runText).join(', ');
}

function runText(places: readonly number[]): string {
  const names = places.map((place) => shortDay(WEEK[place] ?? ''));
  return names.length > 2 ? `${names[0] ?? ''}–${names.at(-1) ?? ''}` : names.join(', ');
}

function shortDay(day: string): string {
  return day.charAt(0).toUpperCase() + day.slice(1, 3);
}
