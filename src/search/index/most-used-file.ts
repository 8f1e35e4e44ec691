import type { Traits } from '../../catalog/closeness.ts';
import { baseIdOf } from '../../catalog/id.ts';

/** The file from which browsers find the closest models to another one. */
export interface MostUsedFile {
  /** A hash of the whole content. Pages reference the file by it. */
  readonly build: string;
  /** Every modality and feature that a model has. */
  readonly needs: readonly string[];
  /** Most used first. */
  readonly models: readonly PackedTraits[];
}

/** Traits without those that follow from the id, and without default values. */
interface PackedTraits extends Pick<Traits, 'id' | 'context' | 'answer'> {
  /** Indexes of `needs`. */
  readonly needs: readonly number[];
  readonly alwaysReasons?: true;
  readonly benchmarks?: Traits['benchmarks'];
}

/** `digest` hashes a text to a build id. */
export function packMostUsed(models: readonly Traits[], digest: (text: string) => string): MostUsedFile {
  const needs = [...new Set(models.flatMap((model) => [...model.needs]))].sort();
  const file = {
    needs,
    models: models.map(({ id, context, answer, alwaysReasons, benchmarks, needs: own }) => ({
      id,
      context,
      answer,
      needs: needs.flatMap((need, place) => (own.has(need) ? [place] : [])),
      ...(alwaysReasons && { alwaysReasons: true as const }),
      ...(benchmarks && { benchmarks }),
    })),
  };
  return { build: digest(JSON.stringify(file)), ...file };
}

export function readMostUsed({ needs, models }: MostUsedFile): readonly Traits[] {
  return models.map((packed) => ({
    id: packed.id,
    baseId: baseIdOf(packed.id),
    author: packed.id.slice(0, packed.id.indexOf('/')),
    needs: new Set(packed.needs.flatMap((place) => needs[place] ?? [])),
    context: packed.context,
    answer: packed.answer,
    alwaysReasons: packed.alwaysReasons ?? false,
    benchmarks: packed.benchmarks ?? null,
  }));
}
