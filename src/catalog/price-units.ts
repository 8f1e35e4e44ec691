import {
  compareDecimals,
  isNegative,
  isZero,
  multiplyDecimals,
  parseDecimal,
  type Decimal,
} from './decimal.ts';
import type { Facts } from './facts.ts';
import { includesText, isTextAlone } from './modalities.ts';
import { PRICE_KEYS, type PriceKey, type PriceUnit } from './price-keys.ts';

/** The facts that prices are derived from. */
export type PriceFacts = Pick<Facts, 'prices' | 'outputModalities'>;

/** The units of a row's prices, inferred because upstream does not state them. */
export interface RowUnits {
  /** Whether a positive price under a token key is known to be per token. */
  readonly isTokenUnitStated: boolean;
  readonly givesText: boolean;
  readonly givesOnlyText: boolean;
  /** The id ends in `:free`. */
  readonly isFreeVariant: boolean;
  readonly image: PriceUnit | null;
  readonly imageOutput: PriceUnit | null;
}

/** Outputs that upstream bills per token in every case that was checked. */
const TOKEN_OUTPUTS: ReadonlySet<string> = new Set(['text', 'image', 'audio', 'embeddings']);
/**
 * From this multiple of the input price on, an image price is per image. In all captures the factor is at
 * most 2.25 or at least 256.
 */
const MIN_IMAGE_TO_INPUT_RATIO = '100' as Decimal;
/** US dollars. Without an input price to compare with, an image price from this amount on is per image. */
const MIN_IMAGE_PRICE = '0.001' as Decimal;

/**
 * Infers the units from a row's base prices and outputs. A row without outputs predates output modalities,
 * when every model was text-only. An empty list gives no information.
 */
export function rowUnits(id: string, { prices, outputModalities }: PriceFacts): RowUnits {
  const isFreeVariant = id.endsWith(':free');
  const positive = (key: PriceKey): Decimal | null => positiveOf(prices[key]);
  const isTokenUnitStated =
    isTextAlone(outputModalities) ||
    areTokenOutputs(outputModalities ?? []) ||
    (positive('input') !== null && positive('output') !== null);
  return {
    isTokenUnitStated,
    givesText: includesText(outputModalities),
    givesOnlyText: isTextAlone(outputModalities),
    isFreeVariant,
    image: imageUnit(positive('image'), positive('input'), isFreeVariant),
    imageOutput: imageOutputUnit(positive('imageOutput'), positive('imageToken'), positive('output')),
  };
}

function areTokenOutputs(outputs: readonly string[]): boolean {
  return outputs.length > 0 && outputs.every((modality) => TOKEN_OUTPUTS.has(modality));
}

/** The unit of a positive price of the row; `null` where it is not known. */
export function unitOf(key: PriceKey, row: RowUnits): PriceUnit | null {
  const unit = key === 'image' || key === 'imageOutput' ? row[key] : PRICE_KEYS[key].unit;
  const isByUse = unit === 'request' || unit === 'search';
  return row.isTokenUnitStated || isByUse ? unit : null;
}

function imageUnit(image: Decimal | null, input: Decimal | null, isFreeVariant: boolean): PriceUnit | null {
  if (image === null) return null;
  if (input === null) {
    return !isFreeVariant && compareDecimals(image, MIN_IMAGE_PRICE) >= 0 ? 'image' : null;
  }
  if (compareDecimals(image, input) === 0) return 'million image tokens';
  return compareDecimals(image, multiplyDecimals(input, MIN_IMAGE_TO_INPUT_RATIO)) >= 0 ? 'image' : null;
}

function imageOutputUnit(
  imageOutput: Decimal | null,
  imageToken: Decimal | null,
  output: Decimal | null,
): PriceUnit | null {
  if (imageOutput === null) return null;
  const isByToken = imageToken !== null && compareDecimals(imageOutput, imageToken) === 0;
  return isByToken || output !== null ? 'million image tokens' : null;
}

function positiveOf(text: string | undefined): Decimal | null {
  const value = text === undefined ? null : parseDecimal(text);
  return value === null || isNegative(value) || isZero(value) ? null : value;
}
