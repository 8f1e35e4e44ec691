import { modelIdAt, url } from '../../../site/urls.ts';

/** First parts of addresses, also as people guess them. What follows is a name. */
const SECTION = /^(?:models?|authors?|categor(?:y|ies)|outputs?|changes)$/;

/**
 * What to search for where `address`, a path under the base path, has no page: the id of a model, or the
 * words after the name of a section. Empty for an address without words.
 */
export function textAskedFor(address: string): string {
  const id = modelIdAt(address);
  if (id !== null) return id;
  const parts = decoded(address.slice(url('/').length))
    .split('/')
    .filter((part) => part !== '');
  const from = parts.findIndex((part, place) => !SECTION.test(part) || place === parts.length - 1);
  return parts
    .slice(Math.max(0, from))
    .join('/')
    .replace(/\.(?:html?|json|md|xml|atom)$/, '');
}

/** The text as it is where it is not validly encoded. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
