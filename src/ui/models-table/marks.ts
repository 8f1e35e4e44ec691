import type { ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import type { Arrival } from '../../site/arrivals.ts';
import { markup, type Html } from '../../site/html.ts';
import { arrivals, recentMoves } from '../../site/queries/changes.ts';
import { models, snapshot } from '../../site/queries/catalog.ts';
import { arrivalDate, arrivalTag } from '../../site/words/arrivals.ts';
import { removalTag } from '../../site/words/removal.ts';
import { moveTag } from '../price-history/move-tag.ts';

/**
 * The tag of each row that has one: retiring, new, or a price change in the last 30 days. A row has one tag
 * at most, the first that applies.
 */
export const rowMarks = once(async (): Promise<ReadonlyMap<ModelId, Html>> => {
  const [all, news, moves, { capturedAt }] = await Promise.all([
    models(),
    arrivals(),
    recentMoves(),
    snapshot(),
  ]);
  return new Map(
    all.flatMap(({ id, expiration }) => {
      const arrival = news.get(id);
      const move = moves.get(id)?.move;
      const tag =
        expiration !== null
          ? markup`<b class="tag warn">${removalTag(expiration, capturedAt)}</b>`
          : arrival
            ? arrivalMark(arrival)
            : move && moveTag(move);
      return tag === undefined || tag.text === '' ? [] : [[id, tag] as const];
    }),
  );
});

/** The date column shows a model's own date; a variant's row shows the date of its base. */
function arrivalMark(arrival: Arrival): Html {
  const title = arrival.kind !== 'model' && markup` title="${arrivalDate(arrival)}"`;
  return markup`<b class="tag"${title}>${arrivalTag(arrival)}</b>`;
}
