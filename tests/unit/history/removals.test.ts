import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { announcementOf, announcementWords } from '../../../src/catalog/announcement.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { changeLines, changeWords } from '../../../src/history/change-presentation.ts';
import {
  announcedWhen,
  announcedWords,
  daysListedWords,
  removalsWords,
} from '../../../src/site/words/history.ts';
import { captured, facts, ledgerOf, without } from '../../support/ledger.ts';

const A = 'maker/a';
const STAYING = facts({ name: 'Maker: Staying', created: 1, permanentSlug: 'maker/staying' });

/** One model's facts by day of a year; `null` is a day without it. */
function historyOf(days: Readonly<Record<string, Facts | null>>): History {
  const captures = Object.entries(days).map(([day, own]) =>
    captured(day, { 'maker/staying': STAYING, ...(own && { [A]: own }) }),
  );
  const ledger = ledgerOf(...captures);
  return historyFrom(ledger, ledger.state.last.any ?? '');
}

function retiredOf(history: History) {
  const [retired] = history.retiredModels();
  if (!retired) throw new Error('Nothing was removed.');
  return retired;
}

const undated = without(facts(), 'expiration');

describe('announcementOf', () => {
  it.each([
    ['2026-03-01', '2025-05-05T00:00:00.000Z', { kind: 'announced', for: '2026-03-01' }],
    [null, '2026-01-15T23:59:59.000Z', { kind: 'unknown' }],
    [null, '2026-01-16T00:00:00.000Z', { kind: 'none' }],
    [undefined, '2026-01-15T00:00:00.000Z', { kind: 'unknown' }],
    [undefined, '2026-08-01T00:00:00.000Z', { kind: 'unknown' }],
  ])(
    'tells whether a removal was announced from the date %s and the last time %s',
    (expiration, lastSeen, announcement) => {
      expect(announcementOf(expiration === undefined ? {} : { expiration }, lastSeen)).toEqual(announcement);
    },
  );

  it('makes no claim about the announcement of a removal before upstream had removal dates', () => {
    const history = historyOf({ '2025-05-01': undated, '2025-05-02': null });
    const retired = retiredOf(history);
    const known = 'OpenRouter gave no removal dates before Jan 16, 2026';
    expect(announcedWords(retired)).toBe(`Whether its removal had been announced is not known: ${known}.`);
    expect(announcementWords(retired.announced).fact).toBe(`Not known: ${known}`);
    const [change] = history.changes();
    expect(change && changeLines(change)[0]?.text).toBe('last $1.00 in, $2.00 out, context 8.2K');
    expect(change && changeWords(change).lines).toEqual([]);
    expect(removalsWords(history.removals())).toBeNull();
  });

  it('makes no claim about the announcement of a model that the first capture with removal dates lacks', () => {
    const history = historyOf({ '2026-01-15': undated, '2026-01-16': null });
    expect(retiredOf(history).announced).toEqual({ kind: 'unknown' });
    expect(history.removals().total).toBe(0);
  });

  it('reports an unannounced removal once upstream has removal dates', () => {
    const history = historyOf({ '2026-02-01': facts(), '2026-02-02': null });
    const retired = retiredOf(history);
    expect(announcedWords(retired)).toBe('Its removal had not been announced.');
    expect(announcementWords(retired.announced).fact).toBe('no');
    const [change] = history.changes();
    expect(change && changeLines(change)[0]?.text).toMatch(/^not announced; last /);
    expect(change && changeWords(change).lines).toEqual(['The removal had not been announced.']);
    expect(removalsWords(history.removals())).toBe(
      'Of 1 removal since OpenRouter gives dates, 0 had been announced.',
    );
  });

  it('gives the announced date of a removal', () => {
    const history = historyOf({ '2026-02-01': facts({ expiration: '2026-02-02' }), '2026-02-02': null });
    const retired = retiredOf(history);
    expect(announcedWords(retired)).toBe('Its removal had been announced for Feb 2, 2026.');
    expect(announcementWords(retired.announced).fact).toBe('for Feb 2, 2026');
    const [change] = history.changes();
    expect(change && changeLines(change)[0]?.text).toMatch(/^announced for Feb 2, 2026; last /);
  });
});

describe('announcedWhen', () => {
  const dated = facts({ expiration: '2026-05-01' });
  const words = (days: Parameters<typeof historyOf>[0]) =>
    announcedWhen(historyOf(days).historyOf(A)?.changes ?? []);

  it.each([
    ['Feb 7, 2026', { '2026-02-06': facts(), '2026-02-07': dated }],
    ['some time between Feb 1, 2026 and Mar 7, 2026', { '2026-02-01': facts(), '2026-03-07': dated }],
    [
      'some time between Feb 1, 2026 and Mar 7, 2026',
      { '2026-02-01': facts(), '2026-02-02': null, '2026-03-06': null, '2026-03-07': dated },
    ],
    ['at the start', { '2026-02-01': dated, '2026-02-02': dated }],
  ])('gives the day or the range in which a removal date was set: %s', (when, days) => {
    expect(words(days)).toBe(when);
  });
});

describe('daysListed', () => {
  it('leaves out absences, short and long', () => {
    const history = historyOf({
      '2026-01-31': null,
      '2026-02-01': facts(),
      '2026-02-05': facts(),
      '2026-02-06': null,
      '2026-02-08': facts(),
      '2026-02-10': facts(),
      '2026-02-11': null,
      '2026-05-01': facts(),
      '2026-05-02': facts(),
      '2026-05-03': null,
    });
    const retired = retiredOf(history);
    expect(retired).toMatchObject({ daysListed: 4 + 2 + 1, lastSeen: '2026-05-02T00:00:00.000Z' });
    expect(daysListedWords(retired)).toBe('7 days');
  });

  it('says “at least” when the model may have been listed before the first capture', () => {
    const old = facts({ created: Date.UTC(2024, 0, 1) / 1000 });
    const retired = retiredOf(historyOf({ '2026-02-01': old, '2026-02-11': old, '2026-02-12': null }));
    expect(retired.daysListed).toBe(10);
    expect(daysListedWords(retired)).toBe('at least 10 days');
  });

  it('says less than a day when only one capture listed the model', () => {
    const retired = retiredOf(historyOf({ '2026-02-01': null, '2026-02-02': facts(), '2026-02-03': null }));
    expect(daysListedWords(retired)).toBe('less than a day');
  });

  it('counts up to the last capture while the model is listed', () => {
    const history = historyOf({
      '2026-02-01': facts(),
      '2026-02-02': null,
      '2026-02-20': facts(),
      '2026-02-23': facts(),
    });
    expect(history.historyOf(A)?.daysListed).toBe(3);
  });
});
