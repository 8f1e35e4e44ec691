import { count, list } from '../../../catalog/format.ts';
import { MAX_COMPARED } from './choice.ts';

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
