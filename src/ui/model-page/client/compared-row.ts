import type { Alternative } from '../../../catalog/alternatives.ts';
import type { Decimal } from '../../../catalog/decimal.ts';
import type { Model } from '../../../catalog/model.ts';
import { differenceWords } from '../../../catalog/price-difference.ts';
import { modelPath, url } from '../../../site/urls.ts';
import { comparisonWords, monthlyWords } from '../../../site/words/alternatives.ts';
import { el } from '../../search/client/dom.ts';
import { DIFFERENCE, FACTS, HEAD, NAME, ROLE, ROW, TERM } from './compared-looks.ts';

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
    { class: ROW, 'data-compared': id },
    el(
      'p',
      { class: HEAD },
      el('a', { class: NAME, href: url(modelPath(id)) }, name),
      ' ',
      el('span', { class: ROLE }, role ?? author.name),
      ' ',
      el(
        'b',
        { class: role === undefined ? `${DIFFERENCE} text-down` : DIFFERENCE },
        differenceWords(other.usd, ownUsd, 0),
      ),
    ),
    el(
      'dl',
      { class: FACTS },
      ...lines
        .filter(([, words]) => words !== '')
        .flatMap(([term, words]) => [
          el('dt', { class: TERM }, term),
          el('dd', { class: 'wrap-anywhere' }, words),
        ]),
    ),
    ...(quality === '' ? [] : [el('p', { class: 'text-sm text-soft' }, quality)]),
  );
}
