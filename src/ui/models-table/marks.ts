import type { Model, ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import type { Arrival } from '../../site/arrivals.ts';
import { markup, type Html } from '../../site/html.ts';
import { arrivals, recentMoves } from '../../site/queries/changes.ts';
import { models, snapshot } from '../../site/queries/catalog.ts';
import { arrivalDate, arrivalTag } from '../../site/words/arrivals.ts';
import { removalTag } from '../../site/words/removal.ts';
import { moveTag } from '../price-history/move-tag.ts';

/** The tags of rows: new, price changed in the last 30 days, or retiring. Rows without tags are left out. */
export const rowMarks = once(async (): Promise<ReadonlyMap<ModelId, Html>> => {
  const [all, news, moves, { capturedAt }] = await Promise.all([
    models(),
    arrivals(),
    recentMoves(),
    snapshot(),
  ]);
  return new Map(
    all.flatMap((model) => {
      const arrival = news.get(model.id);
      const move = moves.get(model.id)?.move;
      const tags = markup`${arrival && arrivalMark(arrival)}${move && moveTag(move)}${retiringTag(model, capturedAt)}`;
      return tags.text === '' ? [] : [[model.id, tags] as const];
    }),
  );
});

/** The date column shows a model's own date; a variant's row shows the date of its base. */
function arrivalMark(arrival: Arrival): Html {
  const title = arrival.kind !== 'model' && markup` title="${arrivalDate(arrival)}"`;
  return markup`<b class="tag"${title}>${arrivalTag(arrival)}</b>`;
}

function retiringTag({ expiration }: Model, now: string): Html | null {
  return expiration === null ? null : markup`<b class="tag warn">${removalTag(expiration, now)}</b>`;
}
