import type { Decimal } from '../../catalog/decimal.ts';
import { modalityInfo } from '../../catalog/modalities.ts';
import { PRICE_KEYS } from '../../catalog/price-keys.ts';
import { isFree, readPrices, type Price, type Prices } from '../../catalog/price.ts';
import { cleanLine } from '../../catalog/text.ts';
import type { Announcement } from '../../catalog/announcement.ts';
import type {
  Change,
  ChangeKind,
  ChangeOf,
  Difference,
  DifferenceOf,
  Exchange,
} from '../../history/change.ts';
import type { Move, PriceLine } from '../../catalog/price-change.ts';
import {
  cellPrice,
  count,
  date,
  exactPrice,
  exactUsd,
  pricesText,
  shortTokens,
  UNIT_NOT_STATED,
} from '../../catalog/format.ts';

/** What readers look for among changes; the keys are parts of addresses. */
export const CHANGE_TOPICS = {
  price: { label: 'Prices', kinds: ['price', 'reversion', 'tiers'] },
  new: { label: 'New', kinds: ['added'] },
  gone: { label: 'Gone and back', kinds: ['removed', 'returned', 'absent'] },
  leaving: { label: 'Announced ends', kinds: ['expiration'] },
  limits: { label: 'Context and output', kinds: ['context', 'maxOutput'] },
  abilities: { label: 'Abilities', kinds: ['modality', 'parameters'] },
  names: { label: 'Names', kinds: ['name', 'renamed', 'retargeted'] },
} as const satisfies Record<string, { readonly label: string; readonly kinds: readonly ChangeKind[] }>;

/** What differs when a model is back after more than a week. */
export const WHILE_UNLISTED = 'Changed while unlisted';

export type ChangeTopic = keyof typeof CHANGE_TOPICS;

export const CHANGE_TOPIC_NAMES = Object.keys(CHANGE_TOPICS) as readonly ChangeTopic[];

const TOPIC_OF = new Map<ChangeKind, ChangeTopic>(
  CHANGE_TOPIC_NAMES.flatMap((topic) => CHANGE_TOPICS[topic].kinds.map((kind) => [kind, topic] as const)),
);

export function topicOf({ kind }: Pick<Change, 'kind'>): ChangeTopic {
  return TOPIC_OF.get(kind) ?? 'names';
}

/** One line of a change: what it is about, then old → new, or words. Plain text that is not escaped. */
export interface ChangeLine {
  readonly label: string;
  readonly text: string;
  /** New ÷ old; `null` where there is none. */
  readonly ratio: Decimal | null;
  /** A price, whose rise is bad news. */
  readonly isPrice: boolean;
  /** Where a whole price moved in a way that has no percent. */
  readonly direction: Move['direction'] | null;
}

export function changeLines(change: Change): readonly ChangeLine[] {
  switch (change.kind) {
    case 'added':
      return [words('New', factWords(change))];
    case 'removed':
      return [words('Gone', `${announcedText(change.announced)}last ${factWords(change)}`)];
    case 'returned':
      return [
        words('Back', `missing since ${date(change.since)}; ${factWords(change)}`),
        ...change.meanwhile.flatMap(meanwhileLines),
      ];
    case 'absent':
      return [words('Back', `missing for ${count(Math.max(1, Math.round(change.days)), 'day')}`)];
    case 'renamed':
      return [words('Id', arrow(cleanLine(change.from), cleanLine(change.id)))];
    case 'reversion':
      return [
        ...change.lines.map((line) =>
          words(labelOf(line), `${priceText(line)} on ${date(change.since)}, and back`),
        ),
        ...(change.tiers ? [words('Tiers', `changed on ${date(change.since)}, and back`)] : []),
      ];
    default:
      return differenceLines(change);
  }
}

/** A value that is another one than before. */
function differenceLines(difference: Difference): readonly ChangeLine[] {
  switch (difference.kind) {
    case 'price':
      return priceLines(difference);
    case 'tiers':
      return [words('Tiers', tierWords(difference))];
    case 'context':
      return [numberLine('Context', difference)];
    case 'maxOutput':
      return [numberLine('Max output', difference)];
    case 'modality':
      return modalityLines(difference);
    case 'parameters':
      return [words('Parameters', exchangeText(difference))];
    case 'name':
      return [words('Name', arrow(difference.old, difference.new))];
    case 'expiration':
      return [words('Leaves', expirationWords(difference))];
    case 'retargeted':
      return [words('Stands for', arrow(difference.old, difference.new))];
  }
}

/** `Changed while unlisted: Input $1.00 → $2.00`: it has neither a date nor a percent. */
function meanwhileLines(difference: Difference): readonly ChangeLine[] {
  return differenceLines(difference).map(({ label, text }) => words(WHILE_UNLISTED, `${label} ${text}`));
}

