import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Facts, TierFacts } from '../../../src/catalog/facts.ts';
import { priceOf, readPrices, type Price } from '../../../src/catalog/price.ts';
import type { PriceLine } from '../../../src/catalog/price-change.ts';
import { LEDGER_FOLDER } from '../../../src/files/data-paths.ts';
import type { Change } from '../../../src/history/change.ts';
import { differencesIn } from '../../../src/history/differences.ts';
import { historyFrom, type History } from '../../../src/history/history.ts';
import { readLedger } from '../../../src/ledger/files.ts';
import { ledgerUntil } from '../../../src/ledger/ledger.ts';
import { changeInWords } from '../../../src/catalog/format.ts';
import { captured, facts, ledgerOf } from '../../support/ledger.ts';
import { ROOT } from '../../support/paths.ts';

const A = 'maker/a';
const STAYING = facts({
  created: 1,
  permanentSlug: 'maker/staying',
  prices: { input: '1', output: '1', image: '1' },
  tiers: [{ when: [{ kind: 'prompt-above', tokens: 1 }], prices: { input: '2' } }],
});

/** One model's facts by day of January. */
function daily(days: Readonly<Record<number, Partial<Facts>>>): History {
  const captures = Object.entries(days).map(([day, over]) =>
    captured(`2026-01-${day.padStart(2, '0')}`, { 'maker/staying': STAYING, [A]: facts(over) }),
  );
  const ledger = ledgerOf(...captures);
  return historyFrom(ledger, ledger.state.last.any ?? '');
}

const priced = (input: string, output: string): Partial<Facts> => ({ prices: { input, output } });

/** Dollars per token for dollars per million tokens. */
const perToken = (usd: number): string => `${usd}e-6`;
const textOf = (price: Price | null): string => {
  if (price?.kind === 'amount') return `${price.usd} per ${price.unit}`;
  return price?.kind === 'unstated' ? price.text : (price?.kind ?? 'none');
};
const linesOf = (change: Change): readonly PriceLine[] =>
  differencesIn(change, 'price').flatMap(({ lines }) => lines);

describe('shownPrices: a brief price', () => {
  it.each([
    ['within the time', { 1: ['1', '4'], 2: ['3', '4'], 3: ['3', '8'], 4: ['1', '8'] }],
    ['as the other price changed', { 1: ['1', '4'], 2: ['3', '8'], 3: ['1', '8'] }],
    ['just after the other price changed', { 1: ['1', '4'], 2: ['3', '4'], 4: ['1', '8'] }],
  ])('never measures a change of the other price on a price that was soon restored: %s', (_, days) => {
    const history = daily(
      Object.fromEntries(
        Object.entries(days).map(([day, [input = '', output = '']]) => [
          day,
          priced(perToken(Number(input)), perToken(Number(output))),
        ]),
      ),
    );
    expect(history.historyOf(A)?.moves).toMatchObject([
      {
        lines: [{ key: 'output', old: { usd: '4' }, new: { usd: '8' } }],
        move: { old: '1.75', new: '2.75', ratio: '1.57142857142857142857142857143' },
      },
    ]);
  });
});

describe('shownPrices: prices that agree to 12 significant digits', () => {
  it('reports no change between them and uses none of them as the base of a shown percent', () => {
    const history = daily({
      1: priced('0.6', '1'),
      2: priced('0.6000000000000001', '1'),
      9: priced('0.9', '1'),
    });
    expect(history.eventCount).toBe(4);
    expect(history.changes({ includeTiny: true })).toMatchObject([
      { lines: [{ old: { usd: '600000' }, new: { usd: '900000' }, ratio: '1.5' }] },
    ]);
  });

  it('takes them for the same price when a price is restored', () => {
    const history = daily({
      1: priced('0.6', '1'),
      2: priced('0.7', '1'),
      3: priced('0.6000000000000001', '1'),
    });
    expect(history.changes({ includeTiny: true }).map(({ kind }) => kind)).toEqual(['reversion']);
  });

  it('reports no change of tiers between them', () => {
    const tiers = (input: string): readonly TierFacts[] => [
      { when: [{ kind: 'prompt-above', tokens: 9 }], prices: { input } },
    ];
    const history = daily({ 1: { tiers: tiers('0.6') }, 2: { tiers: tiers('0.6000000000000001') } });
    expect(history.eventCount).toBe(3);
    expect(history.changes({ includeTiny: true })).toEqual([]);
  });

  it('records both texts in the ledger as upstream wrote them', () => {
    const { blocks } = ledgerOf(
      captured('2026-01-01', { [A]: facts(priced('0.6', '1')) }),
      captured('2026-01-02', { [A]: facts(priced('0.6000000000000001', '1')) }),
    );
    expect(blocks[1]?.events).toMatchObject([{ kind: 'price', old: '0.6', new: '0.6000000000000001' }]);
  });
});

