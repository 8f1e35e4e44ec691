import type { Facts } from '../catalog/facts.ts';
import { splitId } from '../catalog/id.ts';
import type { ModelId } from '../catalog/model.ts';
import { isMeasured, priceLine } from '../catalog/price-change.ts';
import { readPrices } from '../catalog/price.ts';
import { cleanLine } from '../catalog/text.ts';
import { differencesOf, isFactEvent, undated } from '../ledger/kinds/fact-kinds.ts';
import type { ReadStep } from '../ledger/kinds/kind.ts';
import { listingChanges, presentationOf } from '../ledger/kinds/registry.ts';
import type { Between, Change, ChangeBody, Difference } from './change.ts';
import { shortAbsenceSteps, type Absence, type Reversion } from './reversions.ts';
import type { ShownStep } from './shown-prices.ts';
import { daysBetween } from './time.ts';
import type { Step } from '../ledger/ledger.ts';

/** Captures further apart than this cannot date the changes between them. */
const DATED_DAYS = 7;

/** The steps of one id with its absences and reversions: the input of the reading rules. */
export interface Reading {
  readonly id: ModelId;
  readonly steps: readonly ShownStep[];
  readonly absences: ReadonlyMap<Step, Absence>;
  readonly reversions: readonly Reversion[];
}

/**
 * The changes of one id as they are shown, oldest first. The reading rules are applied here, not in the
 * ledger.
 */
export function foldChanges(reading: Reading): readonly Change[] {
  const { id, steps, absences } = reading;
  const shortAbsences = shortAbsenceSteps(absences);
  const isAlias = splitId(id)?.isAlias ?? false;
  return steps.flatMap((shown) => {
    const { step } = shown;
    if (shortAbsences.has(step)) return [];
    const absence = absences.get(step) ?? null;
    const readStep = readStepOf(reading, shown, isAlias);
    const differences = differencesOf(step.events.filter(isFactEvent), readStep);
    const [own, found] =
      absence?.isShort === false
        ? [[returned(step, absence, differences)], []]
        : [
            [...absent(absence), ...listingChanges(step.events, readStep)],
            [...differences, ...(isAlias ? [] : reversionsEnding(reading, step))],
          ];
    const between = betweenOf({ after: absence?.lastListed ?? step.after, by: step.by });
    return [
      ...own.map((body) => changeOf(id, isAlias, step, betweenOf(step), body)),
      ...found.map((body) => changeOf(id, isAlias, step, between, body)),
    ];
  });
}

export function betweenOf({ after, by }: Pick<Step, 'after' | 'by'>): Between {
  return { after, by, isDated: after !== null && daysBetween(after, by) <= DATED_DAYS };
}

export function nameOf({ name }: Facts): string {
  return cleanLine(name);
}

function readStepOf({ id, reversions }: Reading, shown: ShownStep, isAlias: boolean): ReadStep {
  const { step, before, after, changed } = shown;
  const isTierReversion = reversions.some(
    ({ key, first, last }) => key === 'tiers' && first.by <= step.by && step.by <= last.by,
  );
  return { ...step, id, isAlias, isTierReversion, prices: { before, after, changed } };
}

function absent(absence: Absence | null): readonly ChangeBody[] {
  return absence === null ? [] : [{ kind: 'absent', since: absence.gone.by, days: absence.days }];
}

/** The differences have no date, because the values changed at an unknown time. */
function returned(
  { facts }: Step,
  { gone, lastListed }: Absence,
  differences: readonly Difference[],
): ChangeBody {
  return { kind: 'returned', since: gone.by, lastListed, facts, meanwhile: differences.map(undated) };
}

/** One note for all prices that changed together and reverted at this step. */
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

function changeOf(id: ModelId, isAlias: boolean, step: Step, between: Between, body: ChangeBody): Change {
  return {
    key: [step.by, id, body.kind, ...(body.kind === 'reversion' ? [body.since] : [])].join(' '),
    id,
    name: nameOf(step.facts),
    isAlias,
    between,
    scope: step.scope,
    isTiny: presentationOf(body).isTiny(body),
    ...body,
  };
}
