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

/**
 * Which optional fields upstream supported at the time of a capture. Upstream omits these fields from rows
 * that have no value, so only the other rows show whether it supports them.
 */
export interface FieldSupport {
  readonly hasTiers: boolean;
  readonly hasAliasTargets: boolean;
  readonly hasReasoning: boolean;
}

/** The facts that the ledger keeps, of all valid rows of a capture. */
export function factsOfRows(rows: readonly WireRow[]): ReadonlyMap<ModelId, Facts> {
  const support = fieldSupportOf(rows);
  return new Map(rows.map((row) => [row.id, factsOf(row, support)]));
}

export function fieldSupportOf(rows: readonly WireRow[]): FieldSupport {
  return {
    hasTiers: rows.some((row) => row.pricing.overrides != null),
    hasAliasTargets: rows.some((row) => row.alias_target != null),
    hasReasoning: rows.some((row) => row.reasoning != null),
  };
}

/** A row, the fields supported at the time, and the row's prices. A tier that always applies is the price. */
interface Given {
  readonly row: WireRow;
  readonly support: FieldSupport;
  readonly settled: SettledPrices;
}

/** How each fact is read; `undefined` if upstream does not state it. */
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
  aliasTarget: ({ row, support }) =>
    row.alias_target != null || support.hasAliasTargets ? (row.alias_target?.slug ?? null) : undefined,
  huggingFaceId: ({ row }) => row.hugging_face_id,
  isModerated: ({ row }) => row.top_provider?.is_moderated,
  knowledgeCutoff: ({ row }) => row.knowledge_cutoff,
  reasoning: ({ row, support }) =>
    row.reasoning != null || (support.hasReasoning && !isReasoningUnread(row)) ? reasoningOf(row) : undefined,
  prices: ({ settled }) => settled.prices,
  tiers: ({ row, support, settled }) =>
    row.pricing.overrides != null || support.hasTiers ? settled.tiers : undefined,
};

/**
 * The facts of a row that the ledger keeps: upstream's text unchanged, and no key for anything upstream does
 * not state.
 */
export function factsOf(row: WireRow, support: FieldSupport): Facts {
  const settled = settleTiers(pricesOf(row.pricing), readTiers(row.pricing).tiers);
  const facts = Object.entries(READERS).map(
    ([field, read]) => [field, read({ row, support, settled })] as const,
  );
  return Object.fromEntries(facts.filter(([, fact]) => fact !== undefined)) as unknown as Facts;
}

/**
 * Before upstream sent lists, `modality` named fewer modalities than the later lists. So it proves only that
 * a model has an output other than text. Prices cannot be read without that.
 */
function otherOutputs(row: WireRow): readonly string[] | null {
  const { output } = modalitiesOf(row);
  return output.length === 0 || isTextAlone(output) ? null : output;
}

/** The removal day of a row, `YYYY-MM-DD`; `null` if none is planned. */
export function expirationOf(row: WireRow): string | null {
  return removalDay(row.expiration_date ?? null);
}
