import type { ModelId } from '../catalog/model.ts';
import type { Scope } from '../catalog/snapshot.ts';
import type { Difference } from '../ledger/kinds/fact-kinds.ts';
import type { ChangeBody, ChangeKind } from '../ledger/kinds/registry.ts';

/** When something happened, as far as captures can tell. */
export interface Between {
  /** ISO time of the last capture in which it had not happened. */
  readonly after: string | null;
  /** ISO time of the capture that found it: the day under which it is shown. */
  readonly by: string;
  /** Whether the two are close enough to call `by` its date; otherwise show "some time between". */
  readonly isDated: boolean;
}

interface ChangeMeta {
  /** Unique and the same in every build: for feeds and anchors. */
  readonly key: string;
  readonly id: ModelId;
  /** The model's full name as of then. */
  readonly name: string;
  readonly isAlias: boolean;
  readonly between: Between;
  readonly scope: Scope;
  /** Numbers of which none changed by one percent: hidden unless asked for. */
  readonly isTiny: boolean;
}

/** One change as pages and feeds show it, after folding. */
export type Change = ChangeMeta & ChangeBody;
export type ChangeOf<K extends ChangeKind> = Extract<Change, { kind: K }>;
export type DifferenceOf<K extends Difference['kind']> = Extract<Difference, { kind: K }>;

export type { ChangeBody, ChangeKind, Difference };
