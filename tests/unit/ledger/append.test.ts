import { describe, expect, it } from 'vitest';
import { append } from '../../../src/ledger/append.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';

const A = 'maker/a';

describe('append', () => {
  const ledger = () =>
    ledgerOf(captured('2026-01-02', { [A]: facts() }), captured('2026-01-04', { [A]: facts() }));
  const evening = { ...captured('2026-01-04', { [A]: facts() }), capturedAt: '2026-01-04T20:00:00.000Z' };

  it.each([
    ['held', captured('2026-01-02', { [A]: facts() })],
    ['held', captured('2026-01-04', { [A]: facts() })],
    ['different', captured('2026-01-04', { [A]: facts({ context: 1 }) })],
    ['older', captured('2026-01-03', { [A]: facts() })],
    ['unchanged', evening],
    ['empty', captured('2026-01-05', {})],
  ])('skips a capture that is %s', (why, capture) => {
    expect(append(ledger(), capture)).toMatchObject({ why });
  });

  it('appends a day without changes, and a change on the same day', () => {
    expect(append(ledger(), captured('2026-01-05', { [A]: facts() }))).toMatchObject({
      block: { events: [] },
    });
    const changedEvening = { ...evening, rows: new Map([[A, facts({ context: 1 })]]) };
    expect(append(ledger(), changedEvening)).toMatchObject({ block: { events: [{ kind: 'context' }] } });
  });
});
