import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { diffCapture } from '../../../src/ledger/diff.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { extend } from '../../../src/ledger/ledger.ts';
import type { CapturedFacts } from '../../../src/ledger/record.ts';
import { listedRows } from '../../../src/ledger/state.ts';
import { notAskedForTag, notAskedForWords, thenAndNow } from '../../../src/site/words/history.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

const CHAT = 'maker/chat';
const PICTURE = 'maker/picture';
const SOUND = 'maker/sound';
const chat = facts({ name: 'Maker: Chat' });
const picture = facts({
  name: 'Maker: Picture',
  outputModalities: ['image'],
  created: 1_600_000_000,
  permanentSlug: PICTURE,
});
const sound = facts({
  name: 'Maker: Sound',
  outputModalities: ['speech'],
  created: 1_600_000_001,
  permanentSlug: SOUND,
});

const text = (day: string, rows: Readonly<Record<string, Facts>> = {}): CapturedFacts =>
  captured(day, { [CHAT]: chat, ...rows });
const all = (day: string, rows: Readonly<Record<string, Facts>> = { [PICTURE]: picture }): CapturedFacts =>
  captured(day, { [CHAT]: chat, ...rows }, { scope: 'all' });

function historyOf(...captures: readonly CapturedFacts[]): History {
  const ledger = ledgerOf(...captures);
  return historyFrom(ledger, ledger.state.last.any ?? '');
}

const kindsOf = (history: History) =>
  history.changes({ includeTiny: true }).map(({ id, kind, between }) => [between.by.slice(5, 10), id, kind]);

describe('a ledger of captures with alternating scopes', () => {
  it('records no addition and no removal however often the scope changes', () => {
    const history = historyOf(
      text('2026-03-01'),
      all('2026-03-02'),
      text('2026-03-03'),
      all('2026-03-04'),
      text('2026-03-05'),
      text('2026-03-06'),
      all('2026-03-07'),
      text('2026-03-08'),
    );
    expect(history.changes({ includeTiny: true })).toEqual([]);
    expect(history.retiredModels()).toEqual([]);
    expect(history.removals().total).toBe(0);
    expect(history.notAskedFor().map(({ id }) => id)).toEqual([PICTURE]);
  });

  it('dates what changed between two wide captures by those two captures', () => {
    const raised = { ...picture, prices: { input: '0.000002', output: '0.000002' } };
    const history = historyOf(
      text('2026-03-01'),
      all('2026-03-02'),
      text('2026-03-03'),
      all('2026-03-04', { [PICTURE]: raised, [SOUND]: sound }),
      text('2026-03-05'),
      all('2026-03-06', { [PICTURE]: raised }),
      text('2026-03-07'),
    );
    expect(kindsOf(history)).toEqual([
      ['03-06', SOUND, 'removed'],
      ['03-04', PICTURE, 'price'],
      ['03-04', SOUND, 'added'],
    ]);
    expect(history.changes().map(({ between }) => between.after?.slice(5, 10))).toEqual([
      '03-04',
      '03-02',
      '03-02',
    ]);
    expect(history.retiredModels().map(({ id }) => id)).toEqual([SOUND]);
    expect(history.notAskedFor().map(({ id }) => id)).toEqual([PICTURE]);
  });

  it('gives no date to a change between wide captures more than a week apart', () => {
    const history = historyOf(
      all('2026-03-01'),
      ...Array.from({ length: 9 }, (_, index) => text(`2026-03-${String(index + 2).padStart(2, '0')}`)),
      all('2026-03-11', {}),
    );
    expect(history.changes()).toMatchObject([
      {
        kind: 'removed',
        id: PICTURE,
        between: { after: '2026-03-01T00:00:00.000Z', by: '2026-03-11T00:00:00.000Z', isDated: false },
      },
    ]);
    expect(history.recent(30)).toEqual([]);
  });

  it('records a row outside the text scope as a baseline when no wide capture came before', () => {
    const { blocks, state } = ledgerOf(text('2026-03-01'), text('2026-03-02'));
    const { events } = diffCapture(state, all('2026-03-03'));
    expect(events.map(({ kind, id }) => [id, kind])).toEqual([[PICTURE, 'baseline']]);
    expect(blocks).toHaveLength(2);
  });

  it('lists on each night only what was asked for', () => {
    const nights = [all('2026-03-01'), text('2026-03-02'), all('2026-03-03'), text('2026-03-04')];
    const listed = nights.map((_, index) => {
      const { state } = ledgerOf(...nights.slice(0, index + 1));
      return [...listedRows(state).keys()].sort();
    });
    expect(listed).toEqual([[CHAT, PICTURE], [CHAT], [CHAT, PICTURE], [CHAT]]);
  });

  it('records no removal when a row that once made text returns without text', () => {
    const asText = { ...picture, outputModalities: ['image', 'text'] };
    const early = [text('2026-02-01', { [PICTURE]: asText }), text('2026-02-02')];
    const wide = [all('2026-03-01'), text('2026-03-02'), all('2026-03-03'), text('2026-03-04')];
    for (const captures of [
      [...early, ...wide],
      [
        ...early,
        all('2026-02-03', { [SOUND]: sound }),
        all('2026-02-28', { [SOUND]: sound, [PICTURE]: picture }),
        text('2026-03-02'),
      ],
      [
        all('2026-02-01', { [PICTURE]: asText }),
        text('2026-02-02', { [PICTURE]: asText }),
        all('2026-02-03'),
        text('2026-02-04'),
      ],
    ]) {
      const history = historyOf(...captures);
      const late = history.changes({ after: '2026-02-03', includeTiny: true });
      expect(late.filter(({ kind }) => kind === 'removed')).toEqual([]);
      expect(history.notAskedFor().map(({ id }) => id)).toContain(PICTURE);
    }
  });

  it('records an absence when a removed model returns after the scope narrowed', () => {
    const history = historyOf(
      all('2026-03-01'),
      all('2026-03-02', {}),
      text('2026-03-03'),
      all('2026-03-04'),
      text('2026-03-05'),
    );
    expect(kindsOf(history)).toEqual([['03-04', PICTURE, 'absent']]);
    expect(history.notAskedFor().map(({ id }) => id)).toEqual([PICTURE]);
  });
});

