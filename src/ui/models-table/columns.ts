import { CAPABILITIES, hasCapability, ROW_CAPABILITIES } from '../../catalog/capabilities.ts';
import type { Category } from '../../catalog/categories.ts';
import { isMaxOutputCut } from '../../catalog/limits.ts';
import type { Model } from '../../catalog/model.ts';
import { sortValue, type Price } from '../../catalog/price.ts';
import { SORTS, type SortKey } from '../../catalog/sort.ts';
import { cellPrice, date, exactPrice, exactTitle, list, MISSING, shortTokens } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import { modalityIcon } from './modality-icons.ts';

/** A column of a table of models, after the first one, which names the model. */
export interface Column {
  readonly label: string;
  /** Unit under the label. */
  readonly unit: string | null;
  /** Columns that order the table. */
  readonly sort: SortKey | null;
  readonly numeric: boolean;
  cell(model: Model): Html;
}

/** Width of a bar in a price cell, 0–9, on a scale of logarithms from 1 cent to 100 dollars a million. */
function barStep(price: Price): number | null {
  const value = sortValue(price);
  if (value === null || value === 0) return null;
  const LOW = -2;
  const DECADES = 4;
  return Math.round(Math.min(1, Math.max(0, (Math.log10(value) - LOW) / DECADES)) * 9);
}

/** What the “+” beside a price means. */
const TIERS_TITLE = 'has tiers, by length of the prompt or by hour: see its page';

/** What a model bills in place of text, where it gives images: `image output $14.4 / M image tokens`. */
function otherPrice({ prices }: Model): string {
  const { imageOutput } = prices;
  return imageOutput === undefined ? '' : `: image output ${exactPrice(imageOutput)}`;
}

function priceCell(price: Price | undefined, hasTiers: boolean, other = ''): Html {
  const shown = cellPrice(price);
  if (price === undefined) return markup`<td class="n" title="Not billed separately">${shown}</td>`;
  if (price.kind === 'none') return markup`<td class="n" title="Not billed${other}">${shown}</td>`;
  if (price.kind === 'unknown') return markup`<td class="n" title="${price.reason}">${shown}</td>`;
  if (price.kind === 'unstated') return markup`<td class="n" title="${exactPrice(price)}">${shown}</td>`;
  if (price.kind !== 'amount') return markup`<td class="n">${shown}</td>`;
  const exact = exactTitle(price);
  const title = [exact, hasTiers && TIERS_TITLE].filter(Boolean).join('; ');
  return markup`<td class="n p${barStep(price)}${hasTiers && ' t'}"${exact !== undefined && markup` data-sort="${price.usd}"`}${title !== '' && markup` title="${title}"`}>${shown}</td>`;
}

function tokensCell(tokens: number | null, missing: string, title?: string): Html {
  if (!tokens) return markup`<td class="n" title="${missing}">${MISSING}</td>`;
  return markup`<td class="n" data-sort="${tokens}"${title !== undefined && markup` title="${title}"`}>${shortTokens(tokens)}</td>`;
}

function cutTitle(model: Model): string | undefined {
  return isMaxOutputCut(model) ? `Cut by the context of ${shortTokens(model.context)}` : undefined;
}

const tiersTouch = (model: Model, key: 'input' | 'output' | 'cacheRead'): boolean =>
  model.tiers.some((tier) => tier.prices[key] !== undefined);

function sorted(sort: SortKey): Pick<Column, 'label' | 'unit' | 'sort'> {
  const { header, unit } = SORTS[sort];
  return { label: header, unit, sort };
}

const NO_CAPABILITY = `None of ${list(ROW_CAPABILITIES.map((key) => CAPABILITIES[key].label.toLowerCase()))}`;

/** The words of a row; the table's filters read them. */
function capabilityCell(model: Model): Html {
  const words = ROW_CAPABILITIES.filter((key) => hasCapability(model, key)).map(
    (key) => CAPABILITIES[key].short,
  );
  if (words.length === 0) return markup`<td class="c" title="${NO_CAPABILITY}">${MISSING}</td>`;
  return markup`<td class="c">${words.join(' · ')}</td>`;
}

/** All columns, in the order of the table. */
export const COLUMNS: readonly Column[] = [
  {
    ...sorted('context'),
    numeric: true,
    cell: (model) => tokensCell(model.context, 'OpenRouter gives no context length'),
  },
  {
    ...sorted('max-output'),
    numeric: true,
    cell: (model) => tokensCell(model.maxOutput, 'OpenRouter gives no limit', cutTitle(model)),
  },
  {
    ...sorted('input'),
    numeric: true,
    cell: (model) => priceCell(model.prices.input, tiersTouch(model, 'input'), otherPrice(model)),
  },
  {
    ...sorted('output'),
    numeric: true,
    cell: (model) => priceCell(model.prices.output, tiersTouch(model, 'output'), otherPrice(model)),
  },
  {
    ...sorted('cached'),
    numeric: true,
    cell: (model) =>
      priceCell(model.isRouter ? model.prices.input : model.prices.cacheRead, tiersTouch(model, 'cacheRead')),
  },
  {
    label: 'Takes',
    unit: '→ gives',
    sort: null,
    numeric: false,
    cell: (model) => markup`<td>${modalityIcon(model.inputModalities, model.outputModalities)}</td>`,
  },
  {
    label: 'Can',
    unit: null,
    sort: null,
    numeric: false,
    cell: capabilityCell,
  },
  {
    ...sorted('newest'),
    numeric: true,
    cell: (model) =>
      model.addedAt === null
        ? markup`<td class="n" title="OpenRouter gives no date">${MISSING}</td>`
        : markup`<td class="n" data-sort="${Date.parse(model.addedAt) / 1000}">${date(model.addedAt)}</td>`,
  },
  {
    ...sorted('popularity'),
    numeric: true,
    cell: (model) =>
      model.popularity === null
        ? markup`<td class="n" title="Not in the most-used order">${MISSING}</td>`
        : markup`<td class="n">${model.popularity}</td>`,
  },
];

/** The same columns with the rank in a category in place of the rank among all. */
export function columnsOfCategory(category: Category): readonly Column[] {
  return COLUMNS.map((column) =>
    column.sort === 'popularity'
      ? {
          ...column,
          label: 'Rank',
          unit: 'in this category',
          cell: (model) => markup`<td class="n">${model.ranks[category] ?? MISSING}</td>`,
        }
      : column,
  );
}
