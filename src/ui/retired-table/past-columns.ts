import { DAY_MS } from '../../catalog/day.ts';
import { date, exactPricesText, integer } from '../../catalog/format.ts';
import type { Model } from '../../catalog/model.ts';
import { SORTS, type Order } from '../../catalog/sort.ts';
import { retiredOn } from '../../history/model-history.ts';
import { markup, type Html } from '../../site/html.ts';
import type { RetiredModel } from '../../site/queries/history.ts';
import type { Replacement } from '../../site/replacement.ts';
import { modelPath, url } from '../../site/urls.ts';
import { removalDistance } from '../../site/words/removal.ts';
import { undatedWords } from '../../site/words/retired.ts';
import { NO_REPLACEMENT, POSSIBLE_REPLACEMENT, replacementWords } from '../../site/words/replacement.ts';
import { contextCell, priceCell } from '../models-table/cells.ts';
import type { Column } from '../models-table/column.ts';
import { PER_MILLION } from '../models-table/columns.ts';

/** The columns of tables of retired and retiring models. */

/** A retired or retiring model with its possible replacement. */
export interface PastRow {
  readonly model: Model;
  readonly replacement: Replacement | null;
}

export interface RetiredRow extends PastRow, Pick<RetiredModel, 'first' | 'gone' | 'daysListed'> {}

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

/** Three of them stay beside the name on phones: the last prices and the context. */
export const RETIRED_COLUMNS: readonly Column<RetiredRow>[] = [
  {
    key: 'input',
    header: 'Last input',
    unit: PER_MILLION,
    explanation: 'The price of what you sent, when the model was last listed.',
    width: 60,
    short: 'in',
    show: ({ model }) => priceCell(model, 'input'),
  },
  {
    key: 'output',
    header: 'Last output',
    unit: PER_MILLION,
    explanation: 'The price of what the model wrote back, when it was last listed.',
    width: 60,
    short: 'out',
    show: ({ model }) => priceCell(model, 'output'),
  },
  {
    key: 'retired',
    leaves: 'f',
    header: 'Retired',
    unit: 'date',
    explanation: 'The day of the first capture without the model. The one before was the last to list it.',
    width: 66,
    show: (row) => ({ text: date(retiredOn(row)), second: undatedWords(row.gone) }),
  },
  {
    key: 'context',
    leaves: 'e',
    header: 'Context',
    unit: 'tokens',
    explanation: 'How many tokens fitted in one exchange, input and output together.',
    width: 48,
    short: 'context',
    show: ({ model }) => contextCell(model),
  },
  {
    key: 'days',
    leaves: 'e',
    header: 'Days listed',
    explanation: 'Days between the first and the last capture with the model. Absences are not counted.',
    width: 54,
    show: ({ daysListed, first }) => ({
      text: daysListed === 0 ? 'seen once' : integer(daysListed),
      second: daysListed > 0 && first.isBaseline ? 'or more' : undefined,
    }),
  },
  { ...REPLACEMENT, width: 130 },
];

/** The orders of the list of retired models, by column. */
const RETIRED_ORDERS = new Map<string, Order<RetiredRow>>([
  ['input', ofModel(SORTS.input)],
  ['output', ofModel(SORTS.output)],
  ['retired', { direction: 'desc', kind: 'date', value: (row) => Date.parse(retiredOn(row)) / DAY_MS }],
  ['context', ofModel(SORTS.context)],
  ['days', { direction: 'desc', kind: 'number', value: ({ daysListed }) => daysListed }],
]);

/** The same columns for the list of retired models, which sorts. */
export const RETIRED_LIST_COLUMNS: readonly Column<RetiredRow>[] = RETIRED_COLUMNS.map((column) => {
  const sort = RETIRED_ORDERS.get(column.key);
  return sort ? { ...column, sort } : column;
});

/** `now`: ISO time of the data. */
export function retiringColumns(now: string): readonly Column<RetiringRow>[] {
  return [
    {
      key: 'removal',
      header: 'Scheduled removal',
      explanation: 'The day from which OpenRouter plans not to offer the model.',
      width: 91,
      show: ({ model: { expiration } }) => ({
        text: markup`${date(expiration ?? '')}<small class="warn" data-day="${expiration ?? ''}" data-words="distance">${removalDistance(expiration ?? '', now)}</small>`,
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

/** An order of models, for rows that have one. */
function ofModel({ direction, kind, value }: Order): Order<PastRow> {
  return { direction, kind, value: ({ model }) => value(model) };
}

/** `$0.10 → $0.32`, with every digit. */
function pricesContent({ prices }: Model): Html {
  return markup`<span>${exactPricesText(prices)}</span>`;
}

/** The possible replacement of a model, the reason for it, and what is lost. */
function replacementContent(replacement: Replacement | null): Html {
  if (replacement === null) return markup`<small>${NO_REPLACEMENT}</small>`;
  const { model } = replacement;
  return markup`<a href="${url(modelPath(model.id))}">${model.name}</a> ${pricesContent(model)}<small>${replacementWords(replacement)}</small>`;
}
