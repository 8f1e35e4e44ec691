import {
  CAPABILITIES,
  hasCapability,
  ROW_CAPABILITIES,
  type Capability,
} from '../../catalog/capabilities.ts';
import { NONE_LISTED, NOT_STATED } from '../../catalog/cell-key.ts';
import { isTextAlone, orderModalities } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import type { Cell } from './column.ts';

/**
 * Cells of words that are drawn as icons in fixed places, by classes of table-icons.css. Screen readers,
 * copies and phones have the words.
 */

/** What the key above a table says of an icon. */
export interface Icon {
  readonly looks: string;
  readonly words: string;
}

/** The class of each input modality besides text, in the order of its place. */
const INPUT_LOOKS = new Map([
  ['image', 'i'],
  ['file', 'd'],
  ['audio', 'u'],
  ['video', 'e'],
]);
/** The class of each output modality besides text. The others share one. */
const OUTPUT_LOOKS = new Map([
  ['image', 'gi'],
  ['audio', 'gu'],
  ['speech', 'gu'],
  ['video', 'ge'],
]);
const OTHER_OUTPUT = 'go';

const FEATURE_LOOKS: Readonly<Record<(typeof ROW_CAPABILITIES)[number], string>> = {
  tools: 'k',
  'structured-output': 'j',
  reasoning: 'r',
  'open-weights': 'o',
};

/** Every icon of a table, for its key. */
export const ICONS: { readonly inputs: readonly Icon[]; readonly features: readonly Icon[] } = {
  inputs: [...INPUT_LOOKS].map(([words, looks]) => ({ looks, words })),
  features: ROW_CAPABILITIES.map((key) => ({ looks: FEATURE_LOOKS[key], words: wordsOf(key) })),
};

/** `text, image → audio`, or only the inputs if the output is text alone. */
export function modalitiesCell({
  inputModalities,
  outputModalities,
}: Pick<Model, 'inputModalities' | 'outputModalities'>): Cell {
  const takes = orderModalities(inputModalities);
  const gives = orderModalities(outputModalities);
  const other = isTextAlone(gives) ? [] : gives.filter((name) => name !== 'text');
  const looks = [
    'm',
    ...takes.flatMap((name) => INPUT_LOOKS.get(name) ?? []),
    ...other.slice(0, 1).map((name) => OUTPUT_LOOKS.get(name) ?? OTHER_OUTPUT),
  ];
  const names = (modalities: readonly string[]): string => modalities.join(', ') || NOT_STATED;
  return {
    text: isTextAlone(gives) ? names(takes) : `${names(takes)} → ${names(gives)}`,
    looks: looks.join(' '),
  };
}

/** `tools, structured output, reasoning`, or `none`. */
export function featuresCell(model: Model): Cell {
  const has = ROW_CAPABILITIES.filter((key) => hasCapability(model, key));
  return {
    text: has.map(wordsOf).join(', ') || NONE_LISTED,
    looks: ['m', ...has.map((key) => FEATURE_LOOKS[key])].join(' '),
  };
}

function wordsOf(key: Capability): string {
  return CAPABILITIES[key].label.toLowerCase();
}
