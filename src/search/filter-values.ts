import { cellUsd } from '../catalog/figures.ts';

/** The values of filters as text in URLs. */

/** The texts between commas, without duplicates. */
export function listIn(text: string): string[] {
  return [...new Set(text.split(',').map((part) => part.trim()))].filter((part) => part !== '');
}

const MULTIPLES: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, b: 1e9 };

/** Tokens as text without a unit: `200k` → `200000`; `null` if invalid. */
export function readTokens(text: string): string | null {
  const [, digits = '', multiple = ''] = /^(\d{1,12}(?:\.\d{1,9})?)([kmb]?)$/i.exec(text) ?? [];
  if (digits === '') return null;
  return String(Math.round(Number(digits) * (MULTIPLES[multiple.toLowerCase()] ?? 1)));
}

/** US dollars in canonical form: `$0.50` → `0.5`; `null` if invalid. */
export function readUsd(text: string): string | null {
  const [, whole, fraction = ''] = /^\$?(\d{1,12})(?:\.(\d{1,24}))?$/.exec(text) ?? [];
  if (whole === undefined) return null;
  const kept = fraction.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '') + (kept === '' ? '' : `.${kept}`);
}

/** `$2`, `$0.50`. */
export function usdWord(usd: string): string {
  return usd.includes('.') ? cellUsd(usd) : `$${usd}`;
}
