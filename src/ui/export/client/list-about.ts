import { count } from '../../../catalog/figures.ts';

/** What is to be said of an exported list. */
interface Exported {
  /** What it is filtered and sorted by, as the page says it. */
  readonly words: string;
  /** The number of variants shown under their models, and of those left out because they are folded. */
  readonly unfolded: number;
  readonly folded: number;
  /** `YYYY-MM-DD`. */
  readonly today: string;
}

/** `12 of 337 models: tools, free. By input price, lowest first. Without 3 variants folded under them. …` */
export function listAbout({ words, unfolded, folded, today }: Exported): string {
  return [
    /[.?!]$/.test(words) ? words : `${words}.`,
    unfolded > 0 && `With ${count(unfolded, 'variant')} shown under them.`,
    folded > 0 && `Without ${count(folded, 'variant')} folded under them.`,
    `Data as of ${today}.`,
  ]
    .filter((sentence) => sentence !== false)
    .join(' ');
}
