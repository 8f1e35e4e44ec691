import type { Facts } from '../catalog/facts.ts';
import { isTextAlone } from '../catalog/modalities.ts';
import type { ModelId } from '../catalog/model.ts';
import { removalDay } from '../catalog/removal.ts';
import { settleTiers, type SettledPrices } from '../catalog/settle-tiers.ts';
import { modalitiesOf } from './modalities.ts';
import { pricesOf } from './prices.ts';
import { isReasoningUnread, reasoningOf } from './reasoning.ts';
import { readTiers } from './tiers.ts';
import type { WireRow } from './wire.ts';

/** Fields that upstream leaves out where a row has none, so that only the other rows tell whether it knows them at all. */
export interface Era {
  readonly hasTiers: boolean;
  readonly hasAliasTargets: boolean;
  readonly hasReasoning: boolean;
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
    hasReasoning: rows.some((row) => row.reasoning != null),
  };
}

/** A row, what upstream knew by then, and the row's prices: a tier that always holds is the price. */
interface Given {
  readonly row: WireRow;
  readonly era: Era;
  readonly settled: SettledPrices;
}

/** How each fact is read; `undefined` for what upstream did not say. */
const READERS: {
  readonly [Field in keyof Required<Facts>]: (given: Given) => Required<Facts>[Field] | undefined;
} = {
  name: ({ row }) => row.name,
  created: ({ row }) => row.created,
  permanentSlug: ({ row }) => row.canonical_slug,
  context: ({ row }) => row.context_length,
  maxOutput: ({ row }) => row.top_provider?.max_completion_tokens,
  inputModalities: ({ row }) => row.architecture?.input_modalities ?? undefined,
  outputModalities: ({ row }) => row.architecture?.output_modalities ?? otherOutputs(row) ?? undefined,
  parameters: ({ row }) => row.supported_parameters,
  expiration: ({ row }) => (row.expiration_date === undefined ? undefined : expirationOf(row)),
  aliasTarget: ({ row, era }) =>
    row.alias_target != null || era.hasAliasTargets ? (row.alias_target?.slug ?? null) : undefined,
  huggingFaceId: ({ row }) => row.hugging_face_id,
  isModerated: ({ row }) => row.top_provider?.is_moderated,
  knowledgeCutoff: ({ row }) => row.knowledge_cutoff,
  reasoning: ({ row, era }) =>
    row.reasoning != null || (era.hasReasoning && !isReasoningUnread(row)) ? reasoningOf(row) : undefined,
  prices: ({ settled }) => settled.prices,
  tiers: ({ row, era, settled }) =>
    row.pricing.overrides != null || era.hasTiers ? settled.tiers : undefined,
};

/** What the ledger keeps of a row: upstream's text untouched, and no key for what upstream did not say. */
export function factsOf(row: WireRow, era: Era): Facts {
  const settled = settleTiers(pricesOf(row.pricing), readTiers(row.pricing).tiers);
  const facts = Object.entries(READERS).map(([field, read]) => [field, read({ row, era, settled })] as const);
  return Object.fromEntries(facts.filter(([, fact]) => fact !== undefined)) as unknown as Facts;
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
