import type { Landmark } from '../../../search/landmarks.ts';
import type { SearchResult } from '../../../search/rows.ts';
import { count } from '../../../catalog/format.ts';
import { url } from '../../../site/urls.ts';
import type { Found } from './engine.ts';
import { needPath } from './need-path.ts';
import { landmarkRow, modelRow } from './rows.ts';

/** The groups of a list of results. */

const LANDMARKS = 3;
/** With this many models of the typed words, texts that mention the words help nobody. */
const ENOUGH_MODELS = 3;
const PARTIAL = 'No listed model has all of these words.';
const PARTIAL_BUT_RETIRED = 'Only retired models have all of these words.';

/** A title and the rows below it. */
export type Group = readonly [title: string, rows: HTMLElement[]];

/**
 * What the text asks for, then the best models, at most `limit`, then authors and categories. A model of that
 * name stands before all. Models keep their order: a retired one may come first.
 */
export function groupsOf(found: Found, limit: number): Group[] {
  const { answer, ahead } = found;
  const results = answer.results.slice(0, limit);
  return [
    ...modelGroups(results.slice(0, ahead), found),
    ...leadGroups(found),
    ...modelGroups(results.slice(ahead), found),
    ...landmarkGroups(found),
  ];
}

function modelGroups(results: readonly SearchResult[], { answer, names }: Found): Group[] {
  const words = wordsIn(answer);
  const runs: SearchResult[][] = [];
  for (const result of results) {
    const run = runs.at(-1);
    if (run?.[0] && isRetired(run[0]) === isRetired(result)) run.push(result);
    else runs.push([result]);
  }
  return runs.map((run) => [
    run[0] && isRetired(run[0]) ? 'Retired' : 'Models',
    run.map((result) => modelRow(result, words, names)),
  ]);
}

function leadGroups({ answer, leads, needs, names }: Found): Group[] {
  const [first] = leads;
  if (!first || !needs) return [];
  const words = wordsIn(answer);
  return [
    [
      needs.needTitle(first.need),
      leads.map((lead) => needs.needRow(lead, url(needPath(lead.need)), words, names)),
    ],
  ];
}

/** Authors and categories whose names have the words, besides those that lead. */
function landmarkGroups({ answer, names, landmarks, leads }: Found): Group[] {
  const words = wordsIn(answer);
  const isLead = ({ kind, key }: Landmark): boolean =>
    leads.some(({ need }) =>
      kind === 'author'
        ? need.kind === 'author' && need.slug === key
        : need.kind === 'list' && need.category === key,
    );
  const rows = (kind: Landmark['kind']): HTMLElement[] =>
    landmarks
      .filter((landmark) => landmark.kind === kind && !isLead(landmark))
      .slice(0, LANDMARKS)
      .map((landmark) => landmarkRow(landmark, words, names));
  return [
    ['Authors', rows('author')],
    ['Categories', rows('category')],
  ];
}

function wordsIn({ query }: Found['answer']): string[] {
  return query.words.map(({ text }) => text);
}

/**
 * A note for results without a listed model that matches the whole query; `null` if there is such a model.
 */
export function partialNote({ answer, leads }: Found): string | null {
  const [first] = answer.results;
  if (!first || answer.missing === 0 || leads.length > 0) return null;
  return isRetired(first) ? PARTIAL_BUT_RETIRED : PARTIAL;
}

/** Whether texts may help: the words are no need, and few listed models have all of them. */
export function isWorthMentions({ answer, leads }: Found): boolean {
  const listed = answer.results.filter((result) => !isRetired(result)).length;
  return leads.length === 0 && (answer.missing > 0 || listed < ENOUGH_MODELS);
}

/** `21 models · 19 retired`. */
export function countModels(results: readonly SearchResult[]): string {
  const retired = results.filter(isRetired).length;
  const listed = count(results.length - retired, 'model');
  if (retired === 0) return listed;
  return retired === results.length ? count(retired, 'retired model') : `${listed} · ${retired} retired`;
}

function isRetired({ entry }: SearchResult): boolean {
  return entry.retired !== null;
}
