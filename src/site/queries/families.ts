import { baseIdOf } from '../../catalog/id.ts';
import type { Model, ModelId } from '../../catalog/model.ts';
import { once } from '../../catalog/once.ts';
import { isGiven } from '../../catalog/price.ts';
import { familiesAmong, familyKey, type ModelFamily } from '../../history/model-families.ts';
import type { ModelHistory } from '../../history/model-history.ts';
import { familyName, slugName } from '../words/families.ts';
import { everyModelById, history } from './history.ts';

/** Queries for families: models of one author whose ids differ only in version, date and stage. */

interface Member {
  readonly model: Model;
  readonly known: ModelHistory;
}

export interface Family extends ModelFamily {
  /** `Claude Sonnet`. */
  readonly name: string;
  /** Oldest first. */
  readonly members: readonly Member[];
}

/** Every family with at least two models whose price is known. */
export const families = once(async (): Promise<readonly Family[]> => {
  const [{ historyOf }, models] = await Promise.all([history(), everyModelById()]);
  const members = new Map<ModelId, Member>();
  for (const [id, model] of models) {
    const known = historyOf(id);
    const isPriced = known?.priceSteps.some(({ prices }) => isGiven(prices)) ?? false;
    // A renamed model is listed under its new id.
    if (known !== null && known.renamedTo === null && isPriced) members.set(id, { model, known });
  }
  const dated = [...members].map(([id, { known }]) => ({ id, since: known.first.since }));
  const named = familiesAmong(dated).map((family) => {
    const own = family.ids.flatMap((id) => members.get(id) ?? []);
    return { ...family, members: own, name: familyName(own.map(({ model }) => model)) };
  });
  const byName = Map.groupBy(named, ({ name }) => name);
  return named.map((family) =>
    byName.get(family.name)?.length === 1 ? family : { ...family, name: slugName(family.slug) },
  );
});

const byKey = once(
  async (): Promise<ReadonlyMap<string, Family>> =>
    new Map((await families()).map((family) => [familyKey(family.ids[0]), family])),
);

/** The family of a model or of its variant; `null` for a model alone. */
export async function familyOfModel(id: ModelId): Promise<Family | null> {
  return (await byKey()).get(familyKey(baseIdOf(id))) ?? null;
}
