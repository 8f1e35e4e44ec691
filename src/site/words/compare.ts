import { count, list } from '../../catalog/format.ts';

/** More columns cannot be read. */
export const MAX_COMPARED = 6;

/** What stands above a comparison, in sentences. */
interface Standing {
  /** The number of models that are shown. */
  readonly shown: number;
  /** The name of the only model, where it is one. */
  readonly only: string | null;
  readonly unknown: readonly string[];
  readonly failed: readonly string[];
  readonly leftOut: readonly string[];
}

/** What is wrong or missing, the most important first. */
export function noticesOf({ shown, only, unknown, failed, leftOut }: Standing): readonly string[] {
  return [
    ...(unknown.length === 0
      ? []
      : [
          `${unknown.length === 1 ? 'No model has the id' : 'No models have the ids'} ${list(unknown)}. ${
            unknown.length === 1 ? 'It is' : 'They are'
          } left out.`,
        ]),
    ...(failed.length === 0
      ? []
      : [`The data of ${list(failed)} could not be loaded. Check your connection and try again.`]),
    ...(leftOut.length === 0
      ? []
      : [`At most ${MAX_COMPARED} models can be compared at once. Left out: ${list(leftOut)}.`]),
    ...(shown > 1 ? [] : [shown === 1 ? oneWords(only ?? 'it') : NONE_WORDS]),
  ];
}

const NONE_WORDS =
  'Add two to six models: search for them above, or use Compare in any list and on the page of any model.';

function oneWords(name: string): string {
  return `Add a second model to compare ${name} with.`;
}

/** The heading: `Compare 4 models`. */
export function headingOf(shown: number): string {
  return shown < 2 ? 'Compare models' : `Compare ${count(shown, 'model')}`;
}

/** What the tray says of the chosen models: `4 of 6 to compare.` `isFull`: one more was asked for. */
export function choiceWords({
  count: chosen,
  isFull,
  isKept,
}: {
  readonly count: number;
  readonly isFull: boolean;
  readonly isKept: boolean;
}): string {
  return [
    `${chosen} of ${MAX_COMPARED} to compare.`,
    ...(isFull ? ['That is the most: remove one first.'] : []),
    ...(isKept ? [] : ['This browser does not keep them after you leave the page.']),
  ].join(' ');
}

/** The link of the tray. One model alone leads to the page where others are added. */
export function trayLinkText(chosen: number): string {
  return chosen < 2 ? 'Add another to compare' : `Compare ${count(chosen, 'model')}`;
}
