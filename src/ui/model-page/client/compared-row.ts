import type { Alternative } from '../../../catalog/alternatives.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import type { Model } from '../../../catalog/model.ts';
import { differenceWords } from '../../../catalog/price-difference.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { comparisonWords, monthlyWords } from '../../../site/words/alternatives.ts';
import { el } from '../../search/client/dom.ts';

/** What `ComparedModel.astro` is on the page. `ownUsd` is the cost of the model of the page. */
export function comparedRow(own: Model, ownUsd: Decimal, other: Alternative, role?: string): HTMLLIElement {
  const { id, name, author } = other.model;
  const { gain, lose, quality } = comparisonWords(own, other);
  const lines = [
    ['Gain', gain],
    ['Lose', lose],
    ['Cost', monthlyWords(other.usd)],
  ] as const;
  return el(
    'li',
    { 'data-compared': id },
    el(
      'p',
      {},
      el('a', { href: url(modelPath(id)) }, name),
      ' ',
      el('span', {}, role ?? author.name),
      ' ',
      el('b', {}, differenceWords(other.usd, ownUsd, 0)),
    ),
    el(
      'dl',
      {},
      ...lines
        .filter(([, words]) => words !== '')
        .flatMap(([term, words]) => [el('dt', {}, term), el('dd', {}, words)]),
    ),
    ...(quality === '' ? [] : [el('p', {}, quality)]),
  );
}
