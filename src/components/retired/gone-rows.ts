import type { Model } from '../../catalog/model.ts';
import type { Monogram } from '../../catalog/monogram.ts';
import type { Successor } from '../../history/successor.ts';
import { cellPrice } from '../../site/format.ts';
import { successorReason } from '../../site/history-words.ts';
import { markup, type Html } from '../../site/html.ts';
import { modelPath, url } from '../../site/urls.ts';

/** A cell with its label, which phones show beside it. */
export interface GoneCell {
  readonly label: string;
  readonly content: Html;
  readonly isNumber: boolean;
}

/** A row of a table of models that went or are about to: what they are, some facts, and what to use instead. */
export function goneRow(model: Model, cells: readonly GoneCell[], monogram: Monogram | null): Html {
  const tile = monogram && markup` class="h${monogram.hue}" data-m="${monogram.letters}"`;
  return markup`<tr data-model-id="${model.id}"><th scope="row"${tile}><a href="${url(modelPath(model.id))}">${model.name}</a><code>${model.id}</code></th>${cells.map(
    ({ label, content, isNumber }) =>
      markup`<td${isNumber && markup` class="n"`} data-l="${label}">${content}</td>`,
  )}</tr>`;
}

/** `$0.10 → $0.32`. */
export function pricesText({ prices: { input, output } }: Model): string {
  return input.kind === output.kind && input.kind !== 'amount'
    ? input.kind
    : `${cellPrice(input)} → ${cellPrice(output)}`;
}

/** What is suggested, and why. */
export function insteadContent(successor: Successor | null, other: Model | null): Html {
  if (successor === null || other === null)
    return markup`<small>nothing close enough by the same author</small>`;
  return markup`<a href="${url(modelPath(other.id))}">${other.name}</a> <span>${pricesText(other)}</span><small>${successorReason(successor)}</small>`;
}
