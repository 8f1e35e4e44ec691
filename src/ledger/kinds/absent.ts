import { count, date } from '../../catalog/format.ts';
import { PLAIN, type Presentation } from './kind.ts';
import { textLine } from './words.ts';

/** Not listed for at most a week. Values that differ afterwards are separate changes. */
interface Absence {
  /** ISO time of the first capture without the model. */
  readonly since: string;
  readonly days: number;
}

export const absent = {
  shown: {
    ...PLAIN,
    topic: 'gone',
    weight: 150,
    lines: ({ days }) => [textLine('Returned', `missing for ${daysText(days)}`)],
    words: ({ since, days }) => ({
      headline: `unlisted for ${daysText(days)}, then listed again`,
      lines: [`First absent on ${date(since)}.`],
    }),
  },
} as const satisfies { readonly shown: Presentation<Absence> };

function daysText(days: number): string {
  return count(Math.max(1, Math.round(days)), 'day');
}
