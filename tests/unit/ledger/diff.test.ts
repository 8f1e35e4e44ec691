import { describe, expect, it } from 'vitest';
import type { TierFacts } from '../../../src/catalog/facts.ts';
import { listedRows } from '../../../src/ledger/state.ts';
import { captured, facts, lastEvents, ledgerOf, without } from '../../support/ledger.ts';

const A = 'maker/a';
const B = 'maker/b';

/** The events of a second capture in which `A` has other facts. */
function changed(before: Parameters<typeof facts>[0], after: Parameters<typeof facts>[0]): readonly object[] {
  return lastEvents(
    ledgerOf(
      captured('2026-01-01', {
        [A]: facts(before),
        [B]: facts({ prices: { input: '1', output: '1', image: '1' } }),
      }),
      captured('2026-01-02', {
        [A]: facts(after),
        [B]: facts({ prices: { input: '1', output: '1', image: '1' } }),
      }),
    ),
  );
}

describe('diffCapture: facts of one row', () => {
  it.each([
    ['the same price in other digits', { input: '0.0000010', output: '2e-6' }],
    ['zero for an optional price', { input: '0.000001', output: '0.000002', image: '0', request: '0.0' }],
  ])('records no change for %s', (_, prices) => {
    expect(changed({}, { prices })).toEqual([]);
  });

  it('distinguishes an absent input price from a free one', () => {
    expect(changed({ prices: { output: '0' } }, { prices: { input: '0', output: '0' } })).toEqual([
      { id: A, kind: 'price', key: 'input', old: null, new: '0' },
    ]);
  });

  it('records a price change when a known price key appears in a row', () => {
    expect(changed({}, { prices: { input: '0.000001', output: '0.000002', image: '0.01' } })).toEqual([
      { id: A, kind: 'price', key: 'image', old: null, new: '0.01' },
    ]);
  });

  it('records a price key that is new upstream as learned', () => {
    expect(changed({}, { prices: { input: '0.000001', output: '0.000002', audioInput: '0.01' } })).toEqual([
      { id: A, kind: 'learned', facts: { prices: { audioInput: '0.01' } } },
    ]);
  });

  it('takes a key that upstream introduced as zero as known only from that capture on', () => {
    const zero = facts({ prices: { input: '1', output: '1', webSearch: '0' } });
    const paid = facts({ prices: { input: '1', output: '1', webSearch: '0.5' } });
    const ledger = ledgerOf(captured('2026-01-01', { [A]: zero }), captured('2026-01-02', { [A]: paid }));
    expect(lastEvents(ledger)).toEqual([{ id: A, kind: 'price', key: 'webSearch', old: null, new: '0.5' }]);
  });

  it('records a newly known field as learned, and keeps a field that upstream no longer sends', () => {
    const old = without(facts(), 'parameters');
    const ledger = ledgerOf(
      captured('2026-01-01', { [A]: old }),
      captured('2026-01-02', { [A]: facts() }),
      captured('2026-01-03', { [A]: old }),
    );
    expect(ledger.blocks.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
      ['baseline'],
      ['learned'],
      [],
    ]);
    expect(listedRows(ledger.state).get(A)?.parameters).toEqual(['max_tokens', 'temperature']);
  });

  it.each([
    ['context', { context: 1 }, { context: 2 }, { kind: 'context', old: 1, new: 2 }],
    ['no context', { context: 1 }, { context: null }, { kind: 'context', old: 1, new: null }],
    ['max output', { maxOutput: null }, { maxOutput: 2 }, { kind: 'maxOutput', old: null, new: 2 }],
    ['name', { name: 'A' }, { name: 'B' }, { kind: 'name', old: 'A', new: 'B' }],
    [
      'modality',
      { inputModalities: ['text'] },
      { inputModalities: ['image', 'text'] },
      { kind: 'modality', side: 'input', added: ['image'], removed: [] },
    ],
    [
      'parameters',
      { parameters: ['a', 'b'] },
      { parameters: ['c', 'b'] },
      { kind: 'parameters', added: ['c'], removed: ['a'] },
    ],
    [
      'expiration',
      { expiration: null },
      { expiration: '2026-05-01' },
      { kind: 'expiration', old: null, new: '2026-05-01' },
    ],
    [
      'alias target',
      { aliasTarget: 'm/1' },
      { aliasTarget: 'm/2' },
      { kind: 'retargeted', old: 'm/1', new: 'm/2' },
    ],
    [
      'time of addition',
      { created: 1 },
      { created: 2 },
      { kind: 'identity', field: 'created', old: 1, new: 2 },
    ],
  ])('records a change of %s', (_, before, after, event) => {
    expect(changed(before, after)).toEqual([{ id: A, ...event }]);
  });

  it.each([
    ['the dummy expiration', { expiration: null }, { expiration: '2098-12-31' }],
    ['spaces in a name', { name: 'A  B' }, { name: 'A B' }],
    ['another order of a list', { parameters: ['a', 'b'] }, { parameters: ['b', 'a'] }],
    ['null for parameters', {}, { parameters: null }],
    ['no tiers', {}, { tiers: [] }],
  ])('records no change for %s', (_, before, after) => {
    expect(changed(before, after)).toEqual([]);
  });
});

