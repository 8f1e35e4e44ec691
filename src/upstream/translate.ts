import type { Category } from '../catalog/categories.ts';
import type { Facts } from '../catalog/facts.ts';
import { splitId } from '../catalog/id.ts';
import type { Benchmarks, IdParts, Model, ModelId, OtherField } from '../catalog/model.ts';
import { huggingFaceIdOf } from '../catalog/hugging-face.ts';
import { authorNames, splitName } from '../catalog/names.ts';
import { readPrices, readTierPrices } from '../catalog/price.ts';
import type { RankedIds, Snapshot } from '../catalog/snapshot.ts';
import { cleanLine, cleanText, cleanWords } from '../catalog/text.ts';
import { fieldSupportOf, expirationOf, factsOf } from './facts.ts';
import { modalitiesOf } from './modalities.ts';
import { idsWithUsage } from './popularity.ts';
import { reasoningOf } from './reasoning.ts';
import { readTiers } from './tiers.ts';
import { unknownFields } from './unknown.ts';
import { wireRow, type WireRow } from './wire.ts';

/** The orders of a capture, which rows do not contain. */
export interface Orders {
  readonly categories: Readonly<Partial<Record<Category, RankedIds>>>;
  /** `null` if the capture has no order. */
  readonly popularity: readonly ModelId[] | null;
}

/** A path on OpenRouter's own host. `//host` and `\\host` would point to another host. */
const OWN_PATH = /^\/(?![/\\])[^\s\\]*$/;

/** Translates valid rows into models. */
export function translate(rows: readonly WireRow[], orders: Orders): Pick<Snapshot, 'models' | 'facts'> {
  const support = fieldSupportOf(rows);
  const known = rows.map((row) => [row, factsOf(row, support)] as const);
  const context: Context = {
    authors: authorNames(rows),
    ranks: ranksOf(orders.categories),
    popularity: positions(
      idsWithUsage(
        orders.popularity ?? [],
        rows.map(({ id }) => id),
      ),
    ),
  };
  return {
    models: known.map(([row, facts]) => translateRow(row, facts, context)),
    facts: new Map(known.map(([{ id }, facts]) => [id, facts])),
  };
}

interface Context {
  readonly authors: ReadonlyMap<string, string>;
  readonly ranks: ReadonlyMap<ModelId, Readonly<Partial<Record<Category, number>>>>;
  readonly popularity: ReadonlyMap<ModelId, number>;
}

function translateRow(row: WireRow, facts: Facts, { authors, ranks, popularity }: Context): Model {
  const id = partsOf(row.id);
  const { skipped } = readTiers(row.pricing);
  const modalities = modalitiesOf(row);
  // Read prices from the facts alone, as the history does, so that both give the same price.
  const prices = readPrices(row.id, facts);
  const name = splitName(row.name);
  const author = { slug: id.author, name: authors.get(id.author) ?? id.author };
  const huggingFaceId = huggingFaceIdOf(row.hugging_face_id);
  const detailsPath = row.links?.details ?? null;
  return {
    id: row.id,
    name: name.name,
    fullName: cleanLine(row.name),
    author,
    slug: id.slug,
    variant: id.variant,
    baseId: `${id.isAlias ? '~' : ''}${id.author}/${id.slug}`,
    isAlias: id.isAlias,
    aliasTarget: row.alias_target
      ? { id: row.alias_target.slug, name: cleanLine(row.alias_target.name) }
      : null,
    isRouter: prices.input.kind === 'dynamic',
    permanentSlug: wordOf(row.canonical_slug),
    addedAt: row.created == null ? null : new Date(row.created * 1000).toISOString(),
    description: filled(cleanText(row.description ?? '')),
    context: filled(row.context_length),
    maxOutput: filled(row.top_provider?.max_completion_tokens),
    topProviderContext: filled(row.top_provider?.context_length),
    isModerated: row.top_provider?.is_moderated ?? null,
    inputModalities: cleanWords(modalities.input),
    outputModalities: cleanWords(modalities.output),
    tokenizer: wordOf(row.architecture?.tokenizer),
    instructType: wordOf(row.architecture?.instruct_type),
    prices,
    tiers: (facts.tiers ?? []).map((tier) => ({
      when: tier.when,
      prices: readTierPrices(tier.prices, row.id, facts),
    })),
    discount: filled(row.pricing.discount),
    parameters: row.supported_parameters ? cleanWords(row.supported_parameters) : null,
    parameterDefaults: defaultsOf(row),
    reasoning: reasoningOf(row),
    requestLimits: limitsOf(row),
    voices: cleanWords(row.supported_voices ?? []),
    huggingFaceId,
    knowledgeCutoff: row.knowledge_cutoff ?? null,
    expiration: expirationOf(row),
    detailsPath: detailsPath !== null && OWN_PATH.test(detailsPath) ? detailsPath : null,
    benchmarks: benchmarksOf(row),
    other: [
      ...otherFields(row, skipped),
      ...skipped.map((index) => other(`pricing.overrides[${index}]`, row.pricing.overrides?.[index])),
      ...(huggingFaceId === null && wordOf(row.hugging_face_id) !== null
        ? [other('hugging_face_id', wordOf(row.hugging_face_id))]
        : []),
      ...(detailsPath !== null && !OWN_PATH.test(detailsPath) ? [other('links.details', detailsPath)] : []),
    ],
    ranks: ranks.get(row.id) ?? {},
    popularity: popularity.get(row.id) ?? null,
  };
}

