import { capitalize, faithfulTokens } from './figures.ts';
import type { Model } from './model.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, type PriceKey } from './price-keys.ts';
import { priceOf, sortValue, type Price, type Prices } from './price.ts';
import { slotWords } from './slot-words.ts';
import { priceAt, type Moment } from './tiers.ts';
import { conditionsOf, momentIn, slotsOf, uniqueAscending, type Slot } from './time-slots.ts';

/** All prices of a model: one row per price, one column per case in which prices differ. */
interface PriceTable {
  /**
   * `Price` for a single column; otherwise for example `Prompt up to 200K`, `Above 200K`, `Off-peak:
   * 10:00–01:00 UTC`.
   */
  readonly headings: readonly string[];
  /** The same with the hours apart; `null` where prices do not depend on the time. */
  readonly times: readonly (Times | null)[];
  readonly rows: readonly PriceRow[];
}

/** When the prices of a column hold. */
interface Times {
  /** The heading without the hours; empty where it has nothing else. */
  readonly name: string;
  readonly slots: readonly Slot[];
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
  /** `off-peak` and `peak` where there are two; else empty. */
  readonly name: string;
}

interface Case {
  readonly band: Band;
  readonly season: Season;
}

/** Input and output always have a row; another price has one if any case bills it. */
export function priceTable(model: Priced): PriceTable {
  const seasons = seasonsOf(model);
  const bands = bandsOf(model, seasons);
  const cases = bands.flatMap((band) => seasons.map((season) => ({ band, season })));
  const prices = cases.map(({ band, season }) => pricesIn(model, band, season));
  const rows = PRICE_KEY_ORDER.map((key) => ({ key, cells: prices.map((each) => priceOf(each, key)) }));
  return {
    headings: cases.map((one) => headingOf(one, hoursOf(one.season)) || 'Price'),
    times: cases.map((one) => {
      const { slots } = one.season;
      return slots.length === 0 ? null : { name: headingOf(one, ''), slots };
    }),
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
  if (slots.length === 0) return [{ at: null, slots: [], name: '' }];
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
    name: '',
  }));
  const cost = (season: Season) => sortValue(pricesIn(model, { above: 0, upTo: 0 }, season).input) ?? 0;
  const [low, high, ...others] = seasons.toSorted((a, b) => cost(a) - cost(b));
  if (!low || !high) return seasons;
  const isNamed = others.length === 0 && cost(low) < cost(high);
  return isNamed
    ? [
        { ...low, name: 'off-peak' },
        { ...high, name: 'peak' },
      ]
    : [low, high, ...others];
}

// Headings

/** `Above 200K, off-peak: 10:00–01:00 UTC`; without the hours `Above 200K, off-peak`. May be empty. */
function headingOf({ band, season }: Case, hours: string): string {
  const when = [season.name, hours].filter(Boolean).join(': ');
  return capitalize([bandText(band), when].filter(Boolean).join(', '));
}

function hoursOf({ slots }: Season): string {
  return slots.length === 0 ? '' : `${slotWords(slots)} UTC`;
}

function bandText({ above, upTo }: Band): string {
  if (upTo === Number.POSITIVE_INFINITY) return above === 0 ? '' : `Above ${faithfulTokens(above)}`;
  return above === 0
    ? `Prompt up to ${faithfulTokens(upTo)}`
    : `${faithfulTokens(above)} to ${faithfulTokens(upTo)}`;
}
