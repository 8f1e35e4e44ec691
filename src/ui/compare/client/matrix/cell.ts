import type { Decimal } from '../../../../catalog/decimal.ts';
import type { ModelRecord } from '../../../../outputs/record/record.ts';

/** One value of a model in a comparison. */
export interface Cell {
  readonly text: string;
  /** Every digit, for exports; `null` where `text` has them. */
  readonly exact: string | null;
  /** Smaller lines below the text. */
  readonly notes: readonly string[];
  readonly sign: 'yes' | 'no' | null;
  /** Whether the value is missing or not known. */
  readonly isMissing: boolean;
  /** A number that others of the same unit can be compared with. */
  readonly amount: Decimal | null;
  readonly unit: string;
  /** Equal for values that are the same to a reader. */
  readonly key: string;
}

/** One fact of all compared models. */
export interface Row {
  readonly label: string;
  /** Whether the label is the name of a parameter. */
  readonly isCode?: true;
  /** Which amount is the best; left out where none is. */
  readonly best?: 'lowest' | 'highest';
  /** What amounts are: prices and costs are cheaper or more, limits less or more. Left out for no ratios. */
  readonly ratio?: 'price' | 'limit';
  /** In the order of the models. */
  readonly cells: readonly Cell[];
}

export interface Group {
  readonly title: string;
  /** Who measured, with a link. */
  readonly attribution?: { readonly name: string; readonly href: string };
  readonly rows: readonly Row[];
}

const PLAIN = { exact: null, notes: [], sign: null, isMissing: false, amount: null, unit: '' } as const;

export function textCell(text: string, notes: readonly string[] = []): Cell {
  return { ...PLAIN, text, notes, key: JSON.stringify([text, notes]) };
}

/** A value that is not known, in words: `not stated`, `not recorded`. */
export function missingCell(text: string, notes: readonly string[] = []): Cell {
  return { ...textCell(text, notes), isMissing: true };
}

export function amountCell(
  amount: Decimal,
  text: string,
  over: Partial<Pick<Cell, 'exact' | 'notes' | 'unit' | 'key'>> = {},
): Cell {
  return { ...PLAIN, text, amount, key: `${amount} ${over.unit ?? ''}`, ...over };
}

export function signCell(isYes: boolean, text = isYes ? 'Yes' : 'No'): Cell {
  return { ...PLAIN, text, sign: isYes ? 'yes' : 'no', key: text };
}

const NOT_STATED = missingCell('not stated');
/** The ledger does not store it, so it is not known of a model that is not listed. */
export const NOT_RECORDED = missingCell('not recorded');

/** Whether what the record has is of the capture, and not of the ledger. */
export function isListed({ status }: ModelRecord): boolean {
  return status.kind === 'listed' || status.kind === 'retiring';
}

/** Why a value is missing. */
export function unknownCell(record: ModelRecord): Cell {
  return isListed(record) ? NOT_STATED : NOT_RECORDED;
}

export function rowOf(
  records: readonly ModelRecord[],
  label: string,
  cellOf: (record: ModelRecord) => Cell,
  over: Pick<Row, 'isCode' | 'best' | 'ratio'> = {},
): Row {
  return { label, cells: records.map(cellOf), ...over };
}
