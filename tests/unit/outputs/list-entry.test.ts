import { describe, expect, it } from 'vitest';
import { aListEntry } from '../../support/a-record.ts';
import { aModel } from '../../support/a-model.ts';
import { daily, priced } from '../../support/ledger-history.ts';

describe('listEntry', () => {
  it('has the number of price changes and the last one', () => {
    const history = daily({ 1: priced('1'), 5: priced('2'), 9: priced('4') }).historyOf('maker/a');
    const entry = aListEntry(aModel('maker/a'), { history });
    expect(entry.history).toMatchObject({
      price_change_count: 2,
      days_listed: 8,
      last_price_change: { by: '2026-01-09T00:00:00.000Z', direction: 'rise', percent: 100 },
    });
  });

  it('has no price change where there was none, and no history without records', () => {
    const history = daily({ 1: priced('1') }).historyOf('maker/a');
    expect(aListEntry(aModel('maker/a'), { history }).history).toMatchObject({
      price_change_count: 0,
      last_price_change: null,
    });
    expect(aListEntry(aModel('maker/a')).history).toBeNull();
  });

  it('names variants by their ids', () => {
    const variants = [aModel('maker/a:free'), aModel('maker/a:batch')];
    expect(aListEntry(aModel('maker/a'), { variants }).variants).toEqual(['maker/a:free', 'maker/a:batch']);
  });
});
