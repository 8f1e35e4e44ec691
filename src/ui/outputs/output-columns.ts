import { shift } from '../../catalog/decimal.ts';
import { modalityNouns } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import type { PriceState } from '../../catalog/outputs.ts';
import { FIELDS } from '../../catalog/fields.ts';
import { PRICE_KEYS, type PriceKey } from '../../catalog/price-keys.ts';
import { priceOf, type Price } from '../../catalog/price.ts';
import { SORTS, type SortKey } from '../../catalog/sort.ts';
import {
  cellPrice,
  cellUsd,
  exactPrice,
  exactTitle,
  list,
  shortTokens,
  UNIT_NOT_STATED,
} from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import { openRouterUrl } from '../../site/urls.ts';
import { addedCell, missing } from '../models-table/cells.ts';
import { withRooms, type Cell, type Column, type Width } from '../models-table/column.ts';
import { PER_MILLION } from '../models-table/columns.ts';

/** The columns of the tables on the pages of outputs, chosen per kind of output. */

/** All columns have the same width, so that none moves while rows load. */
const WIDTH: Width = 78;

/** Phones show this many of the first columns before a row is opened. */
const SHORT_COLUMNS = 2;

/** A column whose key is that of its sort order, if it is sortable. */
function column({ sort, ...plan }: Omit<Column, 'sort'> & { readonly sort?: SortKey }): Column {
  return { ...plan, ...(sort !== undefined && { sort: SORTS[sort] }) };
}

function priceCell(price: Price): Cell {
  switch (price.kind) {
    case 'amount':
      return { text: cellPrice(price), title: exactTitle(price) };
    case 'none':
      return { text: markup`<small>not billed</small>` };
    case 'unstated':
      return { text: asListed(price.text) };
    default:
      return { text: cellPrice(price), title: exactPrice(price) };
  }
}

function asListed(text: string): Html {
  return markup`<code>${text}</code> <small>${UNIT_NOT_STATED}</small>`;
}

/** A price column, with the matching order of the list of all models. */
function priceColumn(key: PriceKey, header: string, unit = PER_MILLION, sort?: SortKey): Column {
  return column({
    key: sort ?? key,
    header,
    unit,
    explanation: PRICE_KEYS[key].hint,
    width: WIDTH,
    ...(sort !== undefined && { sort }),
    // A router bills the prices of the model that it selects.
    show: ({ prices, isRouter }) => priceCell(isRouter ? prices.input : priceOf(prices, key)),
  });
}

const INPUT = priceColumn('input', 'Input', PER_MILLION, 'input');
/** Other inputs may have prices of their own, which are on the model's page. */
const TEXT_INPUT = priceColumn('input', 'Text input', PER_MILLION, 'input');
const OUTPUT = priceColumn('output', 'Output', PER_MILLION, 'output');

const CONTEXT = contextColumn('Context');
const MAX_INPUT = contextColumn('Max input');

function contextColumn(header: string): Column {
  return column({
    key: 'context',
    header,
    unit: 'tokens',
    explanation: FIELDS.context.hint,
    width: WIDTH,
    sort: 'context',
    show: ({ context }) =>
      context === null ? missing('OpenRouter states no length') : { text: shortTokens(context) },
  });
}

const ADDED = column({
  key: 'newest',
  header: 'Added',
  unit: 'date',
  explanation: FIELDS.addedAt.hint,
  width: WIDTH,
  sort: 'newest',
  show: addedCell,
});

const INPUTS = column({
  key: 'modalities',
  header: 'Inputs',
  explanation: 'What a request can hold.',
  width: WIDTH,
  isWords: true,
  show: ({ inputModalities }) =>
    inputModalities.length === 0 ? missing('OpenRouter names none') : { text: nouns(inputModalities) },
});

const OTHER_INPUTS = column({
  key: 'modalities',
  header: 'Inputs besides text',
  explanation: 'What a request can hold besides text.',
  width: WIDTH,
  isWords: true,
  show: ({ inputModalities }) => ({
    text: nouns(inputModalities.filter((name) => name !== 'text')) || 'text only',
  }),
});

const WEIGHTS = column({
  key: 'weights',
  header: 'Open weights',
  explanation: FIELDS.huggingFaceId.hint,
  width: WIDTH,
  isWords: true,
  show: ({ huggingFaceId }) => ({ text: huggingFaceId === null ? 'not listed' : 'yes' }),
});

