import { list } from '../../catalog/figures.ts';
import { change as changeText, count } from '../../catalog/format.ts';
import { splitId } from '../../catalog/id.ts';
import { splitName } from '../../catalog/names.ts';
import { isMainPriceKey, PRICE_KEY_ORDER, PRICE_KEYS } from '../../catalog/price-keys.ts';
import { pairPrice, shortPriceChange, type PriceLine } from '../../catalog/price-change.ts';
import { cleanLine } from '../../catalog/text.ts';
import type { AlikeChanges } from '../../history/alike-changes.ts';
import { changeLines } from '../../history/change-presentation.ts';
import type { Change, ChangeOf } from '../../history/change.ts';
import { changeFigures, type ChangeFigures } from '../../search/changes/change-figures.ts';
import { countChanges, type ChangeItem } from '../../search/changes/change-item.ts';

/** A line of a list of changes in words. Plain text, not escaped. */

/** What leads a line: the size of a price change, or what changed. */
interface Lead {
  readonly text: string;
  /** Whether the price rose or fell. */
  readonly tone: 'up' | 'down' | null;
}

/** Old → new, with its subject; without one it continues the lead. */
export interface Value {
  readonly label: string | null;
  readonly text: string;
}

export function leadOf({ changes: [change], percent }: AlikeChanges): Lead {
  const tone = percent === null ? null : percent > 0 ? 'up' : 'down';
  if (change.kind === 'reversion') return { text: 'Short-lived', tone };
  if (change.kind !== 'price') return { text: changeLines(change)[0]?.label ?? '', tone };
  const { move, lines } = change;
  if (move?.ratio != null) return { text: changeText(move.ratio), tone };
  if (tone !== null) return { text: tone === 'up' ? 'now paid' : 'now free', tone };
  return { text: lines.some(isOfTotal) ? 'Price' : 'Other price', tone };
}

export function valuesOf({ changes: [change] }: AlikeChanges): readonly Value[] {
  if (change.kind === 'price') return pricesOf(change);
  const lines = changeLines(change);
  return lines.map(({ label, text, ratio, isPrice }, index) => ({
    label: change.kind === 'reversion' || index > 0 ? label : null,
    text: ratio === null || isPrice ? text : `${text} (${changeText(ratio)})`,
  }));
}

/** Input and output with the one that stayed, and other prices that changed by another share. */
function pricesOf({ lines, kept }: ChangeOf<'price'>): readonly Value[] {
  const order = ({ key }: PriceLine): number => PRICE_KEY_ORDER.indexOf(key);
  const total = [...lines.filter(isOfTotal), ...kept].sort((a, b) => order(a) - order(b));
  const shares = new Set(total.map(shareOf));
  const others = lines.filter(
    (line) => !isOfTotal(line) && !(line.ratio !== null && shares.has(shareOf(line))),
  );
  const isTotalKept = !lines.some(isOfTotal);
  return [...(isTotalKept ? [] : total), ...others].map((line) => ({
    label: PRICE_KEYS[line.key].label,
    text: kept.includes(line) ? `${pairPrice(line.new)} same` : shortPriceChange(line),
  }));
}

function isOfTotal({ key }: PriceLine): boolean {
  return isMainPriceKey(key);
}

function shareOf({ ratio }: PriceLine): string | null {
  return ratio && changeText(ratio);
}

/** A model's name without its author and the mark of its variant: `GLM 5.2` of `Z.ai: GLM 5.2 (batch)`. */
export function changedName({ id, name }: Pick<Change, 'id' | 'name'>): string {
  const variant = splitId(id)?.variant ?? null;
  const plain = splitName(name).name || cleanLine(id);
  const mark = ` (${variant})`;
  return variant !== null && plain.endsWith(mark) && plain !== mark ? plain.slice(0, -mark.length) : plain;
}

/** `with batch variants`, `only the batch variant`, `price tiers changed`; empty for a model alone. */
export function remarkOf({ changes, variants, withTiers }: AlikeChanges): string {
  const [first] = changes;
  const own = splitId(first.id)?.variant ?? null;
  return [
    ...(own === null ? [] : [`only the ${cleanLine(own)} ${changes.length === 1 ? 'variant' : 'variants'}`]),
    ...(variants.length === 0 ? [] : [`with ${variantWords(changes, variants)}`]),
    ...(withTiers ? ['price tiers changed'] : []),
  ].join('; ');
}

function variantWords(changes: readonly Change[], variants: readonly Change[]): string {
  const byVariant = [...Map.groupBy(variants, ({ id }) => splitId(id)?.variant ?? '')];
  const isOfAll = byVariant.every(([, own]) => own.length === changes.length);
  if (!isOfAll) return list(variants.map(({ name, id }) => splitName(name).name || cleanLine(id)));
  const names = byVariant.map(([variant]) => cleanLine(variant));
  return names.length === 1 && changes.length === 1
    ? `the ${names[0] ?? ''} variant`
    : `${list(names)} variants`;
}

/** `664 changes to 207 models`: what the lines of a list stand for. */
export function totalWords(entries: readonly ChangeItem[]): string {
  return `${count(countChanges(entries), 'change')} to ${count(changeFigures(entries).models, 'model')}`;
}

/** `67 price increases and 92 price decreases`, with medians: `median increase 45%`. */
export function movesSentence({ increases, decreases }: ChangeFigures): string {
  const medians = [
    ...(increases.median === null ? [] : [`median increase ${increases.median}`]),
    ...(decreases.median === null ? [] : [`median decrease ${decreases.median}`]),
  ];
  const counts = `${count(increases.count, 'price increase')} and ${count(decreases.count, 'price decrease')}`;
  return medians.length === 0 ? counts : `${counts}, ${list(medians)}`;
}
