import { count, integer } from '../../catalog/figures.ts';
import { chartMonth } from './months.ts';

/** What the points of charts say, under the pointer and in focus. */

interface InMonth {
  readonly month: string;
  /** ISO time of the last capture of the month. */
  readonly at: string;
}

/** `July 2026: median $0.40; half of the models from $0.15 to $1.25`. The figures are texts. */
export function bandPointWords(
  { month, at }: InMonth,
  { lower, median, upper }: Readonly<Record<'lower' | 'median' | 'upper', string>>,
): string {
  return `${chartMonth(month, at)}: median ${median}; half of the models from ${lower} to ${upper}`;
}

/** `August 2026, to Aug 22: 421 listed`. */
export function listedPointWords({ month, at, listed }: InMonth & { readonly listed: number }): string {
  return `${chartMonth(month, at)}: ${integer(listed)} listed`;
}

/** `July 2026: 62 added, 35 removed, 1 returned`. */
export function flowPointWords({
  month,
  at,
  added,
  gone,
  returned,
}: InMonth & Readonly<Record<'added' | 'gone' | 'returned', number>>): string {
  return `${chartMonth(month, at)}: ${integer(added)} added, ${integer(gone)} removed, ${integer(returned)} returned`;
}

/** `OpenAI: median $3.40, from $0.05 to $262; 41 paid models`. The prices are texts. */
export function authorPointWords(
  author: string,
  {
    lowest,
    median,
    highest,
    models,
  }: Readonly<Record<'lowest' | 'median' | 'highest', string>> & { readonly models: number },
): string {
  return `${author}: median ${median}, from ${lowest} to ${highest}; ${count(models, 'paid model')}`;
}
