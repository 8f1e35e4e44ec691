import { capabilitiesOf } from '../catalog/capabilities.ts';
import type { Model } from '../catalog/model.ts';
import { signedPercent } from '../catalog/price-change.ts';
import type { Snapshot } from '../catalog/snapshot.ts';
import type { Between } from '../history/change.ts';
import { differencesIn } from '../history/differences.ts';
import type { ModelHistory } from '../history/model-history.ts';
import { writeFields, type RankedCounts } from './record/fields.ts';
import { snakeCase, type PriceName } from './record/names.ts';
import { writePrices, writeTiers } from './record/price-record.ts';
import type { ModelRecord } from './record/record.ts';
import { SCHEMA_VERSION } from './record/schema-version.ts';

/** What a record holds besides the model itself. */
export interface RecordContext {
  readonly snapshot: Pick<Snapshot, 'capturedAt' | 'source'>;
  readonly counts: RankedCounts;
  readonly status: ModelRecord['status'];
  readonly replacement: ModelRecord['replacement'];
  /** The listed variants of the same base, without the model itself. */
  readonly variants: readonly Model[];
  readonly history: ModelHistory | null;
  /** The last capture of each month, ISO times, oldest first. */
  readonly monthEnds: readonly string[];
  readonly links: ModelRecord['links'];
}

type Terms = Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'>;
type HistoryRecord = NonNullable<ModelRecord['history']>;

/** Everything that this site knows of a model, for machines and for the pages that compare models. */
export function modelRecord(model: Model, context: RecordContext): ModelRecord {
  const { snapshot, counts, status, replacement, variants, history, monthEnds, links } = context;
  return {
    schema_version: SCHEMA_VERSION,
    captured_at: snapshot.capturedAt,
    source: {
      name: 'OpenRouter',
      url: 'https://openrouter.ai/api/v1/models',
      capture: snapshot.source,
      note: 'Prices are OpenRouter’s, in US dollars. Modeldex is independent of OpenRouter.',
    },
    ...writeFields(model, counts),
    status,
    replacement,
    features: capabilitiesOf(model),
    variants: variants.map((one) => ({
      id: one.id,
      variant: one.variant ?? '',
      name: one.name,
      ...writeTerms(one),
    })),
    history: history && writeHistory(history, monthEnds),
    links,
  };
}

function writeTerms({ prices, tiers, context, maxOutput }: Terms) {
  return { prices: writePrices(prices), tiers: writeTiers(tiers), context, max_output: maxOutput };
}

function writeBetween({ after, by, isDated }: Between) {
  return { after, by, is_dated: isDated };
}

function writeHistory(history: ModelHistory, monthEnds: readonly string[]): HistoryRecord {
  const { first, daysListed, termSteps, lastSeen, priceChanges } = history;
  return {
    first_listed: { ...writeBetween(first.between), is_baseline: first.isBaseline, since: first.since },
    days_listed: daysListed,
    price_changes: priceChanges.map(writePriceChange),
    steps: termSteps.map((step) => ({ from: step.from, is_listed: step.isListed, ...writeTerms(step) })),
    month_ends: monthEnds.flatMap((at) => {
      const place = termSteps.findLastIndex(({ from }) => from <= at);
      const step = termSteps[place];
      if (!step?.isListed || at > lastSeen) return [];
      return [{ month: at.slice(0, 7), at, step: place, prices: writePrices(step.prices) }];
    }),
  };
}

function writePriceChange(
  change: ModelHistory['priceChanges'][number],
): HistoryRecord['price_changes'][number] {
  const move = change.kind === 'price' ? change.move : null;
  const percent = move && signedPercent(move);
  return {
    kind: change.kind,
    ...writeBetween(change.between),
    direction: move?.direction ?? null,
    percent: percent !== null && Number.isFinite(percent) ? percent : null,
    prices: differencesIn(change, 'price')
      .flatMap(({ lines }) => lines)
      .map(({ key, old, new: now }) => ({ price: snakeCase(key) as PriceName, old, new: now })),
  };
}
