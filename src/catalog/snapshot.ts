import type { Category } from './categories.ts';
import type { Facts } from './facts.ts';
import type { Model, ModelId } from './model.ts';

/** What the request asked for: text models only (the endpoint's default), or all outputs. */
export type Scope = 'text' | 'all';

/**
 * A category's order, or why this capture has none. The ids are the endpoint's answer, in its order: one of them may have no
 * model, when its row is in quarantine or missing from the list of all models, and keeps its place in the ranking all the same.
 */
export type CategoryList =
  | { readonly ids: readonly ModelId[]; readonly problem: null }
  | { readonly ids: null; readonly problem: string };

/** How large the ledger's last capture was: what a live one is compared with. */
export interface PreviousSize {
  /** ISO time. */
  readonly capturedAt: string;
  readonly scope: Scope;
  readonly count: number;
  /** Of these, the rows that give text: what the narrower scope would have brought. */
  readonly textCount: number;
}

/** A row that failed validation, kept with the reason so that nothing is lost silently. */
export interface Quarantined {
  /** The row's id, or its position (`row 17`) when it has none. */
  readonly id: string;
  /** Where in the row, such as `pricing.prompt`; empty for the row itself. */
  readonly path: string;
  readonly problem: string;
}

/** A field that is only shown and made no sense: its row is listed without it. */
export interface Dropped {
  /** The row's id. */
  readonly id: string;
  /** Where in the row, such as `knowledge_cutoff`. */
  readonly path: string;
  readonly problem: string;
}

/** Everything known of the catalog at one moment: a capture, validated and translated. */
export interface Snapshot {
  /** Where the rows came from in this build: the endpoint, a file the operator named, or the capture in the repository. */
  readonly source: 'live' | 'capture' | 'embedded';
  /** Why `auto` did not use the endpoint; `null` when it did or was not asked to. */
  readonly fallbackReason: string | null;
  /** ISO time of the capture: the "now" of every page. */
  readonly capturedAt: string;
  readonly scope: Scope;
  /** In the endpoint's order. */
  readonly models: readonly Model[];
  /** What the ledger keeps of each model. */
  readonly facts: ReadonlyMap<ModelId, Facts>;
  readonly categories: Readonly<Record<Category, CategoryList>>;
  /** Whether the category order is real usage, a stand-in that must be marked as such, or missing. */
  readonly categoriesOrigin: 'endpoint' | 'stand-in' | 'none';
  /** Why and how the stand-in was made, to be shown with it. */
  readonly categoriesNote: string | null;
  /** Why no model has a popularity; `null` when there is an order. */
  readonly popularityProblem: string | null;
  readonly quarantined: readonly Quarantined[];
  readonly dropped: readonly Dropped[];
  /** Paths and enum values that upstream sent and we have no words for, each once, sorted. */
  readonly unknown: readonly string[];
}