const THINKS = {
  mandatory: false,
  defaultEnabled: true,
  defaultEffort: 'medium',
  efforts: ['high', 'medium'],
  tokenBudget: null,
};

describe('diffCapture: weights, moderation, knowledge cutoff and reasoning', () => {
  it.each([
    ['weights', { huggingFaceId: null }, { huggingFaceId: 'maker/a' }],
    ['moderation', { isModerated: true }, { isModerated: false }],
    ['knowledgeCutoff', { knowledgeCutoff: '2025-01' }, { knowledgeCutoff: '2025-06-30' }],
    ['reasoning', { reasoning: THINKS }, { reasoning: { ...THINKS, mandatory: true } }],
    ['reasoning', { reasoning: THINKS }, { reasoning: null }],
  ])('records a change of %s from %j to %j', (kind, before, after) => {
    const valueOf = (given: object): unknown => Object.values(given)[0];
    expect(changed(before, after)).toEqual([{ id: A, kind, old: valueOf(before), new: valueOf(after) }]);
  });

  it.each([
    { huggingFaceId: 'maker/a' },
    { isModerated: false },
    { knowledgeCutoff: null },
    { reasoning: null },
  ])('records %j as learned where it was unknown, and keeps it where upstream no longer says it', (known) => {
    expect(changed({}, known)).toEqual([{ id: A, kind: 'learned', facts: known }]);
    expect(changed(known, {})).toEqual([]);
  });

  it('takes an empty Hugging Face id for none', () => {
    expect(changed({ huggingFaceId: null }, { huggingFaceId: '' })).toEqual([]);
  });

  it('takes the same reasoning in another order of keys for the same', () => {
    const other = Object.fromEntries(Object.entries(THINKS).reverse()) as typeof THINKS;
    expect(changed({ reasoning: THINKS }, { reasoning: other })).toEqual([]);
  });
});

describe('diffCapture: prices of time windows', () => {
  const tier = (start: number, end: number, input: string): TierFacts => ({
    when: [{ kind: 'utc-window', start, end }],
    prices: { input },
  });
  const tiers = [tier(0, 600, '0.1'), tier(600, 1440, '0.3')];
  const at = (input: string, own = tiers) => facts({ prices: { input, output: '1' }, tiers: own });

  it('marks a price that switches from one time window to the other', () => {
    expect(changed(at('0.1'), at('0.30'))).toEqual([
      { id: A, kind: 'price', key: 'input', old: '0.1', new: '0.30', window: true },
    ]);
  });

  it('does not mark a price that belongs to no time window', () => {
    expect(changed(at('0.1'), at('0.5'))).toEqual([
      { id: A, kind: 'price', key: 'input', old: '0.1', new: '0.5' },
    ]);
  });

  it('records changed tiers, but not another way to write the same ones', () => {
    const other = [tier(0, 600, '0.2'), tier(600, 1440, '0.3')];
    expect(changed(at('0.3'), at('0.3', other))).toEqual([{ id: A, kind: 'tiers', old: tiers, new: other }]);
    expect(changed(at('0.3'), at('0.3', [tier(0, 600, '0.10'), tier(600, 1440, '0.3')]))).toEqual([]);
  });
});