function partsOf(id: ModelId): IdParts {
  const parts = splitId(id);
  if (parts === null)
    throw new Error(`The row ${JSON.stringify(id)} was translated before it was validated.`);
  return parts;
}

/** Upstream also writes `""` and `0` for "none". */
function filled<T extends string | number>(value: T | null | undefined): T | null {
  return value === undefined || value === '' || value === 0 ? null : value;
}

/** Upstream text prepared for display; `null` if nothing visible is left. */
function wordOf(text: string | null | undefined): string | null {
  return filled(cleanLine(text ?? ''));
}

function defaultsOf(row: WireRow): ReadonlyMap<string, number> {
  return new Map(
    Object.entries(row.default_parameters ?? {}).flatMap(([name, value]) => {
      const word = cleanLine(name);
      return typeof value === 'number' && word !== '' ? [[word, value] as const] : [];
    }),
  );
}

function limitsOf({ per_request_limits: limits }: WireRow): Model['requestLimits'] {
  const inputTokens = limits?.prompt_tokens ?? null;
  const outputTokens = limits?.completion_tokens ?? null;
  return inputTokens === null && outputTokens === null ? null : { inputTokens, outputTokens };
}

function benchmarksOf({ benchmarks }: WireRow): Benchmarks | null {
  if (benchmarks == null) return null;
  const { artificial_analysis: indices, design_arena: arenas } = benchmarks;
  if (indices == null && (arenas == null || arenas.length === 0)) return null;
  return {
    artificialAnalysis: indices
      ? {
          intelligence: indices.intelligence_index ?? null,
          coding: indices.coding_index ?? null,
          agentic: indices.agentic_index ?? null,
        }
      : null,
    designArena: (arenas ?? []).map(({ arena, category, elo, win_rate, rank }) => ({
      arena: cleanLine(arena),
      category: cleanLine(category),
      elo,
      winRate: win_rate,
      rank,
    })),
  };
}

/** All fields of the row that no other field of the model shows. A skipped tier is kept whole. */
function otherFields(row: WireRow, skippedTiers: readonly number[]): readonly OtherField[] {
  return unknownFields(wireRow, row)
    .filter(({ path, pattern, value }) => {
      const isShownDefault = pattern.startsWith('default_parameters.') && typeof value === 'number';
      return (
        !isShownDefault && !skippedTiers.some((index) => path.startsWith(`pricing.overrides[${index}].`))
      );
    })
    .map(({ path, value }) => other(path, value));
}

function other(path: string, value: unknown): OtherField {
  return { path, json: JSON.stringify(value) };
}

function ranksOf(categories: Orders['categories']): Context['ranks'] {
  const ranks = new Map<ModelId, Partial<Record<Category, number>>>();
  for (const [category, list] of Object.entries(categories) as [Category, RankedIds][]) {
    for (const [id, rank] of positions(list.ids ?? [])) {
      const own = ranks.get(id) ?? {};
      own[category] = rank;
      ranks.set(id, own);
    }
  }
  return ranks;
}

/** The 1-based position of each id. The first of equal ids counts. */
function positions(ids: readonly ModelId[]): ReadonlyMap<ModelId, number> {
  const known = new Map<ModelId, number>();
  for (const [index, id] of ids.entries()) if (!known.has(id)) known.set(id, index + 1);
  return known;
}
