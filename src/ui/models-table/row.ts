import type { ModelGroup } from '../../catalog/group.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import type { Monogram } from '../../catalog/monogram.ts';
import { memberAhead, type SortKey } from '../../catalog/sort.ts';
import { aheadText } from '../../catalog/format.ts';
import { Html, markup } from '../../site/html.ts';
import { modelPath, url } from '../../site/urls.ts';
import type { Column } from './columns.ts';

export interface RowContext {
  readonly monograms: ReadonlyMap<string, Monogram>;
  readonly columns: readonly Column[];
  /** Tags beside the names of models that are new, moved or leave. */
  readonly marks: ReadonlyMap<ModelId, Html>;
  /** Where a variant would come before its base: what the base's cell of that column says. */
  readonly sortedBy?: SortKey;
  /** All rows are of one author, who need not be named in each. */
  readonly ofOneAuthor?: boolean;
}

/** A group as a row group of its own: the base, then its variants and aliases, folded until the reader asks. */
export function groupRows(group: ModelGroup, context: RowContext): Html {
  const { base, members } = group;
  const cells = cellsSortedBy(group, context) ?? cellsOf(base, context);
  return markup`<tbody>${modelRow(base, cells, context, members.length)}${members.map((model) =>
    modelRow(model, cellsOf(model, context), context),
  )}</tbody>`;
}

function modelRow(model: Model, cells: Html, context: RowContext, foldedCount?: number): Html {
  const isFolded = foldedCount === undefined;
  return markup`<tr data-model-id="${model.id}"${isFolded && markup` class="v"`}>${nameCell(model, context, foldedCount ?? 0)}${cells}</tr>`;
}

function nameCell(model: Model, { monograms, marks, ofOneAuthor }: RowContext, foldedCount: number): Html {
  const monogram = monograms.get(model.author.slug);
  const tile = monogram && markup` class="h${monogram.hue}" data-m="${monogram.letters}"`;
  const name = markup`<a href="${url(modelPath(model.id))}">${model.name}</a>`;
  const unfold =
    foldedCount > 0 &&
    markup`<label title="Variants and aliases of ${model.name}"><input type="checkbox">${foldedCount} more</label>`;
  const id = markup`<small>${ofOneAuthor !== true && `${model.author.name} · `}<code>${model.id}</code></small>`;
  return markup`<th scope="row"${tile}>${name}${marks.get(model.id)}${unfold}${id}</th>`;
}

const cellCache = new WeakMap<readonly Column[], WeakMap<Model, Html>>();

/** The cells of a model are the same on every page that lists it in the same columns. */
function cellsOf(model: Model, { columns }: RowContext): Html {
  const cache = cellCache.get(columns) ?? new WeakMap<Model, Html>();
  cellCache.set(columns, cache);
  const cells = cache.get(model) ?? markup`${columns.map((column) => column.cell(model))}`;
  cache.set(model, cells);
  return cells;
}

/** The base's cells with a word on the member that would stand before it in this order; `null` when none would. */
function cellsSortedBy(group: ModelGroup, { columns, sortedBy }: RowContext): Html | null {
  const ahead = sortedBy === undefined ? null : memberAhead(group, sortedBy);
  if (ahead === null) return null;
  const cells = columns.map((column) => {
    const cell = column.cell(group.base);
    if (column.sort !== sortedBy) return cell;
    const note = aheadText(ahead.id, textOf(column.cell(ahead)));
    return new Html(cell.text.replace('<td', markup`<td data-ahead="${note}"`.text));
  });
  return markup`${cells}`;
}

/** The text of a cell that holds no markup of its own. */
function textOf(cell: Html): string {
  return cell.text.replace(/^<[^>]*>|<\/td>$/g, '');
}
