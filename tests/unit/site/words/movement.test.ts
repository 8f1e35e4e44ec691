import { describe, expect, it } from 'vitest';
import { movementSentence, movementTable, movementWords } from '../../../../src/site/words/movement.ts';

const moved = (gained: number | null, day = '15') => ({ since: `2026-08-${day}T02:00:00.000Z`, gained });

it('movementWords gives places gained and lost, no movement, and a model that is new in the list', () => {
  expect([3, 1, 0, -2, null].map((gained) => movementWords(moved(gained)))).toEqual([
    'up 3',
    'up 1',
    'same',
    'down 2',
    'new',
  ]);
});

it('movementSentence names the day that the place is compared with', () => {
  expect([3, 0, -2, null].map((gained) => movementSentence(moved(gained)))).toEqual([
    'Up 3 since Aug 15, 2026',
    'Same place as on Aug 15, 2026',
    'Down 2 since Aug 15, 2026',
    'Not ranked on Aug 15, 2026',
  ]);
});

describe('movementTable', () => {
  it('has a column for each span of days with a record, and names a day that differs in the cell', () => {
    const table = movementTable([
      { movements: [moved(3), null] },
      { movements: [moved(-1, '14'), null] },
      { movements: [null, null] },
    ]);
    expect(table).toEqual({
      heads: ['Since Aug 15, 2026'],
      rows: [['up 3'], ['down 1 (Aug 14, 2026)'], [null]],
    });
  });

  it('has no column without a record, and no row without a rank', () => {
    expect(movementTable([{ movements: [null, null] }])).toEqual({ heads: [], rows: [[]] });
    expect(movementTable([])).toEqual({ heads: [], rows: [] });
  });
});
