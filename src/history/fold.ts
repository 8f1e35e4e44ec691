import { decimalOf, type Decimal } from '../catalog/decimal.ts';
import type { Facts } from '../catalog/facts.ts';
import { isCatalogDay } from '../catalog/day.ts';
import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { isMainPriceKey, type PriceKey } from '../catalog/price-keys.ts';
import { readPrices, readTierPrices, type Tier } from '../catalog/price.ts';
import { cleanLine, cleanWords } from '../catalog/text.ts';
import { announcementOf } from '../catalog/announcement.ts';
import type { Between, Change, ChangeKind, Difference, Exchange, ChangeBody } from './change.ts';
import { readPriceKey } from '../catalog/price-change.ts';
import { tiersKey } from '../ledger/normalize.ts';
import type { Absence, Reversion } from './reversions.ts';
import {
  isDifference,
  isMeasured,
  isTinyRatio,
  moveOf,
  priceLine,
  ratioOf,
} from '../catalog/price-change.ts';
import type { ShownStep } from './shown-prices.ts';
import { daysBetween } from './time.ts';
import type { Step } from './tracks.ts';

/** Captures further apart than this cannot date what happened between them. */
const DATED_DAYS = 7;

/** An alias takes over whatever its target has, so only where it points and whether it is there is news. */
const ALIAS_KINDS: ReadonlySet<ChangeKind> = new Set<ChangeKind>([
  'added',
  'removed',
  'returned',
  'absent',
  'renamed',
  'retargeted',
]);

/** What the rules of reading need to know of one id. */
export interface Reading {
  readonly id: ModelId;
  readonly steps: readonly ShownStep[];
  readonly absences: ReadonlyMap<Step, Absence>;
  readonly reversions: readonly Reversion[];
}

/** The changes of one id as they are shown, oldest first: the rules of reading that the ledger itself knows nothing of. */
export function foldChanges(reading: Reading): readonly Change[] {
  const { id, steps, absences } = reading;
  const brieflyGone = new Set([...absences.values()].flatMap(({ gone, isShort }) => (isShort ? [gone] : [])));
  const isAlias = splitId(id)?.isAlias ?? false;
  return steps.flatMap((shown) => {
    const { step } = shown;
    if (brieflyGone.has(step)) return [];
    const absence = absences.get(step) ?? null;
    const differences = differencesOf(reading, shown).filter(({ kind }) => !isAlias || ALIAS_KINDS.has(kind));
    const [own, found] =
      absence?.isShort === false
        ? [[returned(step, absence, differences)], []]
        : [comingsOf(step, absence), [...differences, ...(isAlias ? [] : reversionsEnding(reading, step))]];
    const between = betweenOf({ after: absence?.lastListed ?? step.after, by: step.by });
    return [
      ...own.map((what) => changeOf(id, isAlias, step, betweenOf(step), what)),
      ...found.map((what) => changeOf(id, isAlias, step, between, what)),
    ];
  });
}

export function betweenOf({ after, by }: Pick<Step, 'after' | 'by'>): Between {
  return { after, by, isDated: after !== null && daysBetween(after, by) <= DATED_DAYS };
}

function removalDay(day: string | null): string | null {
  return day !== null && isCatalogDay(day) ? day : null;
}

export function nameOf({ name }: Facts): string {
  return cleanLine(name);
}

/** That a model came, went, was back soon, or has another id. */
function comingsOf({ events, facts, after, by }: Step, absence: Absence | null): readonly ChangeBody[] {
  const back: readonly ChangeBody[] =
    absence === null ? [] : [{ kind: 'absent', since: absence.gone.by, days: absence.days }];
  const others = events.flatMap((event): readonly ChangeBody[] => {
    switch (event.kind) {
      case 'added':
        return [{ kind: 'added', facts: event.facts }];
      case 'removed':
        return [{ kind: 'removed', facts, announced: announcementOf(facts, after ?? by) }];
      case 'renamed':
        return [{ kind: 'renamed', from: event.from }];
      default:
        return [];
    }
  });
  return [...back, ...others];
}

/** Nobody saw when the values changed, and a percent would have no time to belong to. */
function returned(
  { facts }: Step,
  { gone, lastListed }: Absence,
  differences: readonly Difference[],
): ChangeBody {
  const meanwhile = differences.map((difference): Difference => {
    switch (difference.kind) {
      case 'price':
        return {
          ...difference,
          lines: difference.lines.map((line) => ({ ...line, ratio: null })),
          move: null,
        };
      case 'context':
      case 'maxOutput':
        return { ...difference, ratio: null };
      default:
        return difference;
    }
  });
  return { kind: 'returned', since: gone.by, lastListed, facts, meanwhile };
}

