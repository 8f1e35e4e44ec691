import type { Model } from './model.ts';

/**
 * Whether it picks a model for each request. Also true of a router without a dynamic price, such as one that
 * picks among free models.
 */
export function picksModels({ isRouter, tokenizer }: Pick<Model, 'isRouter' | 'tokenizer'>): boolean {
  return isRouter || tokenizer === 'Router';
}