/** `announced for 2 Jan 2026; `, or nothing where nobody can know. */
function announcedText(announced: Announcement): string {
  switch (announced.kind) {
    case 'announced':
      return `announced for ${date(announced.for)}; `;
    case 'none':
      return 'not announced; ';
    case 'unknown':
      return '';
  }
}

function words(label: string, text: string): ChangeLine {
  return { label, text, ratio: null, isPrice: false, direction: null };
}

function arrow(old: string, now: string): string {
  return `${old} → ${now}`;
}

function priceLines({ lines, move }: DifferenceOf<'price'>): readonly ChangeLine[] {
  return lines.map((line) => ({
    label: labelOf(line),
    text: priceText(line),
    ratio: line.ratio,
    isPrice: true,
    direction: line.key === 'input' && line.ratio === null ? (move?.direction ?? null) : null,
  }));
}

function labelOf({ key }: PriceLine): string {
  return PRICE_KEYS[key].label;
}

/** `$0.25 → $0.55`; two prices that read the same at a glance get all of their digits, and one without a unit is as listed. */
export function priceText({ old, new: now }: Pick<PriceLine, 'old' | 'new'>): string {
  const isClose = cellPrice(old ?? undefined) === cellPrice(now ?? undefined);
  const hasNewUnit = old?.kind === 'amount' && now?.kind === 'amount' && old.unit !== now.unit;
  const shown = (price: Price | null) => {
    if (price?.kind === 'unstated') return price.text;
    if (hasNewUnit) return exactPrice(price ?? undefined);
    return isClose && price?.kind === 'amount' ? exactUsd(price.usd) : cellPrice(price ?? undefined);
  };
  const isUnstated = old?.kind === 'unstated' || now?.kind === 'unstated';
  return `${arrow(shown(old), shown(now))}${isUnstated ? ` (${UNIT_NOT_STATED})` : ''}`;
}

function numberLine(
  label: string,
  { old, new: now, ratio }: DifferenceOf<'context' | 'maxOutput'>,
): ChangeLine {
  // Two numbers that read the same at a glance need all of their digits.
  const isClose = shortTokens(old) === shortTokens(now);
  const shown = (value: number | null) =>
    isClose && value !== null ? count(value, 'token') : shortTokens(value);
  return { ...words(label, arrow(shown(old), shown(now))), ratio };
}

function modalityLines({ input, output }: DifferenceOf<'modality'>): readonly ChangeLine[] {
  return [
    { label: 'Takes', ...input },
    { label: 'Gives', ...output },
  ].flatMap(({ label, added, removed }) =>
    added.length + removed.length > 0
      ? [words(label, exchangeText({ added: nouns(added), removed: nouns(removed) }))]
      : [],
  );
}

function nouns(modalities: readonly string[]): readonly string[] {
  return modalities.map((name) => modalityInfo(name).noun);
}

/** `+ tools, tool_choice; − logprobs`. */
function exchangeText({ added, removed }: Exchange): string {
  return [
    ...(added.length > 0 ? [`+ ${added.join(', ')}`] : []),
    ...(removed.length > 0 ? [`− ${removed.join(', ')}`] : []),
  ].join('; ');
}

function tierWords({ old, new: now }: DifferenceOf<'tiers'>): string {
  if (old.length === 0) return `none → ${now.length}: the price depends on the request`;
  if (now.length === 0) return `${old.length} → none: one price for every request`;
  return old.length === now.length ? 'their prices or conditions changed' : `${old.length} → ${now.length}`;
}

function expirationWords({ action, old, new: now }: DifferenceOf<'expiration'>): string {
  const day = (text: string | null) => date(text ?? '');
  return { set: day(now), moved: arrow(day(old), day(now)), withdrawn: `${day(old)}, withdrawn` }[action];
}

/** `$0.10 in, $0.32 out, context 131K`. */
function factWords({ id, facts }: ChangeOf<'added' | 'removed' | 'returned'>): string {
  if (facts.aliasTarget != null) return `stands for ${cleanLine(facts.aliasTarget)}`;
  return [
    ...priceWords(readPrices(id, facts)),
    ...(facts.context ? [`context ${shortTokens(facts.context)}`] : []),
  ].join(', ');
}

function priceWords(prices: Prices): readonly string[] {
  const { input, output } = prices;
  if (isFree(prices)) return ['free'];
  if (input.kind === 'unknown' && output.kind === 'unknown') return ['price unknown'];
  if (input.kind === 'unstated') return [`price ${exactPrice(input)}`];
  if (output.kind === 'none') return [pricesText({ prices })];
  if (input.kind === output.kind && input.kind !== 'amount') return [input.kind];
  return [`${cellPrice(input)} in`, `${cellPrice(output)} out`];
}