const TEN_MILLION = column({
  key: 'ten-million',
  header: '10M tokens cost',
  unit: '$',
  explanation: 'What ten million input tokens cost.',
  width: WIDTH,
  show: ({ prices: { input } }) =>
    input.kind === 'amount' ? { text: cellUsd(shift(input.usd, 1)) } : priceCell(input),
});

const VOICES = countColumn('voices', 'Voices', FIELDS.voices.hint, ({ voices }) => voices);
const PARAMETERS = countColumn(
  'parameters',
  'Request parameters',
  'How many parameters of a request the model takes.',
  ({ parameters }) => parameters ?? [],
);

function countColumn(
  key: string,
  header: string,
  explanation: string,
  of: (model: Model) => readonly string[],
): Column {
  return column({
    key,
    header,
    explanation,
    width: WIDTH,
    show: (model) =>
      of(model).length === 0
        ? missing('OpenRouter lists none')
        : { text: String(of(model).length), title: list(of(model)) },
  });
}

const LISTED_PRICE = column({
  key: 'listed-price',
  header: 'Price as listed',
  unit: UNIT_NOT_STATED,
  explanation: 'The price as OpenRouter writes it, without saying what it is for.',
  width: WIDTH,
  show: ({ prices: { input, imageOutput } }) => {
    const price = input.kind === 'none' ? imageOutput : input;
    return price?.kind === 'unstated'
      ? { text: markup`<code>${price.text}</code>`, title: exactPrice(price) }
      : priceCell(price ?? { kind: 'none' });
  },
});

const NO_PRICE = column({
  key: 'price',
  header: 'Price',
  explanation: 'Whether OpenRouter’s models endpoint gives a price.',
  width: WIDTH,
  isWords: true,
  show: ({ prices: { input } }) =>
    input.kind === 'unknown' ? { text: 'not given', title: input.reason } : priceCell(input),
});

function linkColumn(header: string): Column {
  return column({
    key: 'link',
    header,
    explanation: 'The model’s page on OpenRouter, which says what its price is for.',
    width: WIDTH,
    isWords: true,
    show: ({ id, name }) => ({
      text: markup`<a href="${openRouterUrl(id)}" rel="external">On OpenRouter<span class="sr-only">: ${name}</span> ↗</a>`,
    }),
  });
}

/** The columns besides the price. */
const FACTS: ReadonlyMap<string, readonly Column[]> = new Map([
  ['image', [INPUTS]],
  ['video', [INPUTS]],
  ['speech', [VOICES]],
  ['transcription', [PARAMETERS]],
  ['embeddings', [MAX_INPUT, OTHER_INPUTS, WEIGHTS]],
  ['rerank', [MAX_INPUT, INPUTS, WEIGHTS]],
]);

/** The prices that models of each output bill. */
const PRICES: ReadonlyMap<string, readonly Column[]> = new Map([
  [
    'image',
    [
      priceColumn('imageOutput', 'Image output', '$ / M image tokens'),
      TEXT_INPUT,
      priceColumn('output', 'Text output'),
    ],
  ],
  [
    'audio',
    [INPUT, OUTPUT, priceColumn('audioInput', 'Audio input'), priceColumn('audioOutput', 'Audio output')],
  ],
  ['embeddings', [TEXT_INPUT, TEN_MILLION]],
]);

export function outputColumns(output: string, state: PriceState): readonly Column[] {
  const columns = [...pricesOf(output, state), ...(FACTS.get(output) ?? [CONTEXT]), ADDED];
  return withRooms(columns).map((one, index) =>
    index < SHORT_COLUMNS ? { ...one, short: one.header.toLowerCase() } : one,
  );
}

function pricesOf(output: string, state: PriceState): readonly Column[] {
  switch (state) {
    case 'priced':
      return PRICES.get(output) ?? [INPUT, OUTPUT];
    case 'unstated':
      return [LISTED_PRICE, linkColumn('Unit')];
    case 'unknown':
      return [NO_PRICE, linkColumn('Price list')];
  }
}

function nouns(modalities: readonly string[]): string {
  return list(modalityNouns(modalities));
}
