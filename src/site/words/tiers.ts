import { faithfulTokens } from '../../catalog/figures.ts';
import type { Model } from '../../catalog/model.ts';

/**
 * For which requests the input or output price differs from that of a short prompt: `other prices above
 * 200K`, `other prices at some hours`. Empty if for none.
 */
export function tierNote({ tiers }: Pick<Model, 'tiers'>): string {
  const own = tiers.filter(({ prices }) => prices.input !== undefined || prices.output !== undefined);
  const conditions = own.flatMap(({ when }) => when);
  const edges = conditions.flatMap((when) => (when.kind === 'prompt-above' ? [when.tokens] : []));
  const where = [
    ...(edges.length > 0 ? [`above ${faithfulTokens(Math.min(...edges))}`] : []),
    ...(conditions.length > edges.length ? ['at some hours'] : []),
  ];
  return where.length > 0 ? `other prices ${where.join(' and ')}` : '';
}
