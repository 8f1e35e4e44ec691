import { predecessorsOf, rivalsAmong } from '../../catalog/closest-rival.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { models } from './catalog.ts';
import { everyModelById, history } from './history.ts';

/** The models that a model's page offers for comparison; `null` without one. */
interface Comparable {
  readonly predecessor: Model | null;
  readonly rival: Model | null;
}

const rivals = once(async () => rivalsAmong(await models()));

/** A newer model of the same family succeeds a model; a base does not succeed its variants. */
const predecessors = once(async (): Promise<ReadonlyMap<ModelId, Model>> => {
  const { successorOf } = await history();
  const mains = [...(await everyModelById()).values()].filter(
    ({ variant, isAlias }) => variant === null && !isAlias,
  );
  return predecessorsOf(
    mains.flatMap((model) => {
      const successor = successorOf(model.id);
      return successor?.reason === 'family' ? [[model, successor.id] as const] : [];
    }),
  );
});

export async function comparableWith(model: Model): Promise<Comparable> {
  return {
    predecessor: (await predecessors()).get(model.id) ?? null,
    rival: (await rivals())(model),
  };
}
