import { describe, expect, it } from 'vitest';
import { decimalOf } from '../../../src/catalog/decimal.ts';
import type { Facts } from '../../../src/catalog/facts.ts';
import { shortPriceChange } from '../../../src/catalog/price-change.ts';
import {
  CHANGE_TOPIC_NAMES,
  changeLines,
  changeWords,
  topicOf,
  weightOf,
} from '../../../src/history/change-presentation.ts';
import { CHANGE_KINDS } from '../../../src/ledger/kinds/registry.ts';
import { without } from '../../support/ledger.ts';
import { facts, historyOfDays } from '../../support/a-history.ts';

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

const OPTIONAL_REASONING = {
  mandatory: false,
  defaultEnabled: true,
  defaultEffort: null,
  efforts: ['high', 'low'],
  tokenBudget: null,
};

describe('changeLines', () => {
  it.each<[string, Facts | null, Facts | null, readonly string[]]>([
    ['a new model', null, BASE, ['New: $1.00 in, $4.00 out, context 8.2K –']],
    [
      'a new model that bills input alone',
      null,
      facts('0.00000002', '0', { outputModalities: ['embeddings'] }),
      ['New: $0.02 in, context 8.2K –'],
    ],
    [
      'a new model whose price has no unit',
      null,
      facts('0.006', '0', { outputModalities: ['transcription'] }),
      ['New: price 0.006, unit not stated, context 8.2K –'],
    ],
    [
      'a new model without a price',
      null,
      facts('0', '0', { outputModalities: ['video'] }),
      ['New: price unknown, context 8.2K –'],
    ],
    [
      'a price without a unit',
      facts('0.006', '0', { outputModalities: ['transcription'] }),
      facts('0.0070', '0', { outputModalities: ['transcription'] }),
      ['Input: 0.006 → 0.0070 (unit not stated) –'],
    ],
    ['a new model that is free', null, facts('0', '0'), ['New: free, context 8.2K –']],
    [
      'a new model whose output is not billed',
      null,
      facts('0.000001', '0', { outputModalities: ['embeddings'] }),
      ['New: $1.00 in, context 8.2K –'],
    ],
    [
      'a new model that bills images alone',
      null,
      facts('0', '0', {
        outputModalities: ['image'],
        prices: { input: '0', output: '0', imageToken: '0.00003', imageOutput: '0.00003' },
      }),
      ['New: $30.00 / M image tokens, context 8.2K –'],
    ],
    [
      'a price without a unit that differs in its last digit',
      facts('0.006', '0', { outputModalities: ['transcription'] }),
      facts('0.0060000001', '0', { outputModalities: ['transcription'] }),
      ['Input: 0.006 → 0.0060000001 (unit not stated) –'],
    ],
    [
      'a model that was removed before there were removal dates',
      without(BASE, 'expiration'),
      null,
      ['Retired: last $1.00 in, $4.00 out, context 8.2K –'],
    ],
    [
      'a model that went as announced',
      { ...BASE, expiration: '2026-01-02' },
      null,
      ['Retired: announced for Jan 2, 2026; last $1.00 in, $4.00 out, context 8.2K –'],
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
    ['max output', BASE, { ...BASE, maxOutput: 500 }, ['Max output: 1K → 500 0.5']],
    ['modalities', BASE, { ...BASE, inputModalities: ['image', 'text'] }, ['Takes: + images –']],
    ['parameters', BASE, { ...BASE, parameters: ['stop', 'tools'] }, ['Parameters: + tools; − seed –']],
    ['a name', BASE, { ...BASE, name: 'Maker: Other' }, ['Name: Maker: Model → Maker: Other –']],
    ['an announced end', BASE, { ...BASE, expiration: '2026-02-01' }, ['Retiring: Feb 1, 2026 –']],
    [
      'an end that is withdrawn',
      { ...BASE, expiration: '2026-02-01' },
      BASE,
      ['Retiring: Feb 1, 2026, withdrawn –'],
    ],
    [
      'open weights that are listed',
      { ...BASE, huggingFaceId: null },
      { ...BASE, huggingFaceId: 'maker/model' },
      ['Open weights: none listed → maker/model –'],
    ],
    [
      'moderation that ends',
      { ...BASE, isModerated: true },
      { ...BASE, isModerated: false },
      ['Moderated: yes → no –'],
    ],
    [
      'a knowledge cutoff',
      { ...BASE, knowledgeCutoff: null },
      { ...BASE, knowledgeCutoff: '2025-06' },
      ['Knowledge cutoff: not stated → June 2025 –'],
    ],
    [
      'reasoning that becomes mandatory',
      { ...BASE, reasoning: OPTIONAL_REASONING },
      { ...BASE, reasoning: { ...OPTIONAL_REASONING, mandatory: true } },
      ['Reasoning mode: on by default, efforts high, low → always on, efforts high, low –'],
    ],
  ])('describes %s', (_, then, now, lines) => {
    expect(linesBetween(then, now)).toEqual(lines);
  });
});

const amount = (usd: number) => ({ kind: 'amount', usd: decimalOf(usd), unit: 'million tokens' }) as const;

it('changeLines shows every digit of prices that look the same when shortened', () => {
  const now = { ...BASE, prices: { input: '0.0000010001', output: '0.000005' } };
  expect(linesBetween(BASE, now)[0]).toMatch(/^Input: \$1\.00 → \$1\.0001 /);
  expect(shortPriceChange({ old: amount(0.2), new: amount(0.2004) })).toBe('$0.20 → $0.2004');
});

it.each([
  [11.25, 4, '$11.25 → $4.00'],
  [150, 75, '$150.00 → $75.00'],
  [1.6, 0.413772, '$1.60 → $0.414'],
  [0.0826, 0.0643154, '$0.0826 → $0.0643'],
])('shortPriceChange writes %s and %s with cents from one dollar up', (old, now, text) => {
  expect(shortPriceChange({ old: amount(old), new: amount(now) })).toBe(text);
});

it('changeLines dates both ends of a price that was restored within three days', () => {
  const day = (input: string) => ({ ...OTHER, 'a/b': facts(input, '0.000004') });
  const [reversion] = historyOfDays({
    '2026-01-01': day('0.000001'),
    '2026-01-02': day('0.000002'),
    '2026-01-04': day('0.000001'),
  }).changes();
  expect(reversion?.between.by).toBe('2026-01-04T00:00:00.000Z');
  expect(reversion && changeLines(reversion).map(({ text }) => text)).toEqual([
    '$1.00 → $2.00 on Jan 2, 2026, and back',
  ]);
});

it('CHANGE_TOPICS has a kind of change under every topic', () => {
  const topics = CHANGE_KINDS.map((kind) => topicOf({ kind }));
  expect(new Set(topics)).toEqual(new Set(CHANGE_TOPIC_NAMES));
});

it('weightOf differs between all kinds of changes, so that their order in a feed is always the same', () => {
  const weights = CHANGE_KINDS.map((kind) => weightOf({ kind }));
  expect(new Set(weights).size).toBe(CHANGE_KINDS.length);
});

it.each<[Partial<Facts>, Partial<Facts>, string]>([
  [{ huggingFaceId: null }, { huggingFaceId: 'maker/m' }, 'open weights listed'],
  [{ huggingFaceId: 'maker/m' }, { huggingFaceId: null }, 'open weights no longer listed'],
  [{ huggingFaceId: 'maker/m' }, { huggingFaceId: 'maker/n' }, 'open weights listed elsewhere'],
  [{ isModerated: false }, { isModerated: true }, 'now moderated'],
  [{ knowledgeCutoff: null }, { knowledgeCutoff: '2025-06-30' }, 'knowledge cutoff Jun 30, 2025'],
  [{ reasoning: OPTIONAL_REASONING }, { reasoning: null }, 'reasoning no longer stated'],
])('changeWords heads a change from %j to %j with "%s", under capabilities', (then, now, headline) => {
  const [change] = historyOfDays({
    '2026-01-01': { 'a/b': { ...BASE, ...then } },
    '2026-01-02': { 'a/b': { ...BASE, ...now } },
  }).changes();
  expect(change && [changeWords(change).headline, topicOf(change)]).toEqual([headline, 'abilities']);
});
