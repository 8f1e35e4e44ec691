import { shift } from '../../catalog/decimal.ts';
import { modalityNouns } from '../../catalog/modalities.ts';
import type { Model } from '../../catalog/model.ts';
import type { PriceState } from '../../catalog/outputs.ts';
import type { PriceKey } from '../../catalog/price-keys.ts';
import { priceOf, type Price } from '../../catalog/price.ts';
import { SORTS, type SortKey } from '../../catalog/sort.ts';
import {
  cellPrice,
  cellUsd,
  date,
  exactPrice,
  exactTitle,
  list,
  MISSING,
  shortTokens,
  UNIT_NOT_STATED,
} from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import { openRouterUrl } from '../../site/urls.ts';
import type { Column } from '../models-table/columns.ts';

/** The columns of the tables on the pages of outputs: for each kind of output what matters there. */

interface Cell {
  readonly text: Html | string;
  /** What it sorts by where the text does not say. */
  readonly sort?: string | number | undefined;
  readonly title?: string | undefined;
}

type Plan = Omit<Column, 'cell'> & { readonly show: (model: Model) => Cell };

/** A column whose cells carry their label, which phones show. */
function column({ show, ...plan }: Plan): Column {
  const label = plan.unit === null ? plan.label : `${plan.label}, ${plan.unit}`;
  const isNumber = plan.numeric && markup` class="n"`;
  return {
    ...plan,
    cell: (model) => {
      const { text, sort, title } = show(model);
      const sorts = sort !== undefined && markup` data-sort="${String(sort)}"`;
      const says = title !== undefined && markup` title="${title}"`;
      return markup`<td data-label="${label}"${isNumber}${sorts}${says}>${text}</td>`;
    },
  };
}

function missing(reason: string): Cell {
  return { text: MISSING, title: reason };
}

function priceCell(price: Price): Cell {
  switch (price.kind) {
    case 'amount': {
      const title = exactTitle(price);
      return { text: cellPrice(price), ...(title !== undefined && { sort: price.usd, title }) };
    }
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

function priceColumn(
  key: PriceKey,
  label: string,
  unit = '$ / M tokens',
  sort: SortKey | null = null,
): Column {
  return column({
    label,
    unit,
    sort,
    numeric: true, // What a router picks bills what it bills.
    show: ({ prices, isRouter }) => priceCell(isRouter ? prices.input : priceOf(prices, key)),
  });
}

const INPUT = priceColumn('input', 'Input', '$ / M tokens', 'input');
/** Other inputs may have prices of their own, which the model's page lists. */
const TEXT_INPUT = priceColumn('input', 'Text input', '$ / M tokens', 'input');
const OUTPUT = priceColumn('output', 'Output', '$ / M tokens', 'output');

const CONTEXT = tokensColumn('Context');

function tokensColumn(label: string): Column {
  return column({
    label,
    unit: 'tokens',
    sort: 'context',
    numeric: true,
    show: ({ context }) =>
      context === null
        ? missing('OpenRouter states no length')
        : { text: shortTokens(context), sort: context },
  });
}

const ADDED = column({
  label: SORTS.newest.header,
  unit: null,
  sort: 'newest',
  numeric: true,
  show: ({ addedAt }) =>
    addedAt === null
      ? missing('OpenRouter gives no date')
      : { text: date(addedAt), sort: Date.parse(addedAt) / 1000 },
});

const INPUTS = column({
  label: 'Inputs',
  unit: null,
  sort: null,
  numeric: false,
  show: ({ inputModalities }) =>
    inputModalities.length === 0 ? missing('OpenRouter names none') : { text: nouns(inputModalities) },
});

const OTHER_INPUTS = column({
  label: 'Inputs besides text',
  unit: null,
  sort: null,
  numeric: false,
  show: ({ inputModalities }) => ({
    text: nouns(inputModalities.filter((name) => name !== 'text')) || 'text only',
  }),
});

const WEIGHTS = column({
  label: 'Open weights',
  unit: null,
  sort: null,
  numeric: false,
  show: ({ huggingFaceId }) => ({ text: huggingFaceId === null ? 'not listed' : 'yes' }),
});

const TEN_MILLION = column({
  label: '10M tokens cost',
  unit: '$',
  sort: null,
  numeric: true,
  show: ({ prices: { input } }) =>
    input.kind === 'amount' ? { text: cellUsd(shift(input.usd, 1)) } : priceCell(input),
});

const VOICES = countColumn('Voices', ({ voices }) => voices);
const PARAMETERS = countColumn('Request parameters', ({ parameters }) => parameters ?? []);

function countColumn(label: string, of: (model: Model) => readonly string[]): Column {
  return column({
    label,
    unit: null,
    sort: null,
    numeric: true,
    show: (model) =>
      of(model).length === 0
        ? missing('OpenRouter lists none')
        : { text: String(of(model).length), title: list(of(model)) },
  });
}

const LISTED_PRICE = column({
  label: 'Price as listed',
  unit: UNIT_NOT_STATED,
  sort: null,
  numeric: true,
  show: ({ prices: { input, imageOutput } }) => {
    const price = input.kind === 'none' ? imageOutput : input;
    return price?.kind === 'unstated'
      ? { text: markup`<code>${price.text}</code>`, title: exactPrice(price) }
      : priceCell(price ?? { kind: 'none' });
  },
});

const NO_PRICE = column({
  label: 'Price',
  unit: null,
  sort: null,
  numeric: false,
  show: ({ prices: { input } }) =>
    input.kind === 'unknown' ? { text: 'not given', title: input.reason } : priceCell(input),
});

function linkColumn(label: string): Column {
  return column({
    label,
    unit: null,
    sort: null,
    numeric: false,
    show: ({ id, name }) => ({
      text: markup`<a href="${openRouterUrl(id)}" rel="external">On OpenRouter<span class="sr-only">: ${name}</span> ↗</a>`,
    }),
  });
}

/** What is worth a column besides the price. */
const FACTS: ReadonlyMap<string, readonly Column[]> = new Map([
  ['image', [INPUTS]],
  ['video', [INPUTS]],
  ['speech', [VOICES]],
  ['transcription', [PARAMETERS]],
  ['embeddings', [tokensColumn('Max input'), OTHER_INPUTS, WEIGHTS]],
  ['rerank', [tokensColumn('Max input'), INPUTS, WEIGHTS]],
]);

/** The prices that models of an output bill. */
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
  const facts = FACTS.get(output) ?? [CONTEXT];
  switch (state) {
    case 'priced':
      return [...(PRICES.get(output) ?? [INPUT, OUTPUT]), ...facts, ADDED];
    case 'unstated':
      return [LISTED_PRICE, linkColumn('Unit'), ...facts, ADDED];
    case 'unknown':
      return [NO_PRICE, linkColumn('Price list'), ...facts, ADDED];
  }
}

function nouns(modalities: readonly string[]): string {
  return list(modalityNouns(modalities));
}
