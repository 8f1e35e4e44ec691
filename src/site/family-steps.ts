import { capabilitiesOf, hasCapability } from '../catalog/capabilities.ts';
import { stepsFrom } from '../catalog/choice.ts';
import { typicalUsd } from '../catalog/cost/typical.ts';
import { DAY_MS } from '../catalog/day.ts';
import type { Model, ModelId } from '../catalog/model.ts';
import { compareText } from '../catalog/order.ts';
import { picksModels } from '../catalog/router.ts';
import { familyOf } from '../history/family.ts';
import { familyKey } from '../history/model-families.ts';

/** A model of the family that is a step up or down where it costs more or less. */
interface FamilyStep {
  readonly model: Model;
  /** Whether it has all features of the other model. */
  readonly isUp: boolean;
  /** Whether it takes all inputs of the other model. */
  readonly isDown: boolean;
}

/** Finds the models of the author with the same first word, most used first; at any workload. */
type FindSteps = (model: Model) => readonly FamilyStep[];

/** Models added further apart are of different generations. */
const MAX_DAYS = 366;

/**
 * Finds the other models of the same version, such as GPT-5.6. If the version has no other model, it takes
 * one model of each line (`gpt-mini`, `claude-sonnet`): the one that was added closest to the given model.
 * Models of the same line are other versions, not steps. A step up has all features of the model, a step down
 * takes all of its inputs.
 */
export function familyStepsAmong(models: readonly Model[]): FindSteps {
  const relatives = Map.groupBy(models.filter(isStep), kinOf);
  return (model) => {
    const line = familyKey(model.baseId);
    const others = (relatives.get(kinOf(model)) ?? []).filter(({ id }) => familyKey(id) !== line);
    const alike = others.filter(({ id }) => versionOf(id) === versionOf(model.baseId));
    return (alike.length > 0 ? alike : closestOfLines(model, others))
      .map((other) => ({ model: other, isUp: hasAll(other, model), isDown: takesAll(other, model) }))
      .filter(({ isUp, isDown }) => isUp || isDown)
      .sort((a, b) => byUse(a.model, b.model));
  };
}

/** The next step up and the next step down for the typical workload. */
export function typicalSteps(model: Model, steps: readonly FamilyStep[]) {
  const costs = steps.map((step) => ({ ...step, usd: typicalUsd(step.model) }));
  return stepsFrom({ usd: typicalUsd(model) }, costs);
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
  return Math.abs(Date.parse(a.addedAt) - Date.parse(b.addedAt)) / DAY_MS;
}

function byDistanceTo(model: Model): (a: Model, b: Model) => number {
  return (a, b) => daysBetween(model, a) - daysBetween(model, b) || byUse(a, b);
}

function byUse(a: Model, b: Model): number {
  const place = ({ popularity }: Model) => popularity ?? Number.MAX_SAFE_INTEGER;
  return place(a) - place(b) || compareText(a.id, b.id);
}
