import { DAY_MS } from '../../catalog/day.ts';
import type { Decimal } from '../../catalog/decimal.ts';
import { plainText } from '../../catalog/figures.ts';
import { splitId } from '../../catalog/id.ts';
import { isAmount, NOTHING_KNOWN, type Filterable, type FilterPrice } from '../filterable.ts';

/** Filter data of many models in columns, because columns of similar values compress best. */

/** Encodes and decodes one column as JSON. */
interface Codec<Value, Column = unknown> {
  encode(values: readonly Value[]): Column;
  decode(column: Column, length: number): readonly Value[];
}

/** Values that are valid JSON already: text, numbers and `null`. */
const plain = <Value>(): Codec<Value, readonly Value[]> => ({
  encode: (values) => values,
  decode: (column) => column,
});

/** Free is 0, because no amount is 0. */
type PriceCode = number | Exclude<FilterPrice, Decimal | 'free'>;

/** A double keeps all twelve digits. */
const price: Codec<FilterPrice, readonly PriceCode[]> = {
  encode: (values) => values.map((value) => (isAmount(value) ? Number(value) : value === 'free' ? 0 : value)),
  decode: (codes) => {
    // Many models have the same price.
    const decoded = new Map<PriceCode, FilterPrice>([[0, 'free']]);
    return codes.map((code) => {
      if (typeof code !== 'number') return code;
      let text = decoded.get(code);
      if (text === undefined) decoded.set(code, (text = plainText(code) as Decimal));
      return text;
    });
  },
};

/** Days since 1970-01-01. */
const day: Codec<string | null, readonly (number | null)[]> = {
  encode: (values) => values.map((value) => (value === null ? null : toDay(value))),
  decode: (days) => {
    const decoded = new Map<number | null, string | null>([[null, null]]);
    return days.map((value) => {
      let text = decoded.get(value);
      if (text === undefined) decoded.set(value, (text = fromDay(value ?? 0)));
      return text;
    });
  },
};

function toDay(date: string): number {
  return Date.parse(date) / DAY_MS;
}

function fromDay(days: number): string {
  return new Date(days * DAY_MS).toISOString().slice(0, 10);
}

/** 1 is yes, 0 is no. */
const known: Codec<boolean | null, readonly (0 | 1 | null)[]> = {
  encode: (values) => values.map((value) => (value === null ? null : value ? 1 : 0)),
  decode: (codes) => codes.map((code) => (code === null ? null : code === 1)),
};

/** The indexes of `true` values. */
const sparse: Codec<boolean, readonly number[]> = {
  encode: (values) => values.flatMap((value, place) => (value ? [place] : [])),
  decode: (places, length) => {
    const held = new Set(places);
    return Array.from({ length }, (_, place) => held.has(place));
  },
};

interface SparseDays {
  readonly places: readonly number[];
  readonly days: readonly number[];
}

/** Days, for columns in which few rows have one. */
const sparseDay: Codec<string | null, SparseDays> = {
  encode: (values) => {
    const held = values.flatMap((value, place) => (value === null ? [] : [{ place, day: toDay(value) }]));
    return { places: held.map(({ place }) => place), days: held.map(({ day: own }) => own) };
  },
  decode: ({ places, days }, length) => {
    const held = new Map(places.map((place, at) => [place, fromDay(days[at] ?? 0)]));
    return Array.from({ length }, (_, place) => held.get(place) ?? null);
  },
};

interface Sets {
  /** All distinct texts of the column. */
  readonly texts: readonly string[];
  /** All distinct lists of the column, as indexes into `texts`. */
  readonly lists: readonly (readonly number[])[];
  /** For each model the index of its list. */
  readonly of: readonly number[];
}

/** Lists of texts with many duplicates. */
const lists = <Text extends string>(): Codec<readonly Text[], Sets> => ({
  encode: (values) => {
    const texts = [...new Set(values.flat())].sort();
    const placeOf = new Map<string, number>(texts.map((text, place) => [text, place]));
    const coded = values.map((list) => list.map((text) => placeOf.get(text) ?? 0));
    const distinct = new Map(coded.map((list) => [list.join(), list]));
    const places = new Map([...distinct.keys()].map((key, place) => [key, place]));
    return { texts, lists: [...distinct.values()], of: coded.map((list) => places.get(list.join()) ?? 0) };
  },
  decode: (sets) => {
    const decoded = sets.lists.map((list) => list.map((place) => sets.texts[place] as Text));
    return sets.of.map((place) => decoded[place] ?? []);
  },
});

/** The fields that cannot be derived from the id. */
type Packed = Omit<Filterable, 'id' | 'author' | 'isVariant'>;

const COLUMNS: { readonly [Field in keyof Packed]: Codec<Packed[Field]> } = {
  inputModalities: lists(),
  outputModalities: lists(),
  capabilities: lists(),
  parameters: lists(),
  categories: lists(),
  input: price,
  output: price,
  payment: plain(),
  hasOpenWeights: known,
  context: plain(),
  maxOutput: plain(),
  addedOn: day,
  knowledgeCutoff: plain(),
  isModerated: known,
  isStable: known,
  isRouter: sparse,
  isRetiring: sparse,
  retired: sparseDay,
};
export type FilterField = keyof Packed;
const FIELDS = Object.keys(COLUMNS) as FilterField[];

/** One column per field. */
export type FilterRows = Readonly<Record<FilterField, unknown>>;

export function encodeFilterables(all: readonly Filterable[]): FilterRows {
  return encodeFields(all, FIELDS) as FilterRows;
}

/** The columns of some fields. */
export function encodeFields(
  all: readonly Filterable[],
  fields: readonly FilterField[],
): Partial<FilterRows> {
  const encode = (field: FilterField): unknown =>
    (COLUMNS[field] as Codec<unknown>).encode(all.map((one) => one[field]));
  return Object.fromEntries(fields.map((field) => [field, encode(field)]));
}

/** `ids` are the row ids in order. The values of a missing column are unknown. */
export function decodeFilterables(rows: Partial<FilterRows>, ids: readonly string[]): Filterable[] {
  const all = ids.map((id) => {
    const parts = splitId(id);
    return {
      ...NOTHING_KNOWN,
      id,
      author: parts?.author ?? '',
      isVariant: (parts?.variant ?? null) !== null,
    };
  });
  setFields(all, rows);
  return all;
}

/** Sets the fields of these columns. */
export function setFields(all: readonly Filterable[], rows: Partial<FilterRows>): void {
  for (const field of FIELDS) {
    if (!(field in rows)) continue;
    const values = (COLUMNS[field] as Codec<unknown>).decode(rows[field], all.length);
    all.forEach((one, place) => {
      (one as unknown as Record<string, unknown>)[field] = values[place];
    });
  }
}
