import { faithfulTokens, integer, list, percent } from '../../catalog/figures.ts';
import { isTextAlone, modalityNouns } from '../../catalog/modalities.ts';
import type { PriceScope, Standing, StandingKey, Standings } from '../../catalog/standing.ts';

interface Words {
  readonly better: string;
  readonly worse: string;
  readonly best: string;
  readonly worst: string;
  readonly among: readonly [best: string, worst: string];
  /** The peers where not all of them have the figure. */
  readonly having: string;
}

const price = (having: string): Words => ({
  better: 'Cheaper than',
  worse: 'More expensive than',
  best: 'is cheaper',
  worst: 'is more expensive',
  among: ['Among the cheapest', 'Among the most expensive'],
  having,
});
const length: Words = {
  better: 'Longer than',
  worse: 'Shorter than',
  best: 'is longer',
  worst: 'is shorter',
  among: ['Among the longest', 'Among the shortest'],
  having: 'that state it',
};

const WORDS: Readonly<Record<StandingKey | 'popularity', Words>> = {
  input: price('with an input price'),
  output: price('with an output price'),
  cacheRead: price('with a cached price'),
  context: length,
  maxOutput: length,
  popularity: {
    better: 'Used more than',
    worse: 'Used less than',
    best: 'is used more',
    worst: 'is used less',
    among: ['Among the most used', 'Among the least used'],
    having: 'that are ranked',
  },
};

/** If at least this share of the peers has the same figure, they are counted in words. */
const MANY = 0.1;

/**
 * `Cheaper than 67%`, `Longer than 61% of the 275 that state it`, `None is cheaper`. `peers` is the number of
 * peers that stands elsewhere on the page; the peers of the claim are named where theirs is another.
 */
export function standingWords(key: StandingKey | 'popularity', standing: Standing, peers: number): string {
  const { worse, better, equal, isExact, among } = standing;
  const words = WORDS[key];
  const of = among === peers ? '' : ` of the ${integer(among)} ${words.having}`;
  const same = isExact ? 'the same' : 'about the same';
  if (worse === 0 && better === 0) return `${same === 'the same' ? 'The' : 'About the'} same as all${of}`;
  const claim = ((): string => {
    if (better === 0) return isExact ? `None${of} ${words.best}` : `${words.among[0]}${of}`;
    if (worse === 0) return isExact ? `None${of} ${words.worst}` : `${words.among[1]}${of}`;
    return worse >= better
      ? `${words.better} ${shareText(worse / among)}${of}`
      : `${words.worse} ${shareText(better / among)}${of}`;
  })();
  if (equal === 0 || equal < among * MANY) return claim;
  return `${claim}; ${equal === 1 ? '1 other has' : `${integer(equal)} others have`} ${same}`;
}

/** The length of a standing's bar in percent: longer is better. */
export function standingBar({ worse, among }: Standing): string {
  return percent(worse / among);
}

/** The models that the figures are compared with, in sentences; `null` if none is compared. */
export function peersWords({ outputs, peers, of, scope }: Standings): string | null {
  const keys = Object.keys(of);
  if (keys.length === 0) return null;
  const kind = isTextAlone(outputs)
    ? 'text models that have a price'
    : `models that give ${list(modalityNouns(outputs))} and have a price`;
  const hasPrice = keys.some((key) => key !== 'context' && key !== 'maxOutput');
  return [
    `Compared with the ${integer(peers)} listed ${kind}, without variants.`,
    ...(hasPrice ? [`Prices are compared ${scopeWords(scope)}.`] : []),
    'A longer bar is better.',
  ].join(' ');
}

function scopeWords({ upTo, isHourly }: PriceScope): string {
  const prompts = upTo === null ? 'for short prompts' : `for prompts up to ${faithfulTokens(upTo)}`;
  return isHourly ? `${prompts}, at the hour of the data` : prompts;
}

/** Keeps 99.7% from reading as all, and 0.2% as none. */
function shareText(share: number): string {
  return percent(Math.min(0.99, Math.max(0.01, share)));
}
