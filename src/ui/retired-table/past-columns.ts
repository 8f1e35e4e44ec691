import { date, exactTitle, integer, pricesText } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import { markup, type Html } from '../../site/html.ts';
import type { RetiredModel } from '../../site/queries/history.ts';
import type { Replacement } from '../../site/replacement.ts';
import { modelPath, url } from '../../site/urls.ts';
import { removalDistance } from '../../site/words/removal.ts';
import { NO_REPLACEMENT, POSSIBLE_REPLACEMENT, replacementWords } from '../../site/words/replacement.ts';
import type { Column } from '../models-table/column.ts';

/** The columns of tables of retired and retiring models. */

/** A retired or retiring model with its possible replacement. */
export interface PastRow {
  readonly model: Model;
  readonly replacement: Replacement | null;
}

export interface RetiredRow extends PastRow, Pick<RetiredModel, 'first' | 'lastSeen' | 'daysListed'> {}

export interface RetiringRow extends PastRow {
  /** When the removal was announced, in words. */
  readonly announced: string;
}

const REPLACEMENT: Column<PastRow> = {
  key: 'replacement',
  header: POSSIBLE_REPLACEMENT,
  explanation: 'A listed model that may do the same, why it is named, and what is lost with it.',
  width: 170,
  isWords: true,
  show: ({ replacement }) => ({ text: replacementContent(replacement) }),
};

export const RETIRED_COLUMNS: readonly Column<RetiredRow>[] = [
  {
    key: 'price',
    header: 'Last price',
    explanation: 'Input → output, in US dollars per million tokens, when the model was last listed.',
    width: 91,
    show: ({ model }) => ({ text: pricesContent(model) }),
  },
  {
    key: 'first',
    leaves: 'd',
    header: 'Listed from',
    explanation: 'The first capture that lists the model.',
    width: 91,
    show: ({ first }) => ({
      text: markup`${date(first.since)}${first.isBaseline && markup`<small>or earlier</small>`}`,
    }),
  },
  {
    key: 'last',
    leaves: 'f',
    header: 'Last seen',
    explanation: 'The last capture that lists the model.',
    width: 91,
    show: ({ lastSeen }) => ({ text: date(lastSeen) }),
  },
  {
    key: 'days',
    leaves: 'b',
    header: 'Days listed',
    explanation: 'Days between the first and the last capture that list the model, absences left out.',
    width: 91,
    show: ({ daysListed, first }) => ({
      text:
        daysListed === 0
          ? 'seen once'
          : markup`${integer(daysListed)}${first.isBaseline && markup`<small>or more</small>`}`,
    }),
  },
  REPLACEMENT,
];

/** `now`: ISO time of the data. */
export function retiringColumns(now: string): readonly Column<RetiringRow>[] {
  return [
    {
      key: 'removal',
      header: 'Scheduled removal',
      explanation: 'The day from which OpenRouter plans not to offer the model.',
      width: 91,
      show: ({ model: { expiration } }) => ({
        text: markup`${date(expiration ?? '')}<small>${removalDistance(expiration ?? '', now)}</small>`,
      }),
    },
    {
      key: 'announced',
      leaves: 'd',
      header: 'Announced',
      explanation: 'When OpenRouter first gave a date.',
      width: 91,
      show: ({ announced }) => ({ text: announced }),
    },
    {
      key: 'price',
      leaves: 'f',
      header: 'Price',
      explanation: 'Input → output, in US dollars per million tokens.',
      width: 91,
      show: ({ model }) => ({ text: pricesContent(model) }),
    },
    REPLACEMENT,
  ];
}

/** `$0.10 → $0.32`. If the text is rounded, the title has every digit. */
function pricesContent(model: Model): Html {
  const title = exactTitle(model.prices.input, model.prices.output);
  return markup`<span${title !== undefined && markup` title="${title}"`}>${pricesText(model)}</span>`;
}

/** The possible replacement of a model, the reason for it, and what is lost. */
function replacementContent(replacement: Replacement | null): Html {
  if (replacement === null) return markup`<small>${NO_REPLACEMENT}</small>`;
  const { model } = replacement;
  return markup`<a href="${url(modelPath(model.id))}">${model.name}</a> ${pricesContent(model)}<small>${replacementWords(replacement)}</small>`;
}