function differencesOf({ id, reversions }: Reading, shown: ShownStep): readonly Difference[] {
  const { step } = shown;
  const isFolded = reversions.some(
    ({ key, first, last }) => key === 'tiers' && first.by <= step.by && step.by <= last.by,
  );
  const others = step.events.flatMap((event): readonly Difference[] => {
    switch (event.kind) {
      case 'tiers': {
        const isSame = tiersKey(event.old, readPriceKey) === tiersKey(event.new, readPriceKey);
        const [old, now] = [tiersOf(event.old, id, step.before), tiersOf(event.new, id, step.facts)];
        return isFolded || isSame ? [] : [{ kind: 'tiers', old, new: now }];
      }
      case 'context':
      case 'maxOutput':
        return [
          { kind: event.kind, old: event.old, new: event.new, ratio: countRatio(event.old, event.new) },
        ];
      case 'parameters':
        return [{ kind: 'parameters', ...exchangeOf(event) }];
      case 'name':
        return [{ kind: 'name', old: cleanLine(event.old), new: cleanLine(event.new) }];
      case 'expiration': {
        // Upstream also writes days such as 1 January 9999 for "none".
        const [old, now] = [removalDay(event.old), removalDay(event.new)];
        if (old === now) return [];
        const action = old === null ? 'set' : now === null ? 'withdrawn' : 'moved';
        return [{ kind: 'expiration', action, old, new: now }];
      }
      case 'retargeted':
        return [{ kind: 'retargeted', old: cleanLine(event.old), new: cleanLine(event.new) }];
      default:
        return [];
    }
  });
  return [...others, ...priceDifference(id, shown), ...modalityDifference(step)];
}

function priceDifference(id: ModelId, { step, before, after, changed }: ShownStep): readonly Difference[] {
  if (step.before === null || changed.length === 0) return [];
  const old = readPrices(id, { ...step.before, prices: before });
  const now = readPrices(id, { ...step.facts, prices: after });
  // One of the two main prices can decide how the other reads.
  const partners = changed.flatMap((key): readonly PriceKey[] =>
    isMainPriceKey(key) ? ['input', 'output'] : [],
  );
  const keys = [...new Set([...partners, ...changed])];
  const lines = keys.map((key) => priceLine(key, old, now)).filter(isDifference);
  if (lines.length === 0) return [];
  const isMove = lines.some(({ key }) => isMeasured(key, old) || isMeasured(key, now));
  return [{ kind: 'price', lines, move: isMove ? moveOf(old, now) : null }];
}

function modalityDifference({ events }: Step): readonly Difference[] {
  const exchanges: { input?: Exchange; output?: Exchange } = {};
  for (const event of events) {
    if (event.kind === 'modality') exchanges[event.side] = exchangeOf(event);
  }
  const none: Exchange = { added: [], removed: [] };
  return exchanges.input || exchanges.output
    ? [{ kind: 'modality', input: exchanges.input ?? none, output: exchanges.output ?? none }]
    : [];
}

function exchangeOf({ added, removed }: Exchange): Exchange {
  return { added: cleanWords(added), removed: cleanWords(removed) };
}

/** One note for all prices that went together and were back with this step. */
function reversionsEnding({ id, reversions, steps }: Reading, step: Step): readonly ChangeBody[] {
  const ended = reversions.filter(({ last }) => last === step);
  return [...Map.groupBy(ended, ({ first }) => first)].flatMap(([first, together]): readonly ChangeBody[] => {
    const shown = steps.find((one) => one.step === first);
    if (!shown || first.before === null) return [];
    const old = readPrices(id, { ...first.before, prices: shown.before });
    const keys = together.flatMap(({ key }) => (key === 'tiers' ? [] : [key]));
    return [
      {
        kind: 'reversion',
        since: first.by,
        lines: keys.map((key) => priceLine(key, old, readPrices(id, first.facts))),
        tiers: keys.length < together.length,
        isMeasured: keys.some((key) => isMeasured(key, old)),
      },
    ];
  });
}

function changeOf(id: ModelId, isAlias: boolean, step: Step, between: Between, what: ChangeBody): Change {
  return {
    key: [step.by, id, what.kind, ...(what.kind === 'reversion' ? [what.since] : [])].join(' '),
    id,
    name: nameOf(step.facts),
    isAlias,
    between,
    scope: step.scope,
    isTiny: isTiny(what),
    ...what,
  };
}

function isTiny(what: ChangeBody): boolean {
  switch (what.kind) {
    case 'price':
      return (
        (what.move === null || what.move.direction === 'same' || isTinyRatio(what.move.ratio)) &&
        what.lines.every(({ ratio }) => isTinyRatio(ratio))
      );
    case 'reversion':
      return !what.tiers && what.lines.every(({ ratio }) => isTinyRatio(ratio));
    case 'context':
    case 'maxOutput':
      return isTinyRatio(what.ratio);
    default:
      return false;
  }
}

function countRatio(old: number | null, now: number | null): Decimal | null {
  return old === null || now === null ? null : ratioOf(decimalOf(old), decimalOf(now));
}

function tiersOf(tiers: NonNullable<Facts['tiers']>, id: ModelId, row: Facts | null): readonly Tier[] {
  const facts = row ?? { prices: {} };
  return tiers.map(({ when, prices }) => ({ when, prices: readTierPrices(prices, id, facts) }));
}
