import { aheadText, foldedText } from '../../catalog/folded-words.ts';
import type { ModelGroup } from '../../catalog/group.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import type { Monogram } from '../../catalog/monogram.ts';
import { memberAhead } from '../../catalog/sort.ts';
import { markup, type Html } from '../../site/html.ts';
import { modelPath, url } from '../../site/urls.ts';
import { cellHtml, type Column } from './column.ts';

/*
 * Pages contain thousands of rows, so markup is short and optional end tags are left out. What a column says
 * about all of its cells is said by the place of a cell (places.ts).
 * Attributes: `data-m` the author's monogram; `data-sort` a cell's sort key if it differs from its text;
 * `data-ahead` a variant that would sort before its base.
 * Class of a row: `v` folds under the previous row (a variant or an alias).
 * Classes of a name: `h0`–`h11` the color of the monogram.
 * Classes of a cell: `w` words rather than figures; `m` words drawn as icons (icon-cells.ts).
 */

export interface RowContext {
  readonly monograms: ReadonlyMap<string, Monogram>;
  readonly columns: readonly Column[];
  /** Tags next to the names of models that are new, retiring or had a price change. */
  readonly marks: ReadonlyMap<ModelId, Html>;
  /** The key of the sort column. If a variant would sort before its base, the base's cell has a note. */
  readonly sortedBy?: string;
  /** All rows have the same author, so rows leave the author out. */
  readonly ofOneAuthor?: boolean;
}

/** A model group as a row group: the base, then its variants and aliases, folded. */
export function groupRows(group: ModelGroup, context: RowContext): Html {
  const { base, members } = group;
  const cells = cellsSortedBy(group, context) ?? cellsOf(base, context);
  return markup`<tbody>${modelRow(base, cells, context, members)}${members.map((model) =>
    modelRow(model, cellsOf(model, context), context),
  )}`;
}

function modelRow(model: Model, cells: Html, context: RowContext, folded?: readonly Model[]): Html {
  const { marks, ofOneAuthor } = context;
  const unfold =
    folded !== undefined &&
    folded.length > 0 &&
    markup`<label><input type="checkbox">${foldedText(folded.map(({ id }) => id))}</label>`;
  const name = nameCell(model, context.monograms.get(model.author.slug), {
    before: marks.get(model.id),
    after: unfold === false ? undefined : unfold,
    author: ofOneAuthor === true ? null : model.author.name,
  });
  return markup`<tr${folded === undefined && markup` class="v"`}>${name}${cells}`;
}

interface NameOptions {
  /** Shown before the id. */
  readonly before?: Html | undefined;
  /** Shown after the id. */
  readonly after?: Html | undefined;
  /** The author's name, for filters by words. Not shown, because the id has the author. */
  readonly author?: string | null;
}

/** The first cell of a row: the name, and below it the id. */
export function nameCell(
  model: Model,
  monogram: Monogram | null | undefined,
  { before, after, author = null }: NameOptions = {},
): Html {
  const tile = monogram && markup` class="h${monogram.hue}" data-m="${monogram.letters}"`;
  const name = markup`<a href="${url(modelPath(model.id))}">${model.name}</a>`;
  const isInId = author === null || plain(model.id).includes(plain(author));
  const id = markup`<small>${!isInId && markup`<i hidden>${author} </i>`}<code>${model.id}</code></small>`;
  return markup`<th scope="row"${tile}>${name}${before}${after}${id}`;
}

/** Letters and digits alone: a filter finds a name in an id that differs in other signs. */
function plain(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

const cellCache = new WeakMap<readonly Column[], WeakMap<Model, Html>>();

/** The cells of a model, cached: they are the same on every page with the same columns. */
function cellsOf(model: Model, { columns }: RowContext): Html {
  const cache = cellCache.get(columns) ?? new WeakMap<Model, Html>();
  cellCache.set(columns, cache);
  const cells = cache.get(model) ?? markup`${columns.map((column) => cellHtml(column, model))}`;
  cache.set(model, cells);
  return cells;
}

/**
 * The base's cells with a note on the member that would sort before it; `null` if there is no such member.
 */
function cellsSortedBy(group: ModelGroup, { columns, sortedBy }: RowContext): Html | null {
  const sorted = columns.find(({ key }) => key === sortedBy);
  const ahead = sorted?.sort ? memberAhead(group, sorted.sort) : null;
  if (!sorted || sorted.isWords || ahead === null) return null;
  const note = aheadText(ahead.id, String(sorted.show(ahead).text));
  const { base } = group;
  return markup`${columns.map((column) => cellHtml(column, base, { ahead: column === sorted ? note : undefined }))}`;
}