describe('a model that was not asked for', () => {
  const history = historyOf(all('2026-03-01'), all('2026-03-02'), text('2026-03-03'));

  it('is in the list of models not asked for, neither listed nor retired', () => {
    expect(history.notAskedFor()).toEqual([
      {
        id: PICTURE,
        name: 'Maker: Picture',
        facts: picture,
        lastSeen: '2026-03-02T00:00:00.000Z',
        reason: 'scope',
      },
    ]);
    expect(history.retired(PICTURE)).toBeNull();
    expect(history.historyOf(PICTURE)).toMatchObject({
      isListed: false,
      gone: null,
      lastSeen: '2026-03-02T00:00:00.000Z',
      daysListed: 1,
    });
  });

  it('keeps its price history up to the last capture that listed it', () => {
    const cheaper = { ...picture, prices: { input: '0.0000005', output: '0.0000005' } };
    const known = historyOf(
      all('2026-03-01'),
      all('2026-03-02', { [PICTURE]: cheaper }),
      text('2026-03-03'),
    ).historyOf(PICTURE);
    expect(known?.moves).toHaveLength(1);
    expect(known && thenAndNow(known)).toContain('; when last seen it cost $0.50 in and $0.50 out');
  });

  it('is not picked as the replacement of another model', () => {
    const newer = { ...picture, created: 1_700_000_000, permanentSlug: 'maker/picture-2' };
    const captures = [
      all('2026-03-01', { 'maker/picture-1': picture, 'maker/picture-2': newer }),
      all('2026-03-02', { 'maker/picture-2': newer }),
    ];
    expect(historyOf(...captures).successorOf('maker/picture-1')?.id).toBe('maker/picture-2');
    expect(historyOf(...captures, text('2026-03-03')).successorOf('maker/picture-1')).toBeNull();
  });

  it('has words for the reason why it was not asked for', () => {
    const [known] = history.notAskedFor();
    if (!known) throw new Error('No model is in the list.');
    expect(notAskedForWords(known)).toBe(
      'This capture asked for text models only, so it does not say whether Maker: Picture is still listed.',
    );
    expect(notAskedForWords({ ...known, reason: 'quarantined' })).toBe(
      'Its row in this capture could not be read.',
    );
  });

  it.each([
    ['scope', 'not asked for in this capture'],
    ['quarantined', 'could not be read in this capture'],
  ] as const)('has a tag for the reason why it was not asked for: %s', (reason, tag) => {
    expect(notAskedForTag({ reason })).toBe(tag);
  });

  it('includes a model whose row is quarantined', () => {
    const ledger = ledgerOf(
      text('2026-03-01'),
      text('2026-03-02', { 'maker/b': facts({ created: 2, permanentSlug: 'b' }) }),
    );
    const unread = new Set(['maker/b', 'row 7']);
    const block = diffCapture(ledger.state, text('2026-03-03'));
    expect(block.events).toHaveLength(1);
    const kept = diffCapture(ledger.state, { ...text('2026-03-03'), unread });
    expect(kept.events).toEqual([]);
    extend(ledger, kept);
    const now = historyFrom(ledger, '2026-03-03T00:00:00.000Z', unread);
    expect(now.notAskedFor()).toMatchObject([
      { id: 'maker/b', reason: 'quarantined', lastSeen: '2026-03-02T00:00:00.000Z' },
    ]);
    expect(now.retiredModels()).toEqual([]);
    expect(now.historyOf('maker/b')?.isListed).toBe(false);
  });
});
