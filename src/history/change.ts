import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { Difference } from '../ledger/kinds/fact-kinds.ts';
import type { ChangeBody, ChangeKind } from '../ledger/kinds/registry.ts';

/** The time of an event, as far as captures can date it. */
export interface Between {
  /** ISO time of the last capture before the event. */
  readonly after: string | null;
  /** ISO time of the capture that found the event; the event is shown under this day. */
  readonly by: string;
  /** Whether the two are close enough to use `by` as the date. Otherwise show "some time between". */
  readonly isDated: boolean;
}

interface ChangeMeta {
  /** Unique and stable across builds, for feeds and anchors. */
  readonly key: string;
  readonly id: ModelId;
  /** The model's full name at that time. */
  readonly name: string;
  readonly isAlias: boolean;
  readonly between: Between;
  readonly scope: Scope;
  /** All numbers changed by less than one percent: hidden by default. */
  readonly isTiny: boolean;
}

/** One change as pages and feeds show it, after folding. */
export type Change = ChangeMeta & ChangeBody;
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>;
export type DifferenceOf<K extends Difference['kind']> = Extract<Difference, { kind: K }>;

export type { ChangeBody, ChangeKind, Difference };
