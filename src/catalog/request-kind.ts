import type { Model } from './model.ts';

/** Kinds of requests; each kind has its own endpoint. */
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

/** The kind of request for a model's outputs; `null` where none is known. */
export function requestKind({
  variant,
  outputModalities,
}: Pick<Model, 'variant' | 'outputModalities'>): RequestKind | null {
  if (outputModalities.includes('text')) return variant === 'batch' ? 'batch' : 'chat';
  const [output, ...others] = outputModalities;
  return output !== undefined && others.length === 0 ? (KIND_OF_OUTPUT.get(output) ?? null) : null;
}

/** Whether the model accepts chat requests, which the chat page requires. */
export function canChat(model: Pick<Model, 'variant' | 'outputModalities'>): boolean {
  return requestKind(model) === 'chat';
}
