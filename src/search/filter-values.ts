import { cellUsd } from '../catalog/figures.ts';

/** The values of filters as text in URLs. */

/** The texts between commas, without duplicates. */
export function listIn(text: string): string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '');
}

const NUMBER = /^(\d{1,12}|\d{1,3}(?:,\d{3}){1,3}|(?=\.))(?:\.(\d{1,24}))?$/;

/** A number as people write it, in plain digits: `1,048,576` → `1048576`, `.50` → `0.5`; else `null`. */
export function readDecimal(text: string): string | null {
  const [, whole, fraction = ''] = NUMBER.exec(text) ?? [];
  if (whole === undefined) return null;
  const kept = fraction.replace(/0+$/, '');
  return (whole.replaceAll(',', '').replace(/^0+(?=\d)/, '') || '0') + (kept === '' ? '' : `.${kept}`);
}

/** The number of zeros that a letter stands for. */
const ZEROS: Readonly<Record<string, number>> = { k: 3, m: 6, b: 9 };

/**
 * A whole number of tokens as text without a unit: `200k`, `200,000` → `200000`; `null` if invalid. A point
 * without a letter is invalid, because `1.500` is 1,500 to some readers.
 */
export function readTokens(text: string): string | null {
  const [, digits = '', letter = ''] = /^([\d.,]+?)\s?([kmb]?)$/i.exec(text) ?? [];
  const zeros = ZEROS[letter.toLowerCase()] ?? 0;
  if (zeros === 0 && digits.includes('.')) return null;
  const [whole, fraction = ''] = readDecimal(digits)?.split('.') ?? [];
  if (whole === undefined || fraction.length > zeros) return null;
  return (whole + fraction.padEnd(zeros, '0')).replace(/^0+(?=\d)/, '');
}

/** US dollars in canonical form: `$0.50`, `$.50` → `0.5`; `null` if invalid. */
export function readUsd(text: string): string | null {
  return readDecimal(text.replace(/^\$\s?/, ''));
}

/** `$2`, `$0.50`. */
export function usdWord(usd: string): string {
  return usd.includes('.') ? cellUsd(usd) : `$${usd}`;
}
