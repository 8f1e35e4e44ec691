import { describe, expect, it } from 'vitest';
import { listedRows } from '../../../src/ledger/state.ts';
import { captured, facts, lastEvents, ledgerOf } from '../../support/ledger.ts';

const A = 'maker/a';
const B = 'maker/b';
const PICTURE = facts({
  outputModalities: ['image'],
  created: 1_600_000_000,
  permanentSlug: 'maker/picture',
});

describe('diffCapture: added and removed rows', () => {
  it('records every row of the first capture as a baseline', () => {
    expect(lastEvents(ledgerOf(captured('2026-01-01', { [A]: facts() })))).toEqual([
      { id: A, kind: 'baseline', facts: facts() },
    ]);
  });

  it('records added, removed and returned rows with both times and what changed meanwhile', () => {
    const other = facts({ created: 1, permanentSlug: 'maker/b' });
    const ledger = ledgerOf(
      captured('2026-01-01', { [A]: facts() }),
      captured('2026-01-02', { [A]: facts(), [B]: other }),
      captured('2026-01-05', { [B]: other }),
      captured('2026-01-06', { [A]: facts({ context: 1 }), [B]: other }),
    );
    const [, second, third, fourth] = ledger.blocks.map(({ events }) => events);
    expect(second).toEqual([
      {
        id: B,
        kind: 'added',
        facts: other,
        after: '2026-01-01T00:00:00.000Z',
        by: '2026-01-02T00:00:00.000Z',
        scope: 'text',
      },
    ]);
    expect(third?.map(({ kind, after, by }) => [kind, after, by])).toEqual([
      ['removed', '2026-01-02T00:00:00.000Z', '2026-01-05T00:00:00.000Z'],
    ]);
    expect(fourth?.map(({ kind }) => kind)).toEqual(['returned', 'context']);
  });

  it('records a rename and what changed when one model has a new id', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', { 'maker/old-1': facts() }),
      captured('2026-01-02', { 'maker/new-1': facts({ context: 1 }) }),
    );
    expect(lastEvents(ledger)).toEqual([
      { id: 'maker/new-1', kind: 'renamed', from: 'maker/old-1' },
      { id: 'maker/new-1', kind: 'context', old: 8192, new: 1 },
    ]);
  });

  it('pairs several renamed ids by similarity, and never across variants', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', {
        'm/a-1': facts(),
        'm/a-1-2024': facts(),
        'm/a-1:free': facts(),
        'm/c': facts(),
      }),
      captured('2026-01-02', {
        'm/a.1': facts(),
        'm/a.1-2024': facts(),
        'm/a.1:free': facts(),
        'm/c': facts(),
        'm/d:x': facts(),
      }),
    );
    expect(lastEvents(ledger)).toMatchObject([
      { id: 'm/a.1', from: 'm/a-1' },
      { id: 'm/a.1-2024', from: 'm/a-1-2024' },
      { id: 'm/a.1:free', from: 'm/a-1:free' },
      { id: 'm/d:x', kind: 'added' },
    ]);
  });

  it('does not take two models of one author for a rename', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', { [A]: facts() }),
      captured('2026-01-02', { [B]: facts({ created: 5, permanentSlug: 'maker/b' }) }),
    );
    expect(lastEvents(ledger).map((event) => 'kind' in event && event.kind)).toEqual(['removed', 'added']);
  });

  it('neither removes nor changes a row that could not be read', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', { [A]: facts(), [B]: facts() }),
      captured('2026-01-02', { [A]: facts() }, { unread: new Set([B, 'row 7']) }),
    );
    expect(lastEvents(ledger)).toEqual([]);
    expect([...listedRows(ledger.state).keys()]).toEqual([A, B]);
  });
});

describe('diffCapture: scopes', () => {
  const text = { [A]: facts() };
  const all = { [A]: facts(), 'maker/picture': PICTURE };

  it('records what a wider scope adds as a baseline', () => {
    const ledger = ledgerOf(captured('2026-01-01', text), captured('2026-01-02', all, { scope: 'all' }));
    expect(lastEvents(ledger)).toEqual([{ id: 'maker/picture', kind: 'baseline', facts: PICTURE }]);
  });

  it('records a model that makes text as added or returned when the scope widens', () => {
    const later = facts({ created: 3, permanentSlug: 'maker/new' });
    const ledger = ledgerOf(
      captured('2026-01-01', { ...text, [B]: facts({ created: 4, permanentSlug: B }) }),
      captured('2026-01-02', text),
      captured(
        '2026-01-03',
        { ...all, [B]: facts({ created: 4, permanentSlug: B }), 'maker/new': later },
        { scope: 'all' },
      ),
    );
    expect(ledger.blocks[2]?.events.map(({ kind, id, after }) => [kind, id, after?.slice(0, 10)])).toEqual([
      ['returned', B, '2026-01-02'],
      ['added', 'maker/new', '2026-01-02'],
      ['baseline', 'maker/picture', '2026-01-02'],
    ]);
  });

  it('records no removal outside a narrower scope, and does not list those models that day', () => {
    const ledger = ledgerOf(captured('2026-01-01', all, { scope: 'all' }), captured('2026-01-02', text));
    expect(lastEvents(ledger)).toEqual([]);
    expect([...listedRows(ledger.state).keys()]).toEqual([A]);
  });

  it('dates changes outside a narrower scope from the last wide capture', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', all, { scope: 'all' }),
      captured('2026-01-02', text),
      captured(
        '2026-01-03',
        { ...text, 'maker/new': { ...PICTURE, created: 3, permanentSlug: 'n' } },
        { scope: 'all' },
      ),
    );
    expect(ledger.blocks[2]?.events.map(({ kind, id, after }) => [kind, id, after?.slice(0, 10)])).toEqual([
      ['added', 'maker/new', '2026-01-01'],
      ['removed', 'maker/picture', '2026-01-01'],
    ]);
  });

  it('remembers that a text capture listed a row that makes no text', () => {
    const ledger = ledgerOf(
      captured('2026-01-01', all, { scope: 'all' }),
      captured('2026-01-02', all),
      captured('2026-01-03', text),
    );
    expect(ledger.blocks.map(({ events }) => events.map(({ kind }) => kind))).toEqual([
      ['baseline', 'baseline'],
      ['learned'],
      ['removed'],
    ]);
  });
});
