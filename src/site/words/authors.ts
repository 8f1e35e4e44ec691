import { AUTHOR_ORDERS, DEFAULT_AUTHOR_ORDER, type AuthorOrderKey } from '../../catalog/author-order.ts';
import { count, date, integer } from '../../catalog/figures.ts';
import type { RowCount } from '../../catalog/group.ts';
import type { Model } from '../../catalog/model.ts';
import type { PageHead } from '../head.ts';
import { authorOrderPath } from '../urls.ts';
import { countWords } from './counts.ts';

/** `Authors`, `Authors by newest model`: the title and the description of a list of authors. */
export function authorsHead(authors: number, sortedBy: AuthorOrderKey): PageHead {
  const { label, words } = AUTHOR_ORDERS[sortedBy];
  const by = sortedBy === DEFAULT_AUTHOR_ORDER ? '' : ` by ${label}`;
  return {
    title: `Authors${by}`,
    description: `${count(authors, 'author')} of AI models on OpenRouter, ${words}, with the models of each: how many, the most used and the newest.`,
    canonicalPath: authorOrderPath(sortedBy),
  };
}

/** `53 companies, laboratories and people have listed models: most models first.` */
export function authorsWords(authors: number, sortedBy: AuthorOrderKey): string {
  return authors === 1
    ? 'One author has listed models.'
    : `${integer(authors)} companies, laboratories and people have listed models: ${AUTHOR_ORDERS[sortedBy].words}.`;
}

/** Below the number of models: `34 variants, 2 aliases`. `null` for an author without either. */
export function foldedWords({ variants, aliases }: RowCount): string | null {
  return variants + aliases === 0 ? null : countWords({ models: 0, variants, aliases });
}

/** Below the most used model: `popularity rank 4`. */
export function rankWords({ popularity }: Pick<Model, 'popularity'>): string {
  return popularity === null ? '' : `popularity rank ${integer(popularity)}`;
}

/** Below the newest model: `added Aug 22, 2026`. */
export function addedWords({ addedAt }: Pick<Model, 'addedAt'>): string {
  return addedAt === null ? '' : `added ${date(addedAt)}`;
}

/** `50 authors have only retired models:` */
export function retiredAuthorsWords(authors: number): string {
  return `${count(authors, 'author')} ${authors === 1 ? 'has' : 'have'} only retired models:`;
}
