import { count } from '../../catalog/figures.ts';
import type { RowCount } from '../../catalog/group.ts';

/** `337 models, 72 variants, 12 aliases`. Leaves out zero counts, except that of models if all are zero. */
export function countWords({ models, variants, aliases }: RowCount): string {
  const folded = [
    ...(variants > 0 ? [count(variants, 'variant')] : []),
    ...(aliases > 0 ? [count(aliases, 'alias', 'aliases')] : []),
  ];
  return (models > 0 || folded.length === 0 ? [count(models, 'model'), ...folded] : folded).join(', ');
}
