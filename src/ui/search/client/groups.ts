import type { Landmark } from '../../../search/landmarks.ts';
import type { SearchResult } from '../../../search/rows.ts';
import { count } from '../../../catalog/format.ts';
import type { Found } from './engine.ts';
import { landmarkRow, modelRow } from './rows.ts';

/** The groups of a list of results. */

const LANDMARKS = 3;
const PARTIAL = 'No listed model has all of these words.';
const PARTIAL_BUT_RETIRED = 'Only retired models have all of these words.';

/** A title and the rows below it. */
export type Group = readonly [title: string, rows: HTMLElement[]];

/**
 * The best models, at most `limit`, then authors and categories. Models keep their order: a retired one may
 * come first.
 */
export function groupsOf({ answer, names, landmarks }: Found, limit: number): Group[] {
  const words = answer.query.words.map(({ text }) => text);
  const runs: SearchResult[][] = [];
  for (const result of answer.results.slice(0, limit)) {
    const run = runs.at(-1);
    if (run?.[0] && isRetired(run[0]) === isRetired(result)) run.push(result);
    else runs.push([result]);
  }
  const places = (kind: Landmark['kind']): HTMLElement[] =>
    landmarks
      .filter((landmark) => landmark.kind === kind)
      .slice(0, LANDMARKS)
      .map((landmark) => landmarkRow(landmark, words, names));
  return [
    ...runs.map((run): Group => [
      run[0] && isRetired(run[0]) ? 'Retired' : 'Models',
      run.map((result) => modelRow(result, words, names)),
    ]),
    ['Authors', places('author')],
    ['Categories', places('category')],
  ];
}

/**
 * A note for results without a listed model that matches the whole query; `null` if there is such a model.
 */
export function partialNote({ answer }: Found): string | null {
  const [first] = answer.results;
  if (!first || answer.missing === 0) return null;
  return isRetired(first) ? PARTIAL_BUT_RETIRED : PARTIAL;
}

/** The number of listed models, and of retired ones. */
export function countModels(results: readonly SearchResult[]): string {
  const retired = results.filter(isRetired).length;
  const listed = count(results.length - retired, 'model');
  if (retired === 0) return listed;
  return retired === results.length ? count(retired, 'retired model') : `${listed} and ${retired} retired`;
}

function isRetired({ entry }: SearchResult): boolean {
  return entry.retired !== null;
}
