import { expect, it } from 'vitest';
import { previousSize } from '../../../src/ledger/previous-size.ts';
import { captured, facts, ledgerOf, without } from '../../support/ledger.ts';

const own = (name: string, outputModalities?: readonly string[]) => {
  const rest = without(facts({ name, created: name.length, permanentSlug: name }), 'outputModalities');
  return outputModalities ? { ...rest, outputModalities } : rest;
};

it('counts the rows of the last capture, and those of them that give text', () => {
  const rows = {
    'm/a': own('a', ['text']),
    'm/bb': own('bb', ['image', 'text']),
    'm/ccc': own('ccc'),
    'm/dddd': own('dddd', ['image']),
    'm/eeeee': own('eeeee', []),
  };
  const { state } = ledgerOf(
    captured('2026-01-01', { ...rows, 'm/gonegone': own('gonegone', ['text']) }, { scope: 'all' }),
    captured('2026-01-02', rows, { scope: 'all' }),
  );
  expect(previousSize(state)).toEqual({
    capturedAt: '2026-01-02T00:00:00.000Z',
    scope: 'all',
    count: 5,
    textCount: 3,
  });
});

it('gives no size for an empty ledger', () => {
  expect(previousSize(ledgerOf().state)).toBeNull();
});
