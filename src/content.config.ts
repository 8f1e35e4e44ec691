import { defineCollection } from 'astro:content';
import { z } from 'astro/zod';
import type { Model } from './catalog/model.ts';
import { catalogLoaders, type SnapshotEntry } from './loaders/catalog.ts';

const { models, snapshot } = catalogLoaders();

// The loaders return validated data of our own types. The schemas only declare the types.
export const collections = {
  models: defineCollection({ loader: models, schema: z.custom<Model>() }),
  snapshot: defineCollection({ loader: snapshot, schema: z.custom<SnapshotEntry>() }),
};
