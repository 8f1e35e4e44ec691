import type { Decimal } from '../../catalog/decimal.ts';
import { count, integer, list } from '../../catalog/format.ts';
import { modalityInfo } from '../../catalog/modalities.ts';
import type { Move } from '../../catalog/price-change.ts';
import { cleanWords } from '../../catalog/text.ts';

/** One line of a change: a label, then `old → new` or words. Plain text, not escaped. */
export interface ChangeLine {
  readonly label: string;
  readonly text: string;
  /** New ÷ old; `null` if there is no ratio. */
  readonly ratio: Decimal | null;
  /** Whether it is a price, where a rise is bad news. */
  readonly isPrice: boolean;
  /** The direction of a price change that has no percentage. */
  readonly direction: Move['direction'] | null;
}

/** A change in words. Plain text, not escaped. */
export interface ChangeWords {
  /** To follow the model's name: `price down 17%`. */
  readonly headline: string;
  /** The details, one fact each, such as `Input: $3.00 → $2.50 per million tokens, down 17%`. */
  readonly lines: readonly string[];
}

/** The words added to a list and removed from it. */
export interface Exchange {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function textLine(label: string, text: string): ChangeLine {
  return { label, text, ratio: null, isPrice: false, direction: null };
}

export function arrow(old: string, now: string): string {
  return `${old} → ${now}`;
}

/** `+ tools, tool_choice; − logprobs`. */
export function exchangeText({ added, removed }: Exchange): string {
  return [
    ...(added.length > 0 ? [`+ ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`− ${removed.join(', ')}`] : []),
  ].join('; ');
}

/** `3 parameters more, 1 fewer`. */
export function exchangeCount({ added, removed }: Exchange, noun: string): string {
  if (removed.length === 0) return `${count(added.length, noun)} more`;
  if (added.length === 0) return `${count(removed.length, noun)} fewer`;
  return `${count(added.length, noun)} more, ${integer(removed.length)} fewer`;
}

/** A line for the added words and a line for the removed words. */
export function exchangeLines({ added, removed }: Exchange, heading: string): readonly string[] {
  return [
    ...(added.length > 0 ? [`${heading}, added: ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`${heading}, removed: ${removed.join(', ')}`] : []),
  ];
}

export function modalityNouns(modalities: readonly string[]): readonly string[] {
  return cleanWords(modalities).map((name) => modalityInfo(name).noun);
}

/** `text, images and files`. */
export function modalityList(modalities: readonly string[]): string {
  return list(modalityNouns(modalities));
}
