import { describe, expect, it } from 'vitest';
import type { SeenFacts } from '../../../../src/catalog/seen-facts.ts';
import type { Star } from '../../../../src/ui/my-list/client/starred.ts';
import { changedSince, markedAsSeen, visited } from '../../../../src/ui/my-list/client/visit.ts';
import { aModel } from '../../../support/a-model.ts';

const facts = (context: number): SeenFacts => {
  const { prices, tiers, maxOutput, expiration } = aModel('a/b');
  return {
    capturedAt: '2026-08-22T00:00:00.000Z',
    status: 'listed',
    prices,
    tiers,
    context,
    maxOutput,
    expiration,
  };
};
const at = (day: number, hour = 12): string => `2026-11-${String(day).padStart(2, '0')}T${hour}:00:00.000Z`;
const NEW: Star = { id: 'a/b', name: 'b', starredAt: at(1), seen: null, shown: null };

/** Visits the list, each time with this context, and gives what the last visit shows as changed. */
function visits(...all: readonly (readonly [time: string, context: number])[]): readonly string[] {
  let star = NEW;
  let shown: readonly string[] = [];
  for (const [time, context] of all) {
    shown = (changedSince(visited(star, facts(context), time), facts(context))?.changes ?? []).map(
      ({ kind }) => kind,
    );
    star = visited(star, facts(context), time);
  }
  return shown;
}

describe('a visit of the list', () => {
  it('shows no change at the first visit', () => {
    expect(changedSince(NEW, facts(1))).toBeNull();
    expect(visits([at(1), 8000])).toEqual([]);
  });

  it('shows what changed since the visit before', () => {
    expect(visits([at(1), 8000], [at(5), 16_000])).toEqual(['context']);
  });

  it('keeps a change that a reload shows again', () => {
    expect(visits([at(1), 8000], [at(5), 16_000], [at(5, 13), 16_000], [at(6, 11), 16_000])).toEqual([
      'context',
    ]);
  });

  it('drops a change a day after it was first shown', () => {
    expect(visits([at(1), 8000], [at(5), 16_000], [at(6), 16_000])).toEqual([]);
  });

  it('shows a second change for a day, too, with the one before it', () => {
    const second = [
      [at(1), 8000],
      [at(5), 16_000],
      [at(6, 11), 32_000],
    ] as const;
    expect(visits(...second)).toEqual(['context']);
    expect(visits(...second, [at(6, 23), 32_000])).toEqual(['context']);
    expect(visits(...second, [at(7), 32_000])).toEqual([]);
  });

  it('forgets a change that was taken back', () => {
    expect(visits([at(1), 8000], [at(5), 16_000], [at(5, 13), 8000])).toEqual([]);
  });

  it('starts anew where stored facts cannot be read', () => {
    const star = { ...NEW, seen: { at: at(1), facts: 'nonsense' } };
    expect(changedSince(star, facts(1))).toBeNull();
    expect(visited(star, facts(1), at(2)).seen).toEqual({ at: at(2), facts: facts(1) });
  });

  it('shows no change after it was marked as seen', () => {
    const star = markedAsSeen(visited(visited(NEW, facts(1), at(1)), facts(2), at(2)), facts(2), at(2));
    expect(changedSince(star, facts(2))?.changes).toEqual([]);
    expect(star.shown).toBeNull();
  });
});
