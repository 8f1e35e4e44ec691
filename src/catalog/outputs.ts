import type { ModelGroup } from './group.ts';
import { modalityInfo, orderModalities, type Modality } from './modalities.ts';
import type { Model } from './model.ts';

/** A page of the models that give one kind of output. */
interface OutputInfo {
  readonly title: string;
  readonly about: string;
}

/** The outputs that always have a page, whether or not a capture asked for them, in the order in which they are shown. */
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

/** An output that is new upstream is called by its own name. */
export function outputInfo(output: string): OutputInfo {
  return Object.hasOwn(OUTPUTS, output)
    ? OUTPUTS[output as keyof typeof OUTPUTS]
    : { title: `Models that give ${output}`, about: modalityInfo(output).hint };
}

/** A name that can be a part of an address as it is. */
const PLAIN_NAME = /^[a-z][a-z0-9-]{0,39}$/;

/** Every output with a page: the known ones, and those that a listed model gives and whose name is a plain word. */
export function outputsOf(models: readonly Pick<Model, 'outputModalities'>[]): readonly string[] {
  const given = models.flatMap(({ outputModalities }) => outputModalities);
  return orderModalities([...Object.keys(OUTPUTS), ...given.filter((name) => PLAIN_NAME.test(name))]);
}

/**
 * What is known of a model's price: a figure or a word that can stand in a column (`priced`), a number without a unit
 * (`unstated`), or nothing (`unknown`).
 */
export type PriceState = 'priced' | 'unstated' | 'unknown';

export function priceState({ prices: { input, output, imageOutput } }: Pick<Model, 'prices'>): PriceState {
  const kinds = [input.kind, output.kind];
  const billsOther = kinds.every((kind) => kind === 'none');
  if (kinds.includes('unstated') || (billsOther && imageOutput?.kind === 'unstated')) return 'unstated';
  return kinds.includes('unknown') ? 'unknown' : 'priced';
}

/** The groups of each state that has any, in the order given. A group is where its base is. */
export function byPriceState(groups: readonly ModelGroup[]): ReadonlyMap<PriceState, readonly ModelGroup[]> {
  const states: readonly PriceState[] = ['priced', 'unstated', 'unknown'];
  const found = Map.groupBy(groups, ({ base }) => priceState(base));
  return new Map(states.flatMap((state) => (found.has(state) ? [[state, found.get(state) ?? []]] : [])));
}
