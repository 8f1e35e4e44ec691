import type { Model, ModelId } from './model.ts';

/** Models to compare with a model: its rival and its predecessor. */

/**
 * Finds the closest rival of a model: the nearest in popularity rank with the same outputs by another author;
 * of two equally near, the more used one. Variants, aliases, routers and models without a rank are never
 * rivals; for them, and without a rival, `null`.
 */
export function rivalsAmong(models: readonly Model[]): (model: Model) => Model | null {
  const ranked = models.filter(isComparable).sort((a, b) => (a.popularity ?? 0) - (b.popularity ?? 0));
  const byOutputs = Map.groupBy(ranked, outputsKey);
  return (model) => {
    if (!isComparable(model)) return null;
    const peers = byOutputs.get(outputsKey(model)) ?? [];
    const place = peers.findIndex(({ id }) => id === model.id);
    if (place < 0) return null;
    const isRival = ({ author }: Model): boolean => author.slug !== model.author.slug;
    const above = peers.slice(0, place).findLast(isRival);
    const below = peers.slice(place + 1).find(isRival);
    if (above === undefined || below === undefined) return above ?? below ?? null;
    return distance(model, below) < distance(model, above) ? below : above;
  };
}

/**
 * The predecessor of each model that has one, by the model's id: of several, the one added last. `succeeded`
 * has pairs of a model and the id of its successor.
 */
export function predecessorsOf(
  succeeded: Iterable<readonly [model: Model, successor: ModelId]>,
): ReadonlyMap<ModelId, Model> {
  const predecessors = new Map<ModelId, Model>();
  for (const [model, successor] of succeeded) {
    const known = predecessors.get(successor);
    if (model.id !== successor && (known === undefined || isLater(model, known))) {
      predecessors.set(successor, model);
    }
  }
  return predecessors;
}

function isComparable({ variant, isAlias, isRouter, popularity }: Model): boolean {
  return variant === null && !isAlias && !isRouter && popularity !== null;
}

function outputsKey({ outputModalities }: Model): string {
  return JSON.stringify([...outputModalities].sort());
}

function distance(a: Model, b: Model): number {
  return Math.abs((a.popularity ?? 0) - (b.popularity ?? 0));
}

function isLater(a: Model, b: Model): boolean {
  const [one, other] = [a.addedAt ?? '', b.addedAt ?? ''];
  return one === other ? a.id < b.id : one > other;
}
