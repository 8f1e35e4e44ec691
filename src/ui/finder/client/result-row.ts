import { cellUsd, MISSING, shortTokens } from '../../../catalog/format.ts';
import { isAmount, type Filterable, type FilterPrice } from '../../../search/filterable.ts';
import type { FinderFacts } from '../../../search/index/finder-file.ts';
import { modelPath, url } from '../../../site/urls.ts';

/** A row of results as text, by the `data-cell` of its parts. */
export interface ResultRow {
  readonly id: string;
  readonly href: string;
  readonly cells: Readonly<Record<Cell, string>>;
}

type Cell = 'name' | 'author' | 'note' | 'input' | 'output' | 'context' | 'phone-context';

/** `authors`: names by slug, where they are not the slug. */
export function resultRow(
  model: Filterable,
  { name, note }: FinderFacts,
  authors: ReadonlyMap<string, string>,
): ResultRow {
  const context = shortTokens(model.context);
  return {
    id: model.id,
    href: url(modelPath(model.id)),
    cells: {
      name,
      author: authors.get(model.author) ?? model.author,
      note,
      input: priceText(model.input),
      output: priceText(model.output),
      context,
      'phone-context': model.context ? `${context} context` : '',
    },
  };
}

function priceText(price: FilterPrice): string {
  if (price === 'none') return MISSING;
  return isAmount(price) ? cellUsd(price) : price;
}
