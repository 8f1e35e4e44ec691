import { measuredKeys } from '../catalog/blend.ts';
import { isSignificant, isTinyRatio } from '../catalog/price-change.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import type { Change } from './change.ts';
import { differencesIn } from './differences.ts';
import type { PriceStep } from './model-history.ts';

/** What changed in a model's prices besides its price changes of at least one percent. */
export interface OtherChanges {
  /** `other`: prices that do not count for these, or tiers. `offset`: those that do, by less when blended. */
  readonly kind: 'none' | 'other' | 'offset';
  /** The prices that count. */
  readonly measured: ReturnType<typeof measuredKeys>;
}

/** Of the changes found after `from` (ISO time). */
export function otherChanges(
  { changes, priceSteps }: { readonly changes: readonly Change[]; readonly priceSteps: readonly PriceStep[] },
  from = '',
): OtherChanges {
  const prices = priceSteps.at(-1)?.prices;
  const measured = prices === undefined ? [] : measuredKeys(prices);
  const isMain = (key: PriceKey): boolean => measured.some((one) => one === key);
  const recent = changes.filter(({ between }) => between.by > from);
  const keys = recent.flatMap((change) =>
    change.kind === 'price' && change.move !== null && isSignificant(change.move) ? [] : changedKeys(change),
  );
  const isOffset = recent.some(
    (change) =>
      change.kind === 'price' &&
      change.move !== null &&
      change.move.direction !== 'other' &&
      !isSignificant(change.move) &&
      changedKeys(change).some(isMain),
  );
  const isOther =
    keys.some((key) => !isMain(key)) || recent.some((change) => differencesIn(change, 'tiers').length > 0);
  return { kind: isOffset ? 'offset' : isOther ? 'other' : 'none', measured };
}

/** The prices that changed by at least one percent, or between billed and not billed. */
function changedKeys(change: Change): readonly PriceKey[] {
  return differencesIn(change, 'price').flatMap(({ lines }) =>
    lines.flatMap(({ key, ratio }) => (isTinyRatio(ratio) ? [] : [key])),
  );
}
