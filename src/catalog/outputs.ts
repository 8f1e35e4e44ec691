import type { ModelGroup } from './group.ts';
import { modalityInfo, orderModalities, type Modality } from './modalities.ts';
import type { Model } from './model.ts';

/** The page of models with one kind of output. */
interface OutputInfo {
  readonly title: string;
  readonly about: string;
}

/** The outputs that always have a page, also when no capture includes them, in display order. */
export const OUTPUTS = {
  text: { title: 'Text models', about: 'Chat, code and other writing.' },
  image: { title: 'Image models', about: 'Draw pictures or change them.' },
  audio: { title: 'Audio models', about: 'Answer with sound, such as speech or music.' },
  video: { title: 'Video models', about: 'Make moving pictures.' },
  speech: { title: 'Speech models', about: 'Read text aloud.' },
  transcription: { title: 'Transcription models', about: 'Write down what is said in a recording.' },
  embeddings: {
    title: 'Embedding models',
    about: 'Turn text into vectors that stand for meaning, for search and grouping.',
  },
  rerank: { title: 'Rerank models', about: 'Put documents in order by how well they answer a query.' },
  decisions: { title: 'Decision models', about: 'Give a verdict on content, such as whether it is safe.' },
} as const satisfies Partial<Record<Modality, OutputInfo>>;

/** For an unknown output, its upstream name. */
export function outputInfo(output: string): OutputInfo {
  return Object.hasOwn(OUTPUTS, output)
    ? OUTPUTS[output as keyof typeof OUTPUTS]
    : { title: `Models that give ${output}`, about: modalityInfo(output).hint };
}

/** A name that needs no escaping in a URL. */
const PLAIN_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Every output with a page: the known ones, and those of listed models whose name needs no escaping. */
export function outputsOf(models: readonly Pick<Model, 'outputModalities'>[]): readonly string[] {
  const given = models.flatMap(({ outputModalities }) => outputModalities);
  return orderModalities([...Object.keys(OUTPUTS), ...given.filter((name) => PLAIN_NAME.test(name))]);
}

/**
 * The state of a model's price: a figure or a word to show in a column (`priced`), a number without a unit
 * (`unstated`), or no data (`unknown`).
 */
export type PriceState = 'priced' | 'unstated' | 'unknown';

export function priceState({ prices: { input, output, imageOutput } }: Pick<Model, 'prices'>): PriceState {
  const kinds = [input.kind, output.kind];
  const billsOther = kinds.every((kind) => kind === 'none');
  if (kinds.includes('unstated') || (billsOther && imageOutput?.kind === 'unstated')) return 'unstated';
  return kinds.includes('unknown') ? 'unknown' : 'priced';
}

/** Groups by the price state of their base, in input order; empty states are left out. */
export function byPriceState(groups: readonly ModelGroup[]): ReadonlyMap<PriceState, readonly ModelGroup[]> {
  const states: readonly PriceState[] = ['priced', 'unstated', 'unknown'];
  const found = Map.groupBy(groups, ({ base }) => priceState(base));
  return new Map(states.flatMap((state) => (found.has(state) ? [[state, found.get(state) ?? []]] : [])));
}
