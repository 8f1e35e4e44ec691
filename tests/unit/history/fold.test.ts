import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import type { Change } from '../../../src/history/change.ts';
import { type History } from '../../../src/history/history.ts';
import { captured, facts, without } from '../../support/ledger.ts';
import { daily, historyOf, priced, STAYING } from '../../support/ledger-history.ts';

const A = 'maker/a';

const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind);
const everything = (history: History): readonly string[] => kinds(history.changes({ includeTiny: true }));

describe('foldChanges: absences', () => {
  it.each([
    [7, ['absent']],
    [8, ['returned', 'removed']],
  ])(
    'calls %i days without a row an absence up to a week, and a removal and a return after that',
    (days, expected) => {
      const history = daily({ 1: {}, 2: null, [2 + days]: {} });
      expect(kinds(history.changes())).toEqual(expected);
    },
  );

  it('gives the start and the days of an absence', () => {
    expect(daily({ 1: {}, 2: null, 5: {} }).changes()[0]).toMatchObject({
      since: '2026-01-02T00:00:00.000Z',
      days: 3,
      between: { by: '2026-01-05T00:00:00.000Z' },
    });
  });

  it('reports a removal with the announced date when the model does not return', () => {
    const history = daily({ 1: { expiration: '2026-01-02' }, 2: null });
    expect(history.changes()[0]).toMatchObject({
      kind: 'removed',
      announced: { kind: 'announced', for: '2026-01-02' },
    });
    expect(history.removals()).toEqual({ total: 1, announced: 1, brief: 0 });
  });

  it('still reports a price that changed during an absence', () => {
    expect(kinds(daily({ 1: priced('1'), 2: null, 5: priced('2') }).changes())).toEqual(['absent', 'price']);
  });
});

describe('foldChanges: prices', () => {
  it('reports a price that is restored within three days as one brief change', () => {
    const history = daily({ 1: priced('0.000001'), 2: priced('0.000002'), 5: priced('0.0000010') });
    expect(history.changes()).toMatchObject([
      {
        kind: 'reversion',
        since: '2026-01-02T00:00:00.000Z',
        lines: [
          { key: 'input', old: { usd: '1' }, new: { usd: '2' }, ratio: '2' },
          { key: 'output', ratio: '2' },
        ],
      },
    ]);
    expect(history.historyOf(A)?.moves).toEqual([]);
  });

  it('reports a price that is restored after more than three days as two changes', () => {
    expect(kinds(daily({ 1: priced('1'), 2: priced('2'), 6: priced('1') }).changes())).toEqual([
      'price',
      'price',
    ]);
  });

  it('reports one brief change when a price is restored within three days by way of other prices', () => {
    expect(everything(daily({ 1: priced('1'), 2: priced('2'), 3: priced('3'), 4: priced('1') }))).toEqual([
      'reversion',
    ]);
  });

  it('reports a brief change of one price and a lasting change of the other separately', () => {
    const history = daily({ 1: priced('1', '1'), 2: priced('2', '2'), 3: priced('1', '2') });
    const [reversion, price] = history.changes();
    expect(reversion).toMatchObject({ kind: 'reversion', lines: [{ key: 'input' }] });
    expect(price).toMatchObject({ kind: 'price', lines: [{ key: 'output' }], move: { ratio: '1.25' } });
  });

  it.each([
    ['rise', '1', '2', '2'],
    ['drop', '2', '1', '0.5'],
    ['became-paid', '0', '1', null],
    ['became-free', '1', '0', null],
    ['other', '-1', '1', null],
    ['other', '1', '-1', null],
  ])('gives the direction “%s” to a price change from %s to %s', (direction, from, to, ratio) => {
    const [change] = daily({ 1: priced(from), 2: priced(to) }).changes();
    expect(change).toMatchObject({ kind: 'price', isTiny: false, move: { direction, ratio } });
  });

  it('blends input and output 3:1 in the size of a price change', () => {
    const [change] = daily({
      1: priced('0.000001', '0.000005'),
      2: priced('0.000001', '0.000013'),
    }).changes();
    expect(change).toMatchObject({ move: { old: '2', new: '4', ratio: '2' } });
  });

  it('gives no ratio and no direction to a price that appears', () => {
    const image = { prices: { input: '1', output: '1', image: '5' } };
    const other = captured('2025-12-31', { 'maker/staying': facts({ ...image, created: 1 }) });
    const rest = daily({ 1: priced('1'), 2: image });
    expect(rest.changes()).toEqual([]);
    const history = historyOf(
      other,
      captured('2026-01-01', { 'maker/staying': facts({ ...image, created: 1 }), [A]: facts(priced('1')) }),
      captured('2026-01-02', { 'maker/staying': facts({ ...image, created: 1 }), [A]: facts(image) }),
    );
    expect(history.changes({ kinds: ['price'] })).toMatchObject([
      { move: null, lines: [{ key: 'image', old: null, ratio: null }] },
    ]);
  });

  it('hides price changes below 1% unless they are asked for', () => {
    const history = daily({ 1: priced('1'), 2: priced('1.009'), 9: priced('1.02') });
    expect(kinds(history.changes())).toEqual(['price']);
    expect(everything(history)).toEqual(['price', 'price']);
    expect(history.historyOf(A)?.moves.length).toBe(1);
  });

  it('shows a change of several prices but counts no price change when only a minor one moved by more than 1%', () => {
    const at = (input: string, cacheRead: string): Partial<Facts> => ({
      prices: { input, output: '1', cacheRead },
    });
    const known = captured('2025-12-31', { 'maker/staying': { ...STAYING, ...at('1', '1') } });
    const history = historyOf(
      known,
      captured('2026-01-01', { 'maker/staying': STAYING, [A]: facts(at('1', '0.25')) }),
      captured('2026-01-02', { 'maker/staying': STAYING, [A]: facts(at('1.005', '0.59')) }),
    );
    const changes = history.changes({ kinds: ['price'] }).filter(({ id }) => id === A);
    expect(changes).toMatchObject([{ isTiny: false, lines: [{ key: 'input' }, { key: 'cacheRead' }] }]);
    expect(history.historyOf(A)?.moves).toEqual([]);
  });

  it('counts no price change when one of the two prices is not a number', () => {
    const known = daily({ 1: priced('-1'), 2: priced('0') }).historyOf(A);
    expect(kinds(known?.changes ?? [])).toEqual(['price']);
    expect(known?.moves).toEqual([]);
  });

  it('hides a price that only switches between time windows', () => {
    const tiers = ['0.1', '0.3'].map((input, index) => ({
      when: [{ kind: 'utc-window' as const, start: index * 720, end: (index + 1) * 720 }],
      prices: { input },
    }));
    const at = (input: string): Partial<Facts> => ({ prices: { input, output: '1' }, tiers });
    const history = daily({ 1: at('0.1'), 2: at('0.3'), 9: at('0.1') });
    expect(everything(history)).toEqual([]);
    expect(history.historyOf(A)?.priceSteps.length).toBe(1);
  });
});

