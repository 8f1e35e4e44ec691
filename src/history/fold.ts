import type { Facts } from '../catalog/facts.ts';
import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import type { PriceKey } from '../catalog/price-keys.ts';
import { readTierPrices, type Tier } from '../catalog/price.ts';
import { cleanLine, cleanWords } from '../catalog/text.ts';
import type { Between, Change, ChangeKind, Exchange, What } from './change.ts';
import { findAbsences, findBlips, type Blip } from './flaps.ts';
import type { LedgerEvent } from './ledger-record.ts';
import { isTinyRatio, moveOf, priceLine, pricesOf } from './price-move.ts';
import { daysBetween } from './time.ts';
import type { Step, Track } from './track.ts';

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

/** The changes of one id as they are shown, oldest first: the rules of reading that the ledger itself knows nothing of. */
export function foldTrack(id: ModelId, track: Track): readonly Change[] {
  const absences = findAbsences(track);
  const brieflyGone = new Set(absences.values());
  const blips = findBlips(track);
  const isAlias = splitId(id)?.isAlias ?? false;
  let goneSince: string | null = null;
  return track.flatMap((step) => {
    const whats = brieflyGone.has(step)
      ? []
      : whatsOf(id, step, { absentFrom: absences.get(step) ?? null, goneSince, blips });
    if (!step.isListed) goneSince = step.by;
    return whats
      .filter(({ kind }) => !isAlias || ALIAS_KINDS.has(kind))
      .map((what): Change => ({ ...shownOf(id, isAlias, step, what), ...what }));
  });
}

interface Around {
  /** The step at which the model went, when it was back soon. */
  readonly absentFrom: Step | null;
  readonly goneSince: string | null;
  readonly blips: readonly Blip[];
}

function whatsOf(id: ModelId, step: Step, { absentFrom, goneSince, blips }: Around): readonly What[] {
  const isFolded = (key: PriceKey | 'tiers'): boolean =>
    blips.some((blip) => blip.key === key && blip.first.by <= step.by && step.by <= blip.last.by);
  const ended = blips.filter((blip) => blip.last === step);
  return [
    ...step.events.flatMap((event): readonly What[] => {
      switch (event.kind) {
        case 'added':
          return [{ kind: 'added', facts: event.facts }];
        case 'removed':
          return [{ kind: 'removed', facts: step.facts, announced: step.facts.expiration ?? null }];
        case 'returned':
          return absentFrom
            ? [{ kind: 'absent', since: absentFrom.by, days: daysBetween(absentFrom.by, step.by) }]
            : [{ kind: 'returned', since: goneSince ?? step.by, facts: step.facts }];
        case 'tiers':
          return isFolded('tiers')
            ? []
            : [{ kind: 'tiers', old: tiersOf(event.old, step.before), new: tiersOf(event.new, step.facts) }];
        default:
          return plainWhat(event);
      }
    }),
    ...priceWhat(id, step, isFolded),
    ...modalityWhat(step),
    ...blipWhats(id, ended),
  ];
}

/** Kinds that are shown as they stand. */
function plainWhat(event: LedgerEvent): readonly What[] {
  switch (event.kind) {
    case 'renamed':
      return [{ kind: 'renamed', from: event.from }];
    case 'context':
    case 'maxOutput': {
      const ratio = event.old && event.new ? event.new / event.old : null;
      return [{ kind: event.kind, old: event.old, new: event.new, ratio }];
    }
    case 'parameters':
      return [{ kind: 'parameters', ...exchangeOf(event) }];
    case 'name':
      return [{ kind: 'name', old: cleanLine(event.old), new: cleanLine(event.new) }];
    case 'expiration': {
      const action = event.old === null ? 'set' : event.new === null ? 'withdrawn' : 'moved';
      return [{ kind: 'expiration', action, old: event.old, new: event.new }];
    }
    case 'retargeted':
      return [{ kind: 'retargeted', old: cleanLine(event.old), new: cleanLine(event.new) }];
    default:
      return [];
  }
}

function priceWhat(id: ModelId, step: Step, isFolded: (key: PriceKey) => boolean): readonly What[] {
  const { before } = step;
  const shown = step.events.filter(
    (event) => event.kind === 'price' && !event.window && !isFolded(event.key),
  ) as readonly Extract<LedgerEvent, { kind: 'price' }>[];
  if (before === null || shown.length === 0) return [];
  // Only what is shown counts: a price that is folded away stays as it was.
  const now: Partial<Record<PriceKey, string>> = { ...before.prices };
  for (const event of shown) {
    if (event.new === null) Reflect.deleteProperty(now, event.key);
    else now[event.key] = event.new;
  }
  const [old, after] = [pricesOf(id, before), pricesOf(id, { ...step.facts, prices: now })];
  const isMain = shown.some(({ key }) => key === 'input' || key === 'output');
  return [
    {
      kind: 'price',
      lines: shown.map(({ key }) => priceLine(key, old, after)),
      move: isMain ? moveOf(old, after) : null,
    },
  ];
}

function modalityWhat({ events }: Step): readonly What[] {
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

/** One note for all prices that went and came back together. */
function blipWhats(id: ModelId, ended: readonly Blip[]): readonly What[] {
  return [...Map.groupBy(ended, ({ first }) => first)].flatMap(([first, together]): readonly What[] => {
    const { before } = first;
    if (before === null) return [];
    const [old, meanwhile] = [pricesOf(id, before), pricesOf(id, first.facts)];
    const keys = together.flatMap(({ key }) => (key === 'tiers' ? [] : [key]));
    return [
      {
        kind: 'blip',
        since: first.by,
        lines: keys.map((key) => priceLine(key, old, meanwhile)),
        tiers: keys.length < together.length,
      },
    ];
  });
}

function shownOf(id: ModelId, isAlias: boolean, step: Step, what: What): Omit<Change, keyof What> {
  return {
    key: [step.by, id, what.kind, ...(what.kind === 'blip' ? [what.since] : [])].join(' '),
    id,
    name: nameOf(step.facts),
    isAlias,
    between: betweenOf(step),
    scope: step.scope,
    isTiny: isTiny(what),
  };
}

export function betweenOf({ after, by }: Pick<Step, 'after' | 'by'>): Between {
  return { after, by, isDated: after !== null && daysBetween(after, by) <= DATED_DAYS };
}

export function nameOf({ name }: Facts): string {
  return cleanLine(name);
}

function isTiny(what: What): boolean {
  switch (what.kind) {
    case 'price':
      return (
        (what.move === null || what.move.direction === 'same' || isTinyRatio(what.move.ratio)) &&
        what.lines.every(({ ratio }) => isTinyRatio(ratio))
      );
    case 'blip':
      return !what.tiers && what.lines.every(({ ratio }) => isTinyRatio(ratio));
    case 'context':
    case 'maxOutput':
      return isTinyRatio(what.ratio);
    default:
      return false;
  }
}

function tiersOf(tiers: NonNullable<Facts['tiers']>, row: Facts | null): readonly Tier[] {
  return tiers.map(({ when, prices }) => ({ when, prices: readTierPrices(prices, row?.prices ?? {}) }));
}
