import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Model } from './catalog/model.ts';
import {
  catalogLoaders,
  type LedgerEntry,
  type RankingsEntry,
  type SnapshotEntry,
} from './loaders/catalog.ts';

const { models, snapshot, ledger, rankings } = catalogLoaders();

// The loaders hand over data of our own types, judged where it came in; the schemas only carry the types.
export const collections = {
  models: defineCollection({ loader: models, schema: z.custom<Model>() }),
  snapshot: defineCollection({ loader: snapshot, schema: z.custom<SnapshotEntry>() }),
  ledger: defineCollection({ loader: ledger, schema: z.custom<LedgerEntry>() }),
  rankings: defineCollection({ loader: rankings, schema: z.custom<RankingsEntry>() }),
};
