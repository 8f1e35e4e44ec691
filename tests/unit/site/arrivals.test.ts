import { describe, expect, it } from 'vitest';
import { arrivalsAmong } from '../../../src/site/arrivals.ts';
import { arrivalDate, arrivalTag } from '../../../src/site/words/arrivals.ts';
import { aModel, type ModelSketch } from '../../support/a-model.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

const SINCE = '2026-07-23T00:00:00.000Z';
const OLD = { addedAt: '2023-05-28T00:00:00.000Z' };
const NEW = { addedAt: '2026-08-20T00:00:00.000Z' };

/** What is new about rows of Aug 22, 2026 that the ledger did not have the day before. */
function arrivals(rows: Readonly<Record<string, ModelSketch>>, known: readonly string[] = []) {
  const row = facts('0.000001', '0.000002');
  const before = Object.fromEntries([...known, 'z/other'].map((id) => [id, row]));
  const history = historyOfDays({
    '2026-08-21': before,
    '2026-08-22': { ...before, ...Object.fromEntries(Object.keys(rows).map((id) => [id, row])) },
  });
  const found = arrivalsAmong({
    listed: new Map(Object.entries(rows).map(([id, sketch]) => [id, aModel(id, sketch)])),
    recent: history.recent(30),
    since: SINCE,
  });
  return Object.fromEntries([...found].map(([id, one]) => [id, `${arrivalTag(one)}, ${arrivalDate(one)}`]));
}

describe('arrivalsAmong', () => {
  it('dates a new model by upstream, and a new variant of an older model by the day it was first seen', () => {
    expect(arrivals({ 'a/m': OLD, 'a/m:batch': OLD, 'b/n': NEW, 'b/n:free': NEW }, ['a/m'])).toEqual({
      'a/m:batch': 'new variant, first seen Aug 22, 2026',
      'b/n': 'new, added Aug 20, 2026',
      'b/n:free': 'new variant, first seen Aug 22, 2026',
    });
  });

  it('calls a variant a new model when it is the only row of the model', () => {
    expect(arrivals({ 'a/m:free': NEW })).toEqual({ 'a/m:free': 'new, added Aug 20, 2026' });
    expect(arrivals({ 'a/m:batch': OLD })).toEqual({ 'a/m:batch': 'new variant, first seen Aug 22, 2026' });
  });

  it('calls an alias a new alias, never a new model', () => {
    expect(arrivals({ '~a/latest': NEW })).toEqual({ '~a/latest': 'new alias, first seen Aug 22, 2026' });
  });

  it('calls a model newly listed when upstream gives an older date or none', () => {
    expect(arrivals({ 'a/m': OLD, 'a/n': { addedAt: null } })).toEqual({
      'a/m': 'newly listed, first seen Aug 22, 2026',
      'a/n': 'newly listed, first seen Aug 22, 2026',
    });
  });

  it('uses upstream’s date alone when the ledger saw no addition', () => {
    expect(arrivals({ 'a/m': NEW, 'a/n': OLD }, ['a/m', 'a/n'])).toEqual({
      'a/m': 'new, added Aug 20, 2026',
    });
  });
});
