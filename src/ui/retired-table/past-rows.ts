import type { Model } from '../../catalog/model.ts';
import type { Monogram } from '../../catalog/monogram.ts';
import { exactTitle, pricesText } from '../../catalog/format.ts';
import { markup, type Html } from '../../site/html.ts';
import type { Replacement } from '../../site/replacement.ts';
import { modelPath, url } from '../../site/urls.ts';
import { NO_REPLACEMENT, replacementWords } from '../../site/words/replacement.ts';

/** A cell with its label, which phones show beside it. */
export interface GoneCell {
  readonly label: string;
  readonly content: Html;
  readonly isNumber: boolean;
}

/** A row of a table of models that went or are about to: what they are, some facts, and what may replace them. */
export function goneRow(model: Model, cells: readonly GoneCell[], monogram: Monogram | null): Html {
  const tile = monogram && markup` class="h${monogram.hue}" data-m="${monogram.letters}"`;
  return markup`<tr data-model-id="${model.id}"><th scope="row"${tile}><a href="${url(modelPath(model.id))}">${model.name}</a><small><code>${model.id}</code></small></th>${cells.map(
    ({ label, content, isNumber }) =>
      markup`<td${isNumber && markup` class="n"`} data-l="${label}">${content}</td>`,
  )}</tr>`;
}

/** `$0.10 → $0.32`, every digit in the title where the text rounds. */
export function pricesContent(model: Model): Html {
  const title = exactTitle(model.prices.input, model.prices.output);
  return markup`<span${title !== undefined && markup` title="${title}"`}>${pricesText(model)}</span>`;
}

/** What may replace a model, why, and what is lost with it. */
export function replacementContent(replacement: Replacement | null): Html {
  if (replacement === null) return markup`<small>${NO_REPLACEMENT}</small>`;
  const { model } = replacement;
  return markup`<a href="${url(modelPath(model.id))}">${model.name}</a> ${pricesContent(model)}<small>${replacementWords(replacement)}</small>`;
}
