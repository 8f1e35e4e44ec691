import { baseIdOf, splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import { change as percentText } from '../catalog/format.ts';
import { signedPercent } from '../catalog/price-change.ts';
import { CHANGE_TOPIC_NAMES, changeLines, topicOf, type ChangeTopic } from './change-presentation.ts';
import type { Between, Change, ChangeOf } from './change.ts';

/** Equal changes of models of one author in one capture: one line of a list. */
export interface AlikeChanges {
  readonly between: Between;
  /** Slug. */
  readonly author: string;
  readonly topic: ChangeTopic;
  /** The same change of each model, sorted by id. */
  readonly changes: readonly [Change, ...Change[]];
  /** Changes of variants whose base is among `changes` and changed in the same way. */
  readonly variants: readonly Change[];
  /** From `signedPercent`; `null` unless it is a reported move of the price. */
  readonly percent: number | null;
  /** Whether the price tiers changed, too. */
  readonly withTiers: boolean;
}

/** A change of one model, with the change of its price tiers folded in. */
interface Found {
  readonly change: Change;
  readonly withTiers: boolean;
}

/**
 * Folds changes into lines, newest capture first; in a capture by topic, the largest price moves first. Every
 * change is in one line.
 */
export function alikeChanges(changes: readonly Change[]): readonly AlikeChanges[] {
  const byCapture = Map.groupBy(changes, ({ between: { by, after, isDated } }) =>
    isDated ? by : `${by} ${after}`,
  );
  return [...byCapture.values()].flatMap((found) => linesOfCapture(found));
}

function linesOfCapture(changes: readonly Change[]): readonly AlikeChanges[] {
  const found = [...Map.groupBy(changes, ({ id }) => id).values()].flatMap(foldTiers);
  const bases = new Map(found.filter(isBase).map((one) => [keyOfBase(one.change.id, one.change.kind), one]));
  const withBase = new Map<Found, Found[]>();
  const own = found.filter((one) => {
    if (isBase(one)) return true;
    const base = bases.get(keyOfBase(one.change.id, one.change.kind));
    if (!base || !changedWithBase(one.change, base.change)) return true;
    withBase.set(base, [...(withBase.get(base) ?? []), one]);
    return false;
  });
  return [...Map.groupBy(own, keyOf).values()]
    .flatMap((alike) => lineOf(alike, withBase))
    .sort(byTopicAndSize);
}

function lineOf(
  alike: readonly Found[],
  withBase: ReadonlyMap<Found, readonly Found[]>,
): readonly AlikeChanges[] {
  const [first, ...more] = alike.toSorted((a, b) => compareText(a.change.id, b.change.id));
  if (!first) return [];
  const { change, withTiers } = first;
  return [
    {
      between: change.between,
      author: authorOf(change.id),
      topic: topicOf(change),
      changes: [change, ...more.map((one) => one.change)],
      variants: alike.flatMap((one) => withBase.get(one) ?? []).map((one) => one.change),
      percent: percentOf(change),
      withTiers,
    },
  ];
}

/** Merges a change of tiers into the price change of the same model. */
function foldTiers(changes: readonly Change[]): readonly Found[] {
  const hasPrice = changes.some(({ kind }) => kind === 'price');
  const hasTiers = changes.some(({ kind }) => kind === 'tiers');
  return changes
    .filter(({ kind }) => !hasPrice || kind !== 'tiers')
    .map((change) => ({ change, withTiers: change.kind === 'price' && hasTiers }));
}

function isBase({ change: { id } }: Found): boolean {
  return baseIdOf(id) === id;
}

function keyOfBase(id: ModelId, kind: Change['kind']): string {
  return `${baseIdOf(id)} ${kind}`;
}

/** A variant has other prices than its base, so only the size of a price change is compared. */
function changedWithBase(variant: Change, base: Change): boolean {
  if (variant.kind === 'added' || variant.kind === 'removed') return true;
  const [own, of] = [percentOf(variant), percentOf(base)];
  if (own !== null || of !== null) return own !== null && shownSize(variant) === shownSize(base);
  return textOf(variant) === textOf(base);
}

function keyOf({ change, withTiers }: Found): string {
  const variant = splitId(change.id)?.variant ?? null;
  return JSON.stringify([
    authorOf(change.id),
    change.kind,
    variant,
    change.isAlias,
    withTiers,
    textOf(change),
    shownSize(change),
    change.kind === 'price' ? change.kept.map(({ key, new: price }) => [key, price]) : null,
  ]);
}

function textOf(change: Change): string {
  return JSON.stringify(changeLines(change).map(({ label, text }) => [label, text]));
}

function shownSize(change: Change): string | null {
  if (change.kind !== 'price' || change.move === null) return null;
  return change.move.ratio === null ? change.move.direction : percentText(change.move.ratio);
}

function percentOf(change: Change): number | null {
  return isPrice(change) && change.move !== null ? signedPercent(change.move) : null;
}

function isPrice(change: Change): change is ChangeOf<'price'> {
  return change.kind === 'price';
}

function authorOf(id: ModelId): string {
  return splitId(id)?.author ?? '';
}

function byTopicAndSize(a: AlikeChanges, b: AlikeChanges): number {
  const rank = ({ topic }: AlikeChanges): number => CHANGE_TOPIC_NAMES.indexOf(topic);
  const size = ({ percent }: AlikeChanges): number => (percent === null ? -1 : Math.abs(percent));
  // Infinity − Infinity is not a number.
  return rank(a) - rank(b) || Math.sign(size(b) - size(a) || 0);
}
