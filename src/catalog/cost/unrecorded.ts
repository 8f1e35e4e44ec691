import { chargedKey } from '../charge.ts';
import { isZero } from '../decimal.ts';
import { date, inSentence } from '../figures.ts';
import type { PriceKey } from '../price-keys.ts';
import type { Tier } from '../price.ts';
import type { Costed } from './cost.ts';
import { USE_LABELS } from './part-words.ts';
import { USES, useOf, type Use } from './use.ts';
import type { Workload } from './workload.ts';

/** A price, or the tiers, that captures did not have before a time (ISO), as first recorded then. */
export type Unrecorded = { readonly since: string } & (
  { readonly key: PriceKey } | { readonly tiers: readonly Tier[] }
);

/** Why a workload has no known cost at a time when these prices were not recorded; `null`: it has one. */
export function unrecordedReason(
  model: Costed,
  workload: Workload,
  unrecorded: readonly Unrecorded[],
): string | null {
  if (unrecorded.length === 0) return null;
  const quantities = useOf(workload);
  const uses = USES.filter((use) => !isZero(quantities[use]) && (use !== 'reasoning' || model.canReason));
  for (const one of unrecorded) {
    const what = 'key' in one ? keyWords(one.key, uses) : tierWords(one.tiers, model, workload, uses);
    if (what !== null) return `${what} not recorded before ${date(one.since)}.`;
  }
  return null;
}

function keyWords(key: PriceKey, uses: readonly Use[]): string | null {
  const use = uses.find((one) => one === key);
  return use === undefined ? null : `The price of ${inSentence(USE_LABELS[use])} was`;
}

/** The prices of the shortest prompts hold up to the first threshold, whether tiers are known or not. */
function tierWords(
  tiers: readonly Tier[],
  { prices }: Costed,
  { inputTokens }: Workload,
  uses: readonly Use[],
): string | null {
  const missing = tiers.find(
    (tier) =>
      tier.when.every((one) => one.kind !== 'prompt-above' || inputTokens > one.tokens) &&
      uses.some(
        (use) => tier.prices[use] !== undefined || tier.prices[chargedKey(prices, use)] !== undefined,
      ),
  );
  if (missing === undefined) return null;
  const isTimed = missing.when.some(({ kind }) => kind !== 'prompt-above');
  return isTimed ? 'Prices that depend on the time were' : 'Prices for long prompts were';
}
