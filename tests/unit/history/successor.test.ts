import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import type { Change } from '../../../src/history/change.ts';
import { captured, facts } from '../../support/ledger.ts';
import { historyOf } from '../../support/ledger-history.ts';

const kinds = (changes: readonly Change[]): readonly string[] => changes.map(({ kind }) => kind);

describe('successorOf', () => {
  const at = (created: number, over: Partial<Facts> = {}): Facts =>
    facts({ created, permanentSlug: `maker/${created}`, ...over });
  const after = (removed: string, left: Readonly<Record<string, Facts>>, own = at(100)) =>
    historyOf(captured('2026-01-01', { ...left, [removed]: own }), captured('2026-01-02', left)).successorOf(
      removed,
    );

  it.each<[string, string, Readonly<Record<string, Facts>>, object | null, Facts?]>([
    [
      'the model without its variant',
      'm/x-1:free',
      { 'm/x-1': at(1), 'm/x-2': at(200) },
      { id: 'm/x-1', reason: 'base' },
    ],
    [
      'the newest of the family',
      'm/x-pro-1',
      { 'm/x-pro-2': at(200), 'm/x-pro-3': at(300) },
      { id: 'm/x-pro-3', reason: 'family', family: 'x pro' },
    ],
    [
      'the nearer name before the newer',
      'm/x-pro-1',
      { 'm/x-pro-2': at(200), 'm/x-lite-3': at(300) },
      { id: 'm/x-pro-2' },
    ],
    [
      'the same size before another',
      'm/x-1-70b',
      { 'm/x-2-70b': at(200), 'm/x-2-8b': at(300) },
      { id: 'm/x-2-70b' },
    ],
    ['nothing older', 'm/x-2', { 'm/x-1': at(1) }, null],
    ['nothing of another author', 'm/x-1', { 'n/x-2': at(200) }, null],
    ['nothing of another family', 'm/x-1', { 'm/y-2': at(200) }, null],
    ['nothing with a removal date', 'm/x-1', { 'm/x-2': at(200, { expiration: '2026-02-01' }) }, null],
    ['nothing that makes less', 'm/x-1', { 'm/x-2': at(200, { outputModalities: ['image'] }) }, null],
    [
      'nothing that takes less',
      'm/x-1',
      { 'm/x-2': at(200), 'm/x-lite-2': at(100 + 1, { inputModalities: ['audio', 'image', 'text'] }) },
      { id: 'm/x-lite-2' },
      at(100, { inputModalities: ['image', 'text'] }),
    ],
  ])('picks %s', (_, removed, left, expected, own = at(100)) => {
    const successor = after(removed, left, own);
    if (expected === null) expect(successor).toBeNull();
    else expect(successor).toMatchObject(expected);
  });

  it('follows a rename however often the id changed', () => {
    const history = historyOf(
      captured('2026-01-01', { 'm/a': facts() }),
      captured('2026-01-02', { 'm/b': facts() }),
      captured('2026-01-03', { 'm/c': facts() }),
    );
    expect(history.successorOf('m/a')).toMatchObject({ id: 'm/c', reason: 'renamed' });
    expect(history.historyOf('m/a')).toMatchObject({ renamedTo: 'm/b', isListed: false });
    expect(history.historyOf('m/b')).toMatchObject({ renamedTo: 'm/c' });
    expect(kinds(history.changes())).toEqual(['renamed', 'renamed']);
  });
});
