import type { Facts } from '../../src/catalog/facts.ts';
import type { Model } from '../../src/catalog/model.ts';
import type { Snapshot } from '../../src/catalog/snapshot.ts';
import { translate, type Orders } from '../../src/upstream/translate.ts';
import { validateRows } from '../../src/upstream/validate.ts';
import { rawRow } from './raw-row.ts';

export const NO_ORDERS: Orders = { categories: {}, popularity: null };

/** What raw rows become. Throws if one of them is quarantined. */
export function read(rows: readonly unknown[], orders = NO_ORDERS): Pick<Snapshot, 'models' | 'facts'> {
  const { rows: valid, quarantined } = validateRows(rows);
  if (quarantined.length > 0) throw new Error(`quarantined: ${JSON.stringify(quarantined)}`);
  return translate(valid, orders);
}

export function models(rows: readonly unknown[], orders = NO_ORDERS): readonly Model[] {
  return read(rows, orders).models;
}

/** The model of a plain raw row with some fields changed. */
export function model(over: Record<string, unknown> = {}, id = 'maker/model'): Model {
  const [only] = models([rawRow(id, over)]);
  if (only === undefined) throw new Error('no model');
  return only;
}

/** What the ledger keeps of the first row. */
export function factsOf(...rows: readonly unknown[]): Facts {
  const [only] = read(rows).facts.values();
  if (only === undefined) throw new Error('no model');
  return only;
}

/** A raw row's prices, US dollars per token. */
export const pricing = (over: Record<string, unknown>): Record<string, unknown> => ({
  pricing: { prompt: '0.000001', completion: '0.000002', ...over },
});
