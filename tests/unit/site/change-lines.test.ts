import { describe, expect, it } from 'vitest';
import type { Facts } from '../../../src/catalog/facts.ts';
import { CHANGE_TOPICS, changeLines, topicOf } from '../../../src/site/change-lines.ts';
import { facts, historyOfDays } from './a-history.ts';

const OTHER = { 'a/other': facts('0.000001', '0.000001', { name: 'Other', created: 1 }) };

/** The lines of what changed about a model from one day to the next, as `label: text ratio`. */
function linesBetween(then: Facts | null, now: Facts | null): readonly string[] {
  const history = historyOfDays({
    '2026-01-01': then ? { ...OTHER, 'a/b': then } : OTHER,
    '2026-01-02': now ? { ...OTHER, 'a/b': now } : OTHER,
  });
  return history
    .changes({ includeTiny: true })
    .flatMap((change) =>
      changeLines(change).map(({ label, text, ratio }) => `${label}: ${text} ${ratio ?? '–'}`),
    );
}

const BASE = facts('0.000001', '0.000004', {
  maxOutput: 1000,
  inputModalities: ['text'],
  outputModalities: ['text'],
  parameters: ['seed', 'stop'],
  expiration: null,
});

describe('changeLines', () => {
  it.each<[string, Facts | null, Facts | null, readonly string[]]>([
    ['a new model', null, BASE, ['New: $1.00 in, $4.00 out, context 8.2K –']],
    ['a new model that is free', null, facts('0', '0'), ['New: free, context 8.2K –']],
    ['a model that went', BASE, null, ['Gone: not announced; last $1.00 in, $4.00 out, context 8.2K –']],
    [
      'a model that went as announced',
      { ...BASE, expiration: '2026-01-02' },
      null,
      ['Gone: announced for 2 Jan 2026; last $1.00 in, $4.00 out, context 8.2K –'],
    ],
    [
      'a price',
      BASE,
      { ...BASE, prices: { input: '0.000002', output: '0.000004' } },
      ['Input: $1.00 → $2.00 2'],
    ],
    [
      'what becomes free',
      BASE,
      { ...BASE, prices: { input: '0', output: '0.000004' } },
      ['Input: $1.00 → free –'],
    ],
    ['a context', BASE, { ...BASE, context: 16_384 }, ['Context: 8.2K → 16K 2']],
    [
      'a context that reads the same at a glance',
      BASE,
      { ...BASE, context: 8_200 },
      [`Context: 8,192 tokens → 8,200 tokens ${8200 / 8192}`],
    ],
    ['the longest answer', BASE, { ...BASE, maxOutput: 500 }, ['Max output: 1K → 500 0.5']],
    ['modalities', BASE, { ...BASE, inputModalities: ['image', 'text'] }, ['Takes: + images –']],
    ['parameters', BASE, { ...BASE, parameters: ['stop', 'tools'] }, ['Parameters: + tools; − seed –']],
    ['a name', BASE, { ...BASE, name: 'Maker: Other' }, ['Name: Maker: Model → Maker: Other –']],
    ['an announced end', BASE, { ...BASE, expiration: '2026-02-01' }, ['Leaves: 1 Feb 2026 –']],
    [
      'an end that is withdrawn',
      { ...BASE, expiration: '2026-02-01' },
      BASE,
      ['Leaves: 1 Feb 2026, withdrawn –'],
    ],
  ])('tells %s', (_, then, now, lines) => {
    expect(linesBetween(then, now)).toEqual(lines);
  });
});

it('has every kind of change under one topic', () => {
  const kinds = Object.values(CHANGE_TOPICS).flatMap((topic): readonly string[] => topic.kinds);
  expect(new Set(kinds).size).toBe(kinds.length);
  for (const [topic, { kinds: own }] of Object.entries(CHANGE_TOPICS)) {
    for (const kind of own) expect(topicOf({ kind })).toBe(topic);
  }
});
