import type { Model } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import type { Move } from '../../catalog/price-change.ts';
import type { Arrival } from '../arrivals.ts';
import { pricePairs, type PricePair } from '../price-pairs.ts';
import { groups } from './catalog.ts';
import { arrivals, recentMoves } from './changes.ts';

/** Changes of the last 30 days for the home page: most used models first, without variants and aliases. */

/** A model whose price differs from that of 30 days ago. */
export interface MovedModel {
  readonly model: Model;
  readonly move: Move;
  readonly pairs: readonly PricePair[];
}

/** The same moves as the tags in the list of models. */
export const movedModels = once(
  async (): Promise<{
    readonly increases: readonly MovedModel[];
    readonly decreases: readonly MovedModel[];
  }> => {
    const moves = await recentMoves();
    const moved = (await bases()).flatMap((model) => {
      const net = moves.get(model.id);
      return net ? [{ model, move: net.move, pairs: pricePairs(net.changes, model.prices) }] : [];
    });
    const inDirection = (...directions: readonly Move['direction'][]) =>
      moved.filter(({ move }) => directions.includes(move.direction));
    return {
      increases: inDirection('rise', 'became-paid'),
      decreases: inDirection('drop', 'became-free'),
    };
  },
);

interface NewModels {
  readonly models: readonly { readonly model: Model; readonly arrival: Arrival }[];
  /** The number of new variants of older models. */
  readonly variants: number;
}

export const newModels = once(async (): Promise<NewModels> => {
  const news = await arrivals();
  const models = (await bases()).flatMap((model) => {
    const arrival = news.get(model.id);
    return arrival === undefined || arrival.kind === 'variant' ? [] : [{ model, arrival }];
  });
  return { models, variants: [...news.values()].filter(({ kind }) => kind === 'variant').length };
});

/** A variant's price changes with its base model's price, so listing it would repeat the change. */
const bases = once(async (): Promise<readonly Model[]> =>
  (await groups()).flatMap(({ base }) => (base.isAlias ? [] : [base])),
);
