import { capitalize } from '../../catalog/figures.ts';
import { count, date } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import type { ModelHistory } from '../../history/model-history.ts';
import { familyOf } from '../../history/family.ts';
import { firstListedFact } from './history.ts';

/** Families in words. Plain text, not escaped. */

/**
 * What the names of a family share: `Claude Sonnet` of `Claude 3.5 Sonnet` and `Claude Sonnet 5`. Expects the
 * newest model last.
 */
export function familyName(models: readonly Pick<Model, 'id' | 'name'>[]): string {
  const newest = models.at(-1);
  if (!newest) return '';
  const { words, sizes } = familyOf(newest.id);
  const others = models.map(({ name }) => new Set(tokensOf(name).map((token) => token.toLowerCase())));
  const kept = tokensOf(newest.name).flatMap((token): readonly string[] => {
    const lower = token.toLowerCase();
    const isOfAll = others.every((tokens) => tokens.has(lower));
    const letters = lower.split(/[^a-z]+/).filter((part) => part !== '');
    if (sizes.includes(lower)) return [token];
    if (letters.length === 0 || !letters.every((word) => words.includes(word))) return [];
    return [isOfAll ? token : token.replace(/[\d.]+/g, '')];
  });
  // A name may repeat a word: `Banana Pro (Gemini 3 Pro Image)`.
  const lower = kept.map((token) => token.toLowerCase());
  const once = kept.filter((_, index) => lower.lastIndexOf(lower[index] ?? '') === index);
  return once.length > 0 ? once.join(' ') : [...words, ...sizes].join(' ');
}

/** The same for a family whose name another one shares: `Llama Sonar Large K` of `llama-sonar-large-k`. */
export function slugName(slug: string): string {
  return slug.split('-').map(capitalize).join(' ');
}

/** A name without what its family shares, for a chart: `4.5`. */
export function memberName(name: string, family: string): string {
  const shared = new Set(tokensOf(family).map((token) => token.toLowerCase()));
  // A hyphen stays where it joins what is left, as in a date.
  const own = name.replace(/[^\s-]+/g, (token) => (shared.has(token.toLowerCase()) ? '' : token));
  const left = own.replace(/\s+/g, ' ').replace(/^[\s-]+|[\s-]+$/g, '');
  return left === '' ? name : left;
}

/** `8 models, 5 of them retired`. */
export function membersWords(known: readonly Pick<ModelHistory, 'gone'>[]): string {
  const retired = known.filter(({ gone }) => gone !== null).length;
  if (retired === 0) return count(known.length, 'model');
  if (retired === known.length) return `${count(known.length, 'model')}, all retired`;
  return `${count(known.length, 'model')}, ${retired} of them retired`;
}

/** `since Dec 7, 2024`, `Dec 7, 2024 to Jan 6, 2026`. */
export function listedSpan({ first, gone, isListed, lastSeen }: ModelHistory): string {
  const since = firstListedFact(first);
  if (isListed) return `since ${since}`;
  return `${since} to ${date(lastSeen)}${gone === null ? ' or later' : ''}`;
}

function tokensOf(name: string): readonly string[] {
  return name.split(/[\s()-]+/).filter((token) => token !== '');
}
