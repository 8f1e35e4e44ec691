import { outputInfo, type PriceState } from '../../catalog/outputs.ts';
import type { Scope } from '../../catalog/snapshot.ts';

/** The text around a table of the models of one output. */
interface SectionWords {
  readonly title: string;
  /** The order of the models, to follow their count. */
  readonly order: string;
  /** Whether the models are sorted by input price. */
  readonly isByPrice: boolean;
  /** Shown before the table if figures could mislead. */
  readonly notice: string | null;
  /** Shown after the table. */
  readonly foot: string | null;
}

const NEWEST = { order: 'newest first', isByPrice: false } as const;

/** The units that a number without a stated unit may have. */
const POSSIBLE_UNITS: ReadonlyMap<string, string> = new Map([
  ['transcription', ': it may be a second, a minute or an hour of audio'],
  ['speech', ': it may be a character, a word or a second of audio'],
  ['image', ': it may be an image token, a megapixel or an image'],
]);

export function sectionWords(output: string, state: PriceState): SectionWords {
  switch (state) {
    case 'priced':
      return output === 'image' ? IMAGES : PRICED;
    case 'unstated':
      return {
        title: 'Unit not stated',
        ...NEWEST,
        notice: `OpenRouter’s models endpoint lists these prices without their unit${POSSIBLE_UNITS.get(output) ?? ''}. The numbers cannot be compared, so they are not sorted, ranked or added up. Each model’s page on OpenRouter has the unit.`,
        foot: 'Changes of these prices are listed with both numbers and without a percent.',
      };
    case 'unknown':
      return {
        title: 'Price not given',
        ...NEWEST,
        notice:
          'OpenRouter’s models endpoint does not give the prices of these models. Each model’s page on OpenRouter has them.',
        foot: null,
      };
  }
}

const PRICED: SectionWords = {
  title: 'Billed per token, or free',
  order: 'cheapest input first',
  isByPrice: true,
  notice: null,
  foot: null,
};

const IMAGES: SectionWords = {
  title: 'Billed per token',
  ...NEWEST,
  notice: null,
  foot: 'How many tokens a picture has differs between models, so a price per million image tokens does not tell which picture is cheapest.',
};

/** Why the list of an output is empty. */
export function emptyWords(output: string, scope: Scope): string {
  const { title } = outputInfo(output);
  return scope === 'text' && output !== 'text'
    ? `${title} are not in this data: OpenRouter was asked for models that give text.`
    : `No listed model gives ${output}.`;
}
