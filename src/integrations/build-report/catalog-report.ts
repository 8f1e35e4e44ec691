import { CATEGORY_NAMES, type Category } from '../../catalog/categories.ts';
import type { Model } from '../../catalog/model.ts';
import type { Dropped, Quarantined, Snapshot } from '../../catalog/snapshot.ts';

/** The catalog's part of the report. */
export interface CatalogReport {
  readonly source: Snapshot['source'];
  /** ISO time. */
  readonly captured_at: string;
  /** Listed rows, variants and aliases included. */
  readonly models: number;
  readonly variants: number;
  readonly aliases: number;
  readonly retired: number;
  /** Number of ranked rows in each category. Categories whose order is unavailable are missing. */
  readonly categories: Readonly<Partial<Record<Category, number>>>;
  readonly categories_origin: Snapshot['categoriesOrigin'];
  readonly events: number;
  readonly quarantined: readonly Quarantined[];
  readonly unknown: readonly string[];
  /** Invalid display-only fields. */
  readonly dropped: readonly Dropped[];
}

export interface Catalog {
  readonly snapshot: Omit<Snapshot, 'models' | 'facts'>;
  readonly models: readonly Pick<Model, 'variant' | 'isAlias'>[];
  readonly categoryCounts: Readonly<Record<Category, number>>;
  /** Number of models in the ledger that are not listed. */
  readonly retired: number;
  /** Number of changes in the ledger up to the capture. */
  readonly events: number;
}

export function reportOn({ snapshot, models, categoryCounts, retired, events }: Catalog): CatalogReport {
  const ranked = CATEGORY_NAMES.filter((name) => snapshot.categories[name].ids !== null);
  return {
    source: snapshot.source,
    captured_at: snapshot.capturedAt,
    models: models.length,
    variants: models.filter(({ variant }) => variant !== null).length,
    aliases: models.filter(({ isAlias }) => isAlias).length,
    retired,
    categories: Object.fromEntries(ranked.map((name) => [name, categoryCounts[name]])),
    categories_origin: snapshot.categoriesOrigin,
    events,
    quarantined: snapshot.quarantined,
    unknown: snapshot.unknown,
    dropped: snapshot.dropped,
  };
}
