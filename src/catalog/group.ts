import type { Model, ModelId } from './model.ts';

/** A row of a list and the rows folded under it. */
export interface ModelGroup {
  /** The model that the row shows and sorts by: a base, or a variant or alias without a listed base. */
  readonly base: Model;
  /** Variants, then aliases, each in input order. */
  readonly members: readonly Model[];
}

/**
 * Folds variants under their base and aliases under the base of their target. A variant or alias without a
 * listed base is its own group. Groups keep the order of their bases.
 */
export function foldModels(models: readonly Model[]): ModelGroup[] {
  const byId = indexById(models);
  const members = new Map<ModelId, Model[]>();
  for (const model of models) {
    const base = groupBaseOf(model, byId);
    const group = members.get(base.id) ?? [];
    members.set(base.id, group);
    if (base !== model) group.push(model);
  }
  return models
    .filter((model) => groupBaseOf(model, byId) === model)
    .map((base) => ({ base, members: variantsFirst(members.get(base.id) ?? []) }));
}

/** The model whose row a model folds under: the model itself if it is a base or its base is not listed. */
export function groupBaseOf(model: Model, byId: ReadonlyMap<ModelId, Model>): Model {
  if (model.isAlias) {
    const target = model.aliasTarget && byId.get(model.aliasTarget.id);
    // An alias of an alias would be an upstream error and could be a cycle.
    return target && !target.isAlias ? groupBaseOf(target, byId) : model;
  }
  return model.variant === null ? model : (byId.get(model.baseId) ?? model);
}

export function indexById(models: readonly Model[]): ReadonlyMap<ModelId, Model> {
  return new Map(models.map((model) => [model.id, model]));
}

function variantsFirst(members: readonly Model[]): Model[] {
  return [...members.filter((model) => !model.isAlias), ...members.filter((model) => model.isAlias)];
}

/** The most recently added base. Aliases do not count, because an alias has the date of its target. */
export function newestModel(groups: readonly ModelGroup[]): Model | null {
  const dated = groups.map(({ base }) => base).filter(({ isAlias, addedAt }) => !isAlias && addedAt !== null);
  return dated.reduce<Model | null>(
    (newest, model) => ((model.addedAt ?? '') > (newest?.addedAt ?? '') ? model : newest),
    null,
  );
}

/** Row counts: models lead groups, and their variants and aliases fold under them. */
export interface RowCount {
  readonly models: number;
  readonly variants: number;
  readonly aliases: number;
}

/** Counts the rows of complete groups. */
export function countGroups(groups: readonly ModelGroup[]): RowCount {
  const members = groups.flatMap(({ members: folded }) => folded);
  const aliases = members.filter(({ isAlias }) => isAlias).length;
  return { models: groups.length, variants: members.length - aliases, aliases };
}

/** Counts the rows of a list; `byId` holds all rows, so that groups are complete. */
export function countRows(rows: readonly Model[], byId: ReadonlyMap<ModelId, Model>): RowCount {
  const folded = rows.filter((model) => groupBaseOf(model, byId) !== model);
  const aliases = folded.filter(({ isAlias }) => isAlias).length;
  return { models: rows.length - folded.length, variants: folded.length - aliases, aliases };
}
