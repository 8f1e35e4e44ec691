import type { IdParts, ModelId } from './model.ts';

/** Splits `[~]author/slug[:variant]`; `null` unless the id has exactly one slash with text on both sides. */
export function splitId(id: ModelId): IdParts | null {
  const isAlias = id.startsWith('~');
  const slash = id.indexOf('/');
  if (slash < 0 || slash !== id.lastIndexOf('/')) return null;
  const author = id.slice(isAlias ? 1 : 0, slash);
  const rest = id.slice(slash + 1);
  const colon = rest.indexOf(':');
  const slug = colon < 0 ? rest : rest.slice(0, colon);
  const variant = colon < 0 ? null : rest.slice(colon + 1);
  if (author === '' || slug === '' || variant === '') return null;
  return { author, slug, variant, isAlias };
}

/** The id without its `:variant`. */
export function baseIdOf(id: ModelId): ModelId {
  const colon = id.indexOf(':');
  return colon < 0 ? id : id.slice(0, colon);
}
