import type { Facts } from '../catalog/facts.ts';
import { isTextAlone } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import { removalDay } from '../catalog/removal.ts';
import { settleTiers } from '../catalog/settle-tiers.ts';
import { modalitiesOf } from './modalities.ts';
import { pricesOf } from './prices.ts';
import { readTiers } from './tiers.ts';
import type { WireRow } from './wire.ts';

/** Fields that upstream leaves out where a row has none, so that only the other rows tell whether it knows them at all. */
export interface Era {
  readonly hasTiers: boolean;
  readonly hasAliasTargets: boolean;
}

/** What the ledger keeps of the valid rows of a capture. */
export function factsOfRows(rows: readonly WireRow[]): ReadonlyMap<ModelId, Facts> {
  const era = eraOf(rows);
  return new Map(rows.map((row) => [row.id, factsOf(row, era)]));
}

export function eraOf(rows: readonly WireRow[]): Era {
  return {
    hasTiers: rows.some((row) => row.pricing.overrides != null),
    hasAliasTargets: rows.some((row) => row.alias_target != null),
  };
}

/**
 * What the ledger keeps of a row: upstream's text untouched, and no key for what upstream did not say. A tier that always
 * holds is the price.
 */
export function factsOf(row: WireRow, era: Era): Facts {
  const { architecture, top_provider, pricing } = row;
  const outputs = architecture?.output_modalities ?? otherOutputs(row);
  const { prices, tiers } = settleTiers(pricesOf(pricing), readTiers(pricing).tiers);
  return {
    name: row.name,
    ...(row.created !== undefined && { created: row.created }),
    ...(row.canonical_slug !== undefined && { permanentSlug: row.canonical_slug }),
    ...(row.context_length !== undefined && { context: row.context_length }),
    ...(top_provider?.max_completion_tokens !== undefined && {
      maxOutput: top_provider.max_completion_tokens,
    }),
    ...(architecture?.input_modalities != null && { inputModalities: architecture.input_modalities }),
    ...(outputs !== null && { outputModalities: outputs }),
    ...(row.supported_parameters !== undefined && { parameters: row.supported_parameters }),
    ...(row.expiration_date !== undefined && { expiration: expirationOf(row) }),
    prices,
    ...(pricing.overrides != null || era.hasTiers ? { tiers } : {}),
    ...(row.alias_target != null || era.hasAliasTargets
      ? { aliasTarget: row.alias_target?.slug ?? null }
      : {}),
  };
}

/**
 * Before there were lists, `modality` named fewer modalities than the lists did when they came: it says nothing for sure, but
 * that a model gives something else than text. Prices cannot be read without that.
 */
function otherOutputs(row: WireRow): readonly string[] | null {
  const { output } = modalitiesOf(row);
  return output.length === 0 || isTextAlone(output) ? null : output;
}

export function expirationOf(row: WireRow): string | null {
  return removalDay(row.expiration_date ?? null);
}
