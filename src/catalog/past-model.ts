import { isCatalogDate, isCatalogDay } from './day.ts';
import type { Facts } from './facts.ts';
import { huggingFaceIdOf } from './hugging-face.ts';
import { splitId, baseIdOf } from './id.ts';
import { NOT_RECORDED, type Author, type Model, type ModelId, type Reasoning } from './model.ts';
import { splitName } from './names.ts';
import { readPrices, readTierPrices } from './price.ts';
import { cleanLine, cleanWords } from './text.ts';

/**
 * A model restored from facts, so that it can be displayed like a listed one. Fields missing from the facts
 * are `null` or empty, meaning "not recorded".
 */
export function modelFromFacts(id: ModelId, facts: Facts, author: Author): Model {
  const parts = splitId(id);
  const fullName = cleanLine(facts.name);
  const prices = readPrices(id, facts);
  return {
    ...NOT_RECORDED,
    id,
    name: splitName(facts.name).name || id,
    fullName: fullName || id,
    author,
    slug: parts?.slug ?? id,
    variant: parts?.variant ?? null,
    baseId: baseIdOf(id),
    isAlias: parts?.isAlias ?? false,
    aliasTarget:
      facts.aliasTarget == null ? null : { id: facts.aliasTarget, name: cleanLine(facts.aliasTarget) },
    isRouter: prices.input.kind === 'dynamic',
    permanentSlug: cleanLine(facts.permanentSlug ?? '') || null,
    addedAt: facts.created == null ? null : new Date(facts.created * 1000).toISOString(),
    // Upstream also writes 0 for "not stated".
    context: facts.context || null,
    maxOutput: facts.maxOutput || null,
    isModerated: facts.isModerated ?? null,
    inputModalities: cleanWords(facts.inputModalities ?? []),
    outputModalities: cleanWords(facts.outputModalities ?? []),
    prices,
    tiers: (facts.tiers ?? []).map((tier) => ({
      when: tier.when,
      prices: readTierPrices(tier.prices, id, facts),
    })),
    parameters: facts.parameters ? cleanWords(facts.parameters) : null,
    reasoning: facts.reasoning ? cleanReasoning(facts.reasoning) : null,
    huggingFaceId: huggingFaceIdOf(facts.huggingFaceId),
    knowledgeCutoff:
      facts.knowledgeCutoff != null && isCatalogDate(facts.knowledgeCutoff) ? facts.knowledgeCutoff : null,
    expiration: facts.expiration != null && isCatalogDay(facts.expiration) ? facts.expiration : null,
  };
}

function cleanReasoning({ defaultEffort, efforts, ...rest }: Reasoning): Reasoning {
  return { ...rest, defaultEffort: cleanLine(defaultEffort ?? '') || null, efforts: cleanWords(efforts) };
}
