import type { Model, ModelId } from './model.ts';

/** A row of a list with the rows that fold under it. */
export interface ModelGroup {
  /** What the row shows and is sorted by: a base, or a variant or alias that has none listed. */
  readonly base: Model;
  /** Variants, then aliases, each in the order given. */
  readonly members: readonly Model[];
}

/**
 * Folds variants under their base and aliases under their target's base. A variant or an alias whose base is not listed is a
 * group of its own. Groups keep the order in which their bases were given.
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

/** The model whose row a model folds under: itself for a base, and for what has no listed base. */
export function groupBaseOf(model: Model, byId: ReadonlyMap<ModelId, Model>): Model {
  if (model.isAlias) {
    const target = model.aliasTarget && byId.get(model.aliasTarget.id);
    // An alias of an alias would be a mistake upstream, and could be a circle.
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

/** The model that was added last among those that lead a group. Aliases do not count: an alias takes the date of what it stands for. */
export function newestModel(groups: readonly ModelGroup[]): Model | null {
  const dated = groups.map(({ base }) => base).filter(({ isAlias, addedAt }) => !isAlias && addedAt !== null);
  return dated.reduce<Model | null>(
    (newest, model) => ((model.addedAt ?? '') > (newest?.addedAt ?? '') ? model : newest),
    null,
  );
}

/** Rows by what they are: a model is the row of a group, its variants and aliases fold under it. */
export interface RowCount {
  readonly models: number;
  readonly variants: number;
  readonly aliases: number;
}

/** Counts the rows of whole groups. */
export function countGroups(groups: readonly ModelGroup[]): RowCount {
  const members = groups.flatMap(({ members: folded }) => folded);
  const aliases = members.filter(({ isAlias }) => isAlias).length;
  return { models: groups.length, variants: members.length - aliases, aliases };
}

/** Counts rows of a list whose groups are made of all rows in `byId`. */
export function countRows(rows: readonly Model[], byId: ReadonlyMap<ModelId, Model>): RowCount {
  const folded = rows.filter((model) => groupBaseOf(model, byId) !== model);
  const aliases = folded.filter(({ isAlias }) => isAlias).length;
  return { models: rows.length - folded.length, variants: folded.length - aliases, aliases };
}
