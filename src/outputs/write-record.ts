import { capabilitiesOf } from '../catalog/capabilities.ts';
import type { Model } from '../catalog/model.ts';
import { signedPercent, type Move, type PriceLine } from '../catalog/price-change.ts';
import type { Between } from '../history/change.ts';
import { differencesIn } from '../history/differences.ts';
import type { ModelHistory } from '../history/model-history.ts';
import { answerHead, type SnapshotOrigin } from './write-head.ts';
import type { RankedCounts } from './record/field-output.ts';
import { writeFields } from './record/fields.ts';
import { snakeCase } from './record/names.ts';
import { writePrices, writeTiers } from './record/price-record.ts';
import type { ListEntry, ModelRecord } from './record/record.ts';

/** What a record holds besides the model itself. */
export interface RecordContext {
  readonly snapshot: SnapshotOrigin;
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

/** What only the record of a model holds, and no list. */
export interface FullContext extends RecordContext {
  readonly alternatives: ModelRecord['alternatives'];
}

type Terms = Pick<Model, 'prices' | 'tiers' | 'context' | 'maxOutput'>;
type HistoryRecord = NonNullable<ModelRecord['history']>;

/** Everything that this site knows of a model, for machines and for the pages that compare models. */
export function modelRecord(model: Model, context: FullContext): ModelRecord {
  const { snapshot, alternatives, variants, history, monthEnds, links } = context;
  return {
    ...answerHead(snapshot),
    ...writeModel(model, context),
    alternatives,
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

/** A model within a list. */
export function listEntry(model: Model, context: RecordContext): ListEntry {
  const { variants, history, links } = context;
  return {
    ...writeModel(model, context),
    variants: variants.map(({ id }) => id),
    history: history && {
      ...writeListing(history),
      price_change_count: history.priceChanges.length,
      last_price_change: history.priceChanges[0] ? writePriceChange(history.priceChanges[0]) : null,
    },
    links,
  };
}

function writeModel(model: Model, { counts, status, replacement }: RecordContext) {
  return { ...writeFields(model, counts), status, replacement, features: capabilitiesOf(model) };
}

function writeTerms({ prices, tiers, context, maxOutput }: Terms) {
  return { prices: writePrices(prices), tiers: writeTiers(tiers), context, max_output: maxOutput };
}

export function writeBetween({ after, by, isDated }: Between) {
  return { after, by, is_dated: isDated };
}

function writeListing({ first, daysListed }: ModelHistory) {
  return {
    first_listed: { ...writeBetween(first.between), is_baseline: first.isBaseline, since: first.since },
    days_listed: daysListed,
  };
}

export function writeHistory(history: ModelHistory, monthEnds: readonly string[]): HistoryRecord {
  const { termSteps, recordedSince, lastSeen, priceChanges } = history;
  const since = Object.entries(recordedSince).map(([field, time]) => [snakeCase(field), time] as const);
  return {
    ...writeListing(history),
    price_changes: priceChanges.map(writePriceChange),
    steps: termSteps.map((step) => ({ from: step.from, is_listed: step.isListed, ...writeTerms(step) })),
    ...(since.length > 0 && { recorded_since: Object.fromEntries(since) }),
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
  return {
    kind: change.kind,
    ...writeBetween(change.between),
    ...writeMove(change.kind === 'price' ? change.move : null),
    prices: writePriceLines(differencesIn(change, 'price').flatMap(({ lines }) => lines)),
  };
}

export function writeMove(move: Move | null) {
  const percent = move && signedPercent(move);
  return {
    direction: move?.direction ?? null,
    percent: percent !== null && Number.isFinite(percent) ? percent : null,
  };
}

export function writePriceLines(lines: readonly PriceLine[]) {
  return lines.map(({ key, old, new: now }) => ({ price: snakeCase(key), old, new: now }));
}
