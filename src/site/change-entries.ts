import { baseIdOf } from '../catalog/id.ts';
import { alikeChanges, type AlikeChanges } from '../history/alike-changes.ts';
import type { Change } from '../history/change.ts';
import type { ChangeItem } from '../search/changes/change-item.ts';

/** A line of a list of changes, with what filters and figures need. */
export interface ChangeEntry extends ChangeItem {
  readonly alike: AlikeChanges;
}

export function changeEntries(changes: readonly Change[]): readonly ChangeEntry[] {
  return alikeChanges(changes).map((alike) => ({
    alike,
    kind: alike.topic,
    author: alike.author,
    percent: alike.percent,
    isDated: alike.between.isDated,
    count: alike.changes.length,
    models: alike.changes.map(({ id }) => baseIdOf(id)),
  }));
}
