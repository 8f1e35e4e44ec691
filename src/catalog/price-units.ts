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

/** What a row's prices are read from. */
export type PriceFacts = Pick<Facts, 'prices' | 'outputModalities'>;

/** What one row tells of the units of its prices, which upstream does not name. */
export interface RowUnits {
  /** Whether a positive price under a key of tokens is per token. */
  readonly isTokenUnitStated: boolean;
  readonly givesText: boolean;
  readonly givesOnlyText: boolean;
  /** The id ends in `:free`. */
  readonly isFreeVariant: boolean;
  readonly image: PriceUnit | null;
  readonly imageOutput: PriceUnit | null;
}

/** Outputs that upstream bills by the token wherever their unit was checked. */
const TOKEN_OUTPUTS: ReadonlySet<string> = new Set(['text', 'image', 'audio', 'embeddings']);
/** An image price that is so many times the input price is per image: in every capture the factor is at most 2.25 or at least 256. */
const LEAST_PER_IMAGE = '100' as Decimal;
/** US dollars. Without an input price to compare with, so much is the price of an image and not of a token. */
const LEAST_IMAGE_PRICE = '0.001' as Decimal;

/**
 * Reads the units off a row's base prices and outputs. A row that names no outputs is from before upstream named any, when every
 * model gave text; an empty list says nothing.
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

/** The unit of a positive price of the row; `null` where upstream does not give it. */
export function unitOf(key: PriceKey, row: RowUnits): PriceUnit | null {
  const unit = key === 'image' || key === 'imageOutput' ? row[key] : PRICE_KEYS[key].unit;
  const isByUse = unit === 'request' || unit === 'search';
  return row.isTokenUnitStated || isByUse ? unit : null;
}

function imageUnit(image: Decimal | null, input: Decimal | null, isFreeVariant: boolean): PriceUnit | null {
  if (image === null) return null;
  if (input === null) {
    return !isFreeVariant && compareDecimals(image, LEAST_IMAGE_PRICE) >= 0 ? 'image' : null;
  }
  if (compareDecimals(image, input) === 0) return 'million image tokens';
  return compareDecimals(image, multiplyDecimals(input, LEAST_PER_IMAGE)) >= 0 ? 'image' : null;
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
