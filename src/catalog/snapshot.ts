import type { Category } from './categories.ts';
import type { Facts } from './facts.ts';
import type { Model, ModelId } from './model.ts';

/** The models that a capture requested: with text output only (the endpoint's default), or all. */
export type Scope = 'text' | 'all';

/**
 * The ids of a category or of the popularity order, most used first, or why this capture has none. An id may
 * have no model (its row is in quarantine or missing from the list of all models) and still keeps its rank.
 */
export type RankedIds =
  | { readonly ids: readonly ModelId[]; readonly problem: null }
  | { readonly ids: null; readonly problem: string };

/** The size of the ledger's last capture, which a live capture is compared with. */
export interface PreviousSize {
  /** ISO time. */
  readonly capturedAt: string;
  readonly scope: Scope;
  readonly count: number;
  /** The rows with text output: the size that the scope `text` would have had. */
  readonly textCount: number;
}

/** A row that failed validation, kept with the reason so that nothing is dropped silently. */
export interface Quarantined {
  /** The row's id, or its position (`row 17`) when it has none. */
  readonly id: string;
  /** Path in the row, such as `pricing.prompt`; empty for the row itself. */
  readonly path: string;
  readonly problem: string;
}

/** An invalid display-only field: its row is listed without it. */
export interface Dropped {
  /** The row's id. */
  readonly id: string;
  /** Path in the row, such as `knowledge_cutoff`. */
  readonly path: string;
  readonly problem: string;
}

/** The whole catalog at one moment: a validated and translated capture. */
export interface Snapshot {
  /**
   * Source of the rows in this build: the endpoint, a file named by the operator, or the capture in the
   * repository.
   */
  readonly source: 'live' | 'capture' | 'embedded';
  /** Why `auto` did not use the endpoint; `null` when it did, or when the source was not `auto`. */
  readonly fallbackReason: string | null;
  /** ISO time of the capture: the "now" of every page. */
  readonly capturedAt: string;
  readonly scope: Scope;
  /** In the endpoint's order. */
  readonly models: readonly Model[];
  /** The facts of each model that the ledger stores. */
  readonly facts: ReadonlyMap<ModelId, Facts>;
  readonly categories: Readonly<Record<Category, RankedIds>>;
  /** Whether the category order is real usage, a stand-in that must be labeled as such, or missing. */
  readonly categoriesOrigin: 'endpoint' | 'stand-in' | 'none';
  /** Why and how the stand-in was made, shown with it. */
  readonly categoriesNote: string | null;
  /** Why no model has a popularity; `null` when popularity is known. */
  readonly popularityProblem: string | null;
  readonly quarantined: readonly Quarantined[];
  readonly dropped: readonly Dropped[];
  /** Upstream paths and enum values that are unknown to this site, sorted, without duplicates. */
  readonly unknown: readonly string[];
}
