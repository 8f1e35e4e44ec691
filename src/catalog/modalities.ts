/** One kind of content that a model takes or returns. */
interface ModalityInfo {
  /** The noun as the object of a verb: takes images, answers in text. */
  readonly noun: string;
  readonly label: string;
  readonly hint: string;
}

/**
 * Every modality that the endpoint lists, in display order. The only list of modalities; the endpoint may add
 * more.
 */
export const MODALITIES = {
  text: { noun: 'text', label: 'Text', hint: 'Written words and code.' },
  image: { noun: 'images', label: 'Image', hint: 'Pictures and screenshots.' },
  file: { noun: 'files', label: 'File', hint: 'Documents such as PDF, sent whole.' },
  audio: { noun: 'audio', label: 'Audio', hint: 'Speech, music and other sound.' },
  video: { noun: 'video', label: 'Video', hint: 'Moving pictures.' },
  speech: { noun: 'speech', label: 'Speech', hint: 'Text read aloud.' },
  transcription: { noun: 'transcripts', label: 'Transcription', hint: 'Spoken words written down.' },
  embeddings: {
    noun: 'embeddings',
    label: 'Embeddings',
    hint: 'Vectors that stand for meaning, for search and grouping.',
  },
  rerank: {
    noun: 'relevance scores',
    label: 'Reranking',
    hint: 'Documents put in order by how well they answer a query.',
  },
  decisions: {
    noun: 'decisions',
    label: 'Decisions',
    hint: 'A verdict on content, such as whether it is safe.',
  },
} as const satisfies Record<string, ModalityInfo>;

export type Modality = keyof typeof MODALITIES;

const ORDER = Object.keys(MODALITIES);

export function isModality(name: string): name is Modality {
  return Object.hasOwn(MODALITIES, name);
}

/** For an unknown modality, its upstream name. */
export function modalityInfo(name: string): ModalityInfo {
  return isModality(name)
    ? MODALITIES[name]
    : { noun: name, label: name, hint: 'A kind of content that this site has no words for yet.' };
}

/** In display order; unknown ones last, by name; without duplicates. */
export function orderModalities(names: readonly string[]): string[] {
  const place = (name: string) => (isModality(name) ? ORDER.indexOf(name) : ORDER.length);
  return [...new Set(names)].sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
}

/** The nouns in the order of `orderModalities`: `images`, `audio`. */
export function modalityNouns(names: readonly string[]): string[] {
  return orderModalities(names).map((name) => modalityInfo(name).noun);
}

/**
 * Whether the outputs include text. Without a list the row predates output modalities, when every model was
 * text-only. An empty list does not include text.
 */
export function includesText(modalities: readonly string[] = ['text']): boolean {
  return modalities.includes('text');
}

/**
 * Whether a model gives text. An empty list means that its outputs were not recorded, as in rows from before
 * output modalities, when every model was text-only.
 */
export function givesText(outputModalities: readonly string[]): boolean {
  return outputModalities.length === 0 || includesText(outputModalities);
}

/** Whether the outputs are text only. True without a list; false for an empty list. */
export function isTextAlone(modalities: readonly string[] = ['text']): boolean {
  return includesText(modalities) && modalities.every((name) => name === 'text');
}