describe('shownPrices: a price of another time window', () => {
  const windows = (...prices: readonly string[]): readonly TierFacts[] =>
    prices.map((input, index) => ({
      when: [{ kind: 'utc-window', start: index * 720, end: (index + 1) * 720 }],
      prices: { input },
    }));
  const at = (input: string, output: string, tiers = windows('0.1', '0.3')): Partial<Facts> => ({
    prices: { input, output },
    tiers,
  });

  it('neither measures on it nor draws it when another price changes', () => {
    const history = daily({ 1: at('0.1', '1'), 2: at('0.3', '1'), 9: at('0.3', '2') });
    const known = history.historyOf(A);
    expect(known?.moves).toMatchObject([
      { lines: [{ key: 'output' }], move: { old: '325000', new: '575000' } },
    ]);
    expect(known?.priceSteps.map(({ prices }) => textOf(prices.input))).toEqual([
      '100000 per million tokens',
      '100000 per million tokens',
    ]);
  });

  it('reports it as the price from the day on which the time windows end', () => {
    const history = daily({ 1: at('0.1', '1'), 2: at('0.3', '1'), 9: at('0.3', '1', []) });
    expect(history.changes({ includeTiny: true })).toMatchObject([
      { kind: 'tiers' },
      { kind: 'price', lines: [{ key: 'input', old: { usd: '100000' }, new: { usd: '300000' } }] },
    ]);
    expect(textOf(history.historyOf(A)?.priceSteps.at(-1)?.prices.input ?? null)).toBe(
      '300000 per million tokens',
    );
  });

  it('reports no change when the windows end at the price that was shown', () => {
    const history = daily({ 1: at('0.1', '1'), 2: at('0.3', '1'), 9: at('0.1', '1', []) });
    expect(history.changes({ kinds: ['price'], includeTiny: true })).toEqual([]);
  });
});

describe('shownPrices on the committed ledger', async () => {
  const ledger = await readLedger(join(ROOT, LEDGER_FOLDER));
  const history = historyFrom(ledger, ledger.state.last.any ?? '');
  const summer = '2026-08-22T00:00:00.000Z';
  const untilSummer = historyFrom(ledgerUntil(ledger, summer), summer);

  it('starts each price change at the price where the one before ended, up to the last known price', () => {
    const broken: string[] = [];
    let links = 0;
    for (const id of ledger.state.rows.keys()) {
      const known = history.historyOf(id);
      if (!known) throw new Error(`${id} has no history.`);
      const shown = new Map<PriceLine['key'], string>();
      for (const change of known.changes.toReversed()) {
        for (const { key, old, new: now } of linesOf(change)) {
          links += shown.has(key) ? 1 : 0;
          if ((shown.get(key) ?? textOf(old)) !== textOf(old)) {
            broken.push(`${id} ${change.between.by} ${key}: ${shown.get(key) ?? ''} is not ${textOf(old)}`);
          }
          shown.set(key, textOf(now));
        }
      }
      const prices = readPrices(id, known.facts);
      for (const [key, text] of shown) {
        const last = textOf(priceOf(prices, key));
        // Other digits of the same price are no change.
        const isSame = text === last || Math.abs(parseFloat(text) / parseFloat(last) - 1) < 1e-12;
        if (!isSame) broken.push(`${id} ${key}: ${text} at the end is not ${last}`);
      }
    }
    expect(broken).toEqual([]);
    expect(links).toBeGreaterThan(2000);
  });

  it.each([
    ['qwen/qwen3-14b', '2026-07-23', 'up 73%'],
    ['qwen/qwen3-vl-235b-a22b-instruct', '2025-10-08', 'up 25%'],
    ['undi95/remm-slerp-l2-13b', '2025-05-16', 'up 20%'],
    ['qwen/qwen-2.5-coder-32b-instruct', '2024-12-06', 'down 6.7%'],
    ['meta-llama/llama-3.1-8b-instruct', '2024-12-05', 'down 21%'],
    ['meta-llama/llama-3.3-70b-instruct', '2025-06-17', 'down 7%'],
    ['z-ai/glm-4.6', '2025-10-28', 'down 4.8%'],
    ['meta-llama/llama-4-maverick', '2025-04-12', 'down 2.6%'],
    ['google/gemma-4-26b-a4b-it', '2026-04-18', 'down 7.8%'],
    ['thedrummer/valkyrie-49b-v1', '2025-07-11', 'down 5.5%'],
    ['mistralai/mistral-nemo', '2026-07-17', 'down 3.3%'],
    ['qwen/qwen3.6-27b', '2026-05-27', 'down 0.7%'],
  ])('measures the change of %s on %s on the shown prices: %s', (id, day, words) => {
    const changes = history.historyOf(id)?.changes.filter(({ between }) => between.by.startsWith(day)) ?? [];
    const moves = changes.flatMap((change) => (change.kind === 'price' ? [change.move?.ratio] : []));
    expect(moves.map((ratio) => (ratio ? changeInWords(ratio) : null))).toEqual([words]);
  });

  it('does not count a change of 0.7% as a price change', () => {
    const moves = history.historyOf('qwen/qwen3.6-27b')?.moves ?? [];
    expect(moves.filter(({ between }) => between.by.startsWith('2026-05-27'))).toEqual([]);
  });

  it('dates no price change of a model that returned after more than a week', () => {
    const back = untilSummer.changes({ kinds: ['returned'] });
    expect(back).toHaveLength(40);
    const differing = back.filter((change) => linesOf(change).length > 0);
    expect(differing).toHaveLength(16);
    for (const { id, between } of differing) {
      const sameDay = untilSummer.changes({
        from: between.by,
        to: between.by,
        kinds: ['price', 'reversion'],
      });
      expect(
        sameDay.filter((change) => change.id === id),
        id,
      ).toEqual([]);
    }
    expect(untilSummer.stability('rekaai/reka-flash-3')?.worstRise).toBeNull();
  });
});
