import { describe, expect, it } from 'vitest';
import { changesBetween, type SeenFacts } from '../../../../src/catalog/seen-facts.ts';
import {
  changeLine,
  failedWords,
  foundWords,
  linesWords,
  listWords,
  type ChangeContext,
} from '../../../../src/site/words/my-list.ts';
import { aModel, type ModelSketch } from '../../../support/a-model.ts';

const NOW = '2026-08-22T00:00:00.000Z';
const facts = (sketch: ModelSketch = {}, status: SeenFacts['status'] = 'listed'): SeenFacts => {
  const { prices, tiers, context, maxOutput, expiration } = aModel('a/b', sketch);
  return { capturedAt: NOW, status, prices, tiers, context, maxOutput, expiration };
};
const priced = (input: string, output: string, more: Readonly<Record<string, string>> = {}) =>
  facts({ prices: { input, output, ...more } });
const lines = (before: SeenFacts, after: SeenFacts, context: Partial<ChangeContext> = {}) =>
  changesBetween(before, after).map((change) => {
    const { lead, tone, text } = changeLine(change, { now: NOW, priceDays: [], retiredOn: null, ...context });
    return [
      ...(lead === null ? [] : [`[${lead.replace('\u00a0', ' ')}${tone === null ? '' : ` ${tone}`}]`]),
      text,
    ].join(' ');
  });

describe('changeLine', () => {
  it.each<[string, SeenFacts, SeenFacts, Partial<ChangeContext>, string]>([
    [
      'a rise on one day',
      priced('0.0000001', '0.0000006'),
      priced('0.0000002', '0.0000012'),
      { priceDays: ['2026-08-18'] },
      '[↑ 100% up] Input $0.10 → $0.20 and output $0.60 → $1.20 on Aug 18, 2026.',
    ],
    [
      'a drop of one price in several changes',
      priced('0.000005', '0.00001'),
      priced('0.000002', '0.00001'),
      { priceDays: ['2026-08-18', '2026-08-22'] },
      '[↓ 36% down] Input $5.00 → $2.00 and output $10.00 same in 2 changes, the last on Aug 22, 2026.',
    ],
    [
      'a cached price that is new',
      priced('0.000001', '0.000002'),
      priced('0.000001', '0.000002', { cacheRead: '0.0000001' }),
      {},
      'Cached input not billed → $0.10.',
    ],
    [
      'a model that became free',
      priced('0.000001', '0.000002'),
      priced('0', '0'),
      {},
      '[Now free down] Input $1.00 → free and output $2.00 → free.',
    ],
    [
      'a model that became paid',
      priced('0', '0'),
      priced('0.000001', '0.000002'),
      {},
      '[Now paid up] Input free → $1.00 and output free → $2.00.',
    ],
    [
      'prices that look alike when rounded',
      priced('0.0000123451', '0.000002'),
      priced('0.0000123452', '0.000002'),
      {},
      'Input $12.3451 → $12.3452 and output $2.00 same.',
    ],
    [
      'a context',
      facts({ context: 128_000 }),
      facts({ context: 200_000 }),
      {},
      'Context 128K → 200K tokens.',
    ],
    [
      'a context with the same short form',
      facts({ context: 131_072 }),
      facts({ context: 131_000 }),
      {},
      'Context 131,072 → 131,000 tokens.',
    ],
    [
      'a max output that is new',
      facts(),
      facts({ maxOutput: 8192 }),
      {},
      'Max output not stated → 8.2K tokens.',
    ],
    [
      'an announced removal',
      facts(),
      facts({ expiration: '2026-08-24' }),
      {},
      '[Retiring warn] Removal announced: Aug 24, 2026, in 2 days.',
    ],
    [
      'a removal that moved',
      facts({ expiration: '2026-08-24' }),
      facts({ expiration: '2026-09-24' }),
      {},
      '[Retiring warn] Removal moved from Aug 24, 2026: Sep 24, 2026, in 33 days.',
    ],
    [
      'a removal that was withdrawn',
      facts({ expiration: '2026-08-24' }),
      facts(),
      {},
      'The removal on Aug 24, 2026 was withdrawn.',
    ],
    [
      'a removal whose day has passed',
      facts(),
      facts({ expiration: '2026-08-01' }),
      {},
      '[Retiring warn] Removal announced: was due Aug 1, 2026.',
    ],
    [
      'a retired model',
      facts(),
      facts({}, 'retired'),
      { retiredOn: '2026-08-20' },
      '[Retired warn] No longer listed since Aug 20, 2026.',
    ],
    ['a model that came back', facts({}, 'retired'), facts(), {}, 'Listed again.'],
  ])('says %s', (_, before, after, context, expected) => {
    expect(lines(before, after, context)).toEqual([expected]);
  });

  it('says which prices changed above a prompt length', () => {
    const tier = (input: string) => ({
      when: [{ kind: 'prompt-above' as const, tokens: 272_000 }],
      prices: { input },
    });
    const [none, old, now] = [
      facts(),
      facts({ tiers: [tier('0.000002')] }),
      facts({ tiers: [tier('0.000004')] }),
    ];
    expect(lines(old, now)).toEqual(['Above 272K tokens: input $2.00 → $4.00.']);
    expect(lines(none, now)).toEqual(['Other prices above 272K tokens: input $4.00.']);
    expect(lines(old, none)).toEqual(['The other prices above 272K tokens were removed.']);
  });
});

describe('listWords', () => {
  it.each([
    [6, 4, '2026-08-12T10:00:00.000Z', '6 models, 4 with changes since your last visit on Aug 12, 2026.'],
    [6, 4, null, '6 models, 4 with changes since your last visit.'],
    [6, 0, null, '6 models, none with a change since your last visit.'],
    [1, 1, null, '1 model, with a change since your last visit.'],
    [1, 0, null, '1 model, without a change since your last visit.'],
    [2, 1, null, '2 models, 1 with changes since your last visit.'],
  ])('of %d models, %d changed, since %s', (total, changed, since, expected) => {
    expect(listWords(total, changed, since)).toBe(expected);
  });
});

it('foundWords counts what an import found, and says where nothing was', () => {
  const none = { new: 0, starred: 0, suffixed: 0, renamed: 0, retired: 0, unknown: 0 };
  expect(foundWords(none)).toBe('No id of a model was found in this text.');
  expect(foundWords({ ...none, new: 1 })).toBe('Found 1 id: 1 can be added.');
  expect(foundWords({ ...none, suffixed: 1 })).toBe('Found 1 id: 1 is named with a suffix.');
  expect(foundWords({ ...none, new: 5, starred: 1, renamed: 2, retired: 1, unknown: 1 })).toBe(
    'Found 10 ids: 5 can be added, 1 is already starred, 2 are named by a former or permanent id, 1 is retired, 1 is unknown.',
  );
});

it('linesWords names at most four lines', () => {
  expect(linesWords([4])).toBe('line 4');
  expect(linesWords([1, 9])).toBe('lines 1 and 9');
  expect(linesWords([1, 2, 3, 4, 5, 6])).toBe('lines 1, 2, 3, 4 and 2 more');
});

it('failedWords names up to three models, and says why', () => {
  expect(failedWords(['GPT-4o'], false)).toBe(
    'The facts of GPT-4o could not be loaded. The other models are up to date.',
  );
  expect(failedWords(['A', 'B', 'C', 'D'], true)).toBe(
    'The facts of 4 models could not be loaded. You are offline.',
  );
});