describe('foldChanges: other changes', () => {
  it('hides a context that changed by less than 1%', () => {
    const history = daily({
      1: { context: 1_048_576 },
      2: { context: 1_050_000 },
      3: { context: 2_000_000 },
    });
    expect(kinds(history.changes())).toEqual(['context']);
    expect(history.historyOf(A)?.contextSteps.map(({ context }) => context)).toEqual([
      1_048_576, 1_050_000, 2_000_000,
    ]);
  });

  it('distinguishes removal dates that were set, moved and withdrawn', () => {
    const history = daily({ 1: {}, 2: { expiration: '2026-03-01' }, 3: { expiration: '2026-04-01' }, 4: {} });
    expect(history.changes().map((change) => change.kind === 'expiration' && change.action)).toEqual([
      'withdrawn',
      'moved',
      'set',
    ]);
  });

  it('reports changes of input and output modalities as one change', () => {
    const [change] = daily({
      1: {},
      2: { inputModalities: ['image', 'text'], outputModalities: ['audio', 'text'] },
    }).changes();
    expect(change).toMatchObject({
      kind: 'modality',
      input: { added: ['image'], removed: [] },
      output: { added: ['audio'], removed: [] },
    });
  });

  it('reports only that an alias is listed and where it points', () => {
    const history = daily(
      {
        1: { ...priced('1'), aliasTarget: 'm/1' },
        2: { ...priced('2'), context: 5, aliasTarget: 'm/2' },
        3: null,
      },
      '~maker/a-latest',
    );
    expect(everything(history)).toEqual(['removed', 'retargeted']);
  });

  it('reports neither a baseline nor learned facts', () => {
    const unknowing = without(facts(), 'parameters');
    expect(
      everything(
        historyOf(captured('2026-01-01', { [A]: unknowing }), captured('2026-01-02', { [A]: facts() })),
      ),
    ).toEqual([]);
  });

  it('gives every change a key of its own', () => {
    const history = daily({
      1: priced('1'),
      2: { ...priced('2'), context: 1 },
      3: { ...priced('1'), name: 'B' },
    });
    const keys = history.changes({ includeTiny: true }).map(({ key }) => key);
    expect(keys.length).toBe(4);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

describe('foldChanges: captures more than a week apart', () => {
  const history = daily({ 1: priced('1'), 8: priced('2'), 16: priced('4') });

  it('dates only what happened between captures at most seven days apart', () => {
    expect(history.changes().map(({ between }) => [between.after?.slice(8, 10), between.isDated])).toEqual([
      ['08', false],
      ['01', true],
    ]);
  });

  it('leaves changes without a date out of the recent ones', () => {
    expect(history.recent(30).map(({ between }) => between.by.slice(8, 10))).toEqual(['08']);
    expect(history.recent(7)).toEqual([]);
  });

  it('leaves out of the last days what the capture at their start found', () => {
    const week = daily({ 1: priced('1'), 2: priced('2'), 9: priced('2') });
    expect(week.recent(7)).toEqual([]);
    expect(kinds(week.recent(8))).toEqual(['price']);
  });

  it('finds changes by date, where an end date includes the whole day', () => {
    const found = history.changes({ from: '2026-01-08', to: '2026-01-08' });
    expect(found.map(({ between }) => between.by.slice(8, 10))).toEqual(['08']);
  });
});

describe('foldChanges: texts of older ledgers', () => {
  const TURN = '\u202E';
  it('removes control characters from recorded names, parameters and modalities', () => {
    const [change] = daily({ 1: { name: `${TURN}Old` }, 2: { name: `New\u0000${TURN}` } }).changes({
      kinds: ['name'],
    });
    expect(change).toMatchObject({ name: 'New', old: 'Old', new: 'New' });
    const [parameters] = daily({ 1: { parameters: [] }, 2: { parameters: [`${TURN}tools`] } }).changes({
      kinds: ['parameters'],
    });
    expect(parameters).toMatchObject({ added: ['tools'], removed: [] });
    const [modality] = daily({
      1: { inputModalities: ['text'] },
      2: { inputModalities: ['text', `sm${TURN}ell`] },
    }).changes({ kinds: ['modality'] });
    expect(modality).toMatchObject({ input: { added: ['smell'], removed: [] } });
  });
});
