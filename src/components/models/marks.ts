import type { Model, ModelId } from '../../catalog/model.ts';
import { date } from '../../site/format.ts';
import type { Html } from '../../site/html.ts';
import { markup } from '../../site/html.ts';
import { leavingModels, newModels, recentMoves } from '../../site/queries/history.ts';
import { models } from '../../site/queries.ts';
import { once } from '../../site/once.ts';
import { moveTag } from '../history/move-tag.ts';

/** The tags of every row that has some: new, its price moved in the last 30 days, announced to leave. */
export const rowMarks = once(async (): Promise<ReadonlyMap<ModelId, Html>> => {
  const [all, news, moves, leaving] = await Promise.all([
    models(),
    newModels(),
    recentMoves(),
    leavingModels(),
  ]);
  const leaves = new Set(leaving);
  return new Map(
    all.flatMap((model) => {
      const move = moves.get(model.id)?.move;
      const tags = markup`${news.has(model.id) && markup`<b class="tag">new</b>`}${move && moveTag(move)}${leaves.has(model) && leavesTag(model)}`;
      return tags.text === '' ? [] : [[model.id, tags] as const];
    }),
  );
});

function leavesTag({ expiration }: Model): Html {
  return markup`<b class="tag leave">leaves ${date(expiration ?? '')}</b>`;
}
