import type { Author } from './model.ts';
export interface Monogram {
  readonly letters: string;
  readonly hue: number;
}
export function assignMonograms(authors: readonly Author[]): ReadonlyMap<string, Monogram> {
  return new Map(
    authors.map(({ slug, name }, i) => [slug, { letters: name.slice(0, 2), hue: (i * 5) % 12 }]),
  );
}
