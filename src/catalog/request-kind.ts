import type { Model } from './model.ts';

/** How a model is asked: each kind has an endpoint of its own. */
export type RequestKind =
  'chat' | 'batch' | 'embeddings' | 'images' | 'transcription' | 'speech' | 'video' | 'rerank';

const KIND_OF_OUTPUT: ReadonlyMap<string, RequestKind> = new Map([
  ['image', 'images'],
  ['embeddings', 'embeddings'],
  ['transcription', 'transcription'],
  ['speech', 'speech'],
  ['video', 'video'],
  ['rerank', 'rerank'],
] as const);

/** The request that fits a model's outputs; `null` where none is known to. */
export function requestKind({
  variant,
  outputModalities,
}: Pick<Model, 'variant' | 'outputModalities'>): RequestKind | null {
  if (outputModalities.includes('text')) return variant === 'batch' ? 'batch' : 'chat';
  const [output, ...others] = outputModalities;
  return output !== undefined && others.length === 0 ? (KIND_OF_OUTPUT.get(output) ?? null) : null;
}

/** Whether one can chat with the model, here meaning a page on which to type to it. */
export function canChat(model: Pick<Model, 'variant' | 'outputModalities'>): boolean {
  return requestKind(model) === 'chat';
}
