import { baseIdOf, splitId } from '../../src/catalog/id.ts';
import type { Facts, TierFacts } from '../../src/catalog/facts.ts';
import { NOT_RECORDED, type Model } from '../../src/catalog/model.ts';
import { readPrices, readTierPrices } from '../../src/catalog/price.ts';

/** What a test says of a model; prices are upstream's text, in dollars per token. */
export interface ModelSketch extends Partial<Omit<Model, 'prices' | 'tiers'>> {
  readonly prices?: Facts['prices'];
  readonly tiers?: readonly TierFacts[];
}

/** A plain text model with what the test cares about changed. */
export function aModel(id: string, sketch: ModelSketch = {}): Model {
  const parts = splitId(id);
  if (parts === null) throw new Error(`${id} is no id`);
  const { prices = { input: '0.000001', output: '0.000002' }, tiers = [], ...rest } = sketch;
  const facts: Facts = {
    name: rest.name ?? parts.slug,
    prices,
    ...(rest.outputModalities && { outputModalities: rest.outputModalities }),
  };
  const read = readPrices(id, facts);
  return {
    ...NOT_RECORDED,
    id,
    name: parts.slug,
    fullName: `${parts.author}: ${parts.slug}`,
    author: { slug: parts.author, name: parts.author },
    slug: parts.slug,
    variant: parts.variant,
    baseId: baseIdOf(id),
    isAlias: parts.isAlias,
    aliasTarget: null,
    isRouter: read.input.kind === 'dynamic',
    permanentSlug: null,
    addedAt: '2026-01-01T00:00:00.000Z',
    context: 131_072,
    maxOutput: null,
    isModerated: false,
    inputModalities: ['text'],
    outputModalities: ['text'],
    prices: read,
    tiers: tiers.map((tier) => ({ when: tier.when, prices: readTierPrices(tier.prices, id, facts) })),
    parameters: [],
    expiration: null,
    ...rest,
  };
}
