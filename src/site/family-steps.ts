import { capabilitiesOf, hasCapability } from '../catalog/capabilities.ts';
import { typicalUsd } from '../catalog/cost/typical.ts';
import { compareDecimals, type Decimal } from '../catalog/decimal.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import { isLowerCost } from '../catalog/saving.ts';
import { picksModels } from '../catalog/router.ts';
import { familyOf } from '../history/family.ts';
import { familyKey } from '../history/model-families.ts';

/** A related model and its cost for the typical workload, in US dollars a month. */
interface FamilyStep {
  readonly model: Model;
  readonly usd: Decimal;
}

/** The next more expensive and the next cheaper model of the author's models with the same first word. */
interface FamilySteps {
  readonly up: FamilyStep | null;
  readonly down: FamilyStep | null;
}

/** Models added further apart are of different generations. */
const MAX_DAYS = 366;
const DAY = 86_400_000;

/**
 * Finds the next step up and down among the other models of the same version, such as GPT-5.6. Where there is
 * none, the model of each line (`gpt-mini`, `claude-sonnet`) counts that was added closest to the given one.
 * The models of its own line are other versions and no steps. A step up has all of its features, a step down
 * takes all of its inputs.
 */
export function familyStepsAmong(models: readonly Model[]): (model: Model) => FamilySteps {
  const relatives = Map.groupBy(models.filter(isStep), kinOf);
  return (model) => {
    const usd = typicalUsd(model);
    if (usd === null) return { up: null, down: null };
    const line = familyKey(model.baseId);
    const others = (relatives.get(kinOf(model)) ?? []).filter(({ id }) => familyKey(id) !== line);
    const alike = others.filter(({ id }) => versionOf(id) === versionOf(model.baseId));
    const steps = (alike.length > 0 ? alike : closestOfLines(model, others))
      .flatMap((other) => {
        const cost = typicalUsd(other);
        return cost === null ? [] : [{ model: other, usd: cost }];
      })
      .sort((a, b) => compareDecimals(a.usd, b.usd) || byUse(a.model, b.model));
    const up = steps.find((step) => isLowerCost(usd, step.usd) && hasAll(step.model, model));
    const cheaper = steps.filter((step) => isLowerCost(step.usd, usd) && takesAll(step.model, model));
    const next = cheaper.at(-1)?.usd;
    const down = cheaper.find((step) => step.usd === next);
    return { up: up ?? null, down: down ?? null };
  };
}

/** The version in the slug of an id: `5.6` of `gpt-5.6-luna`, empty without one. */
function versionOf(id: ModelId): string {
  const { sizes } = familyOf(id);
  const tokens = id.slice(id.indexOf('/') + 1).split(/[^a-z0-9]+/);
  // Longer numbers are dates.
  return tokens
    .filter((token) => !sizes.includes(token))
    .flatMap((token) => /^[a-z]*(\d{1,2})[a-z]?$/.exec(token)?.[1] ?? [])
    .join('.');
}

function closestOfLines(model: Model, others: readonly Model[]): readonly Model[] {
  const near = others.filter((other) => daysBetween(model, other) <= MAX_DAYS);
  const lines = Map.groupBy(near, ({ id }) => familyKey(id));
  return [...lines.values()].flatMap((line) => line.toSorted(byDistanceTo(model))[0] ?? []);
}

function takesAll(other: Model, { inputModalities }: Model): boolean {
  return inputModalities.every((modality) => other.inputModalities.includes(modality));
}

function hasAll(other: Model, model: Model): boolean {
  return takesAll(other, model) && capabilitiesOf(model).every((key) => hasCapability(other, key));
}

function isStep(model: Model): boolean {
  return model.variant === null && !model.isAlias && model.expiration === null && !picksModels(model);
}

/** Equal for models of one author with the same first word and the same outputs. */
function kinOf({ baseId, author, outputModalities }: Model): string {
  return JSON.stringify([author.slug, familyOf(baseId).words[0], [...outputModalities].sort()]);
}

function daysBetween(a: Model, b: Model): number {
  if (a.addedAt === null || b.addedAt === null) return Number.POSITIVE_INFINITY;
  return Math.abs(Date.parse(a.addedAt) - Date.parse(b.addedAt)) / DAY;
}

function byDistanceTo(model: Model): (a: Model, b: Model) => number {
  return (a, b) => daysBetween(model, a) - daysBetween(model, b) || byUse(a, b);
}

function byUse(a: Model, b: Model): number {
  const place = ({ popularity }: Model) => popularity ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || compareText(a.id, b.id);
}
