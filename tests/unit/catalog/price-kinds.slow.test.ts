import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PriceText } from '../../../src/catalog/facts.ts';
import { PRICE_KEY_ORDER, type PriceKey } from '../../../src/catalog/price-keys.ts';
import { priceOf, readPrices, readTierPrices, type Price } from '../../../src/catalog/price.ts';
import { projectPaths } from '../../../src/cli/project-paths.ts';
import { EMBEDDED_CAPTURE } from '../../../src/files/data-paths.ts';
import { readLedger } from '../../../src/ledger/files.ts';
import { applyBlock, emptyState } from '../../../src/ledger/state.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { fieldSupportOf, factsOf } from '../../../src/upstream/facts.ts';
import { wireRow } from '../../../src/upstream/wire.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, ROOT } from '../../support/paths.ts';
import { dailyCaptures, hasSharedCaptures, rawRowsOf, sharedCaptures } from '../../support/real-captures.ts';
import { expectedWords, isPositive, whole, type Priced } from '../../support/restated-price-rules.ts';

/** The rules written a second time give the same kind to every price of every row that was ever captured. */

const wordsOf = (price: Price): string =>
  price.kind === 'amount' ? `${whole(price.usd)} / ${price.unit}` : price.kind;

function readWords({ id, outputs, prices }: Priced): Readonly<Record<PriceKey, string>> {
  const read = readPrices(id, { prices, ...(outputs && { outputModalities: outputs }) });
  return Object.fromEntries(PRICE_KEY_ORDER.map((key) => [key, wordsOf(priceOf(read, key))])) as Record<
    PriceKey,
    string
  >;
}

const FIXTURES = [
  FROZEN_CAPTURE,
  FROZEN_WIDE_CAPTURE,
  join(ROOT, EMBEDDED_CAPTURE),
  ...dailyCaptures().map(({ path }) => path),
];
/** Every so many of the daily captures are read. */
const DAILY_STEP = 7;

function sharedFiles(): readonly string[] {
  return [
    ...['raw', 'more', 'all-outputs', 'samples'].flatMap(sharedCaptures),
    ...sharedCaptures('daily').filter((_, index) => index % DAILY_STEP === 0),
  ]
    .map(({ path }) => path)
    .filter((path) => !path.includes('multi-query'));
}

/** The valid rows of a capture that no earlier one held in the same form. */
function rowsOf(
  path: string,
  seen: Set<string>,
): readonly (Priced & { readonly tiers: readonly PriceText[] })[] {
  return (rawRowsOf(path) as Record<string, unknown>[]).flatMap((raw) => {
    const form = JSON.stringify([raw.id, raw.pricing, raw.architecture]);
    if (seen.has(form)) return [];
    seen.add(form);
    const row = wireRow.parse(raw);
    const { prices, tiers = [], outputModalities } = factsOf(row, fieldSupportOf([row]));
    return [{ id: row.id, outputs: outputModalities, prices, tiers: tiers.map((tier) => tier.prices) }];
  });
}

function expectToAgree(rows: Iterable<Priced>): number {
  let count = 0;
  for (const row of rows) {
    expect(readWords(row), row.id).toEqual(expectedWords(row));
    count += 1;
  }
  return count;
}

describe('readPrices compared with rules written a second time', () => {
  it('agrees on every row of the captures in this repository', () => {
    const seen = new Set<string>();
    expect(expectToAgree(FIXTURES.flatMap((path) => rowsOf(path, seen)))).toBeGreaterThan(1400);
  });

  it.skipIf(!hasSharedCaptures)('agrees on real captures of every era and output', () => {
    const seen = new Set<string>();
    expect(expectToAgree(sharedFiles().flatMap((path) => rowsOf(path, seen)))).toBeGreaterThan(5000);
  });

  it('agrees on every state of every row of the ledger', async () => {
    const { blocks } = await readLedger(projectPaths(ROOT).ledger);
    const state = emptyState();
    let count = 0;
    for (const block of blocks) {
      applyBlock(state, block);
      const ids = new Set(block.events.map(({ id }) => id));
      count += expectToAgree(
        [...ids].flatMap((id) => {
          const facts = state.rows.get(id)?.facts;
          return facts ? [{ id, outputs: facts.outputModalities, prices: facts.prices }] : [];
        }),
      );
    }
    expect(count).toBeGreaterThan(7000);
  });

  it('agrees on any made-up row', () => {
    const outputs = fc.option(
      fc.subarray([
        'text',
        'image',
        'audio',
        'embeddings',
        'video',
        'speech',
        'rerank',
        'smell',
        '__proto__',
      ]),
      { nil: undefined },
    );
    const price = fc.constantFrom('0', '0.00', '1e-6', '0.000001', '0.0001', '0.00009999', '0.001', '0.36');
    const others = PRICE_KEY_ORDER.filter((key) => key !== 'input' && key !== 'output');
    const row: fc.Arbitrary<Priced> = fc.record({
      id: fc.constantFrom('a/m', 'a/m:free', 'a/free', 'a/m:free-ish'),
      outputs,
      prices: fc
        .record({ input: fc.oneof(price, fc.constant('-1')), output: fc.oneof(price, fc.constant('-1')) })
        .chain((main) =>
          fc
            .record(Object.fromEntries(others.map((key) => [key, price])), { requiredKeys: [] })
            .map((extra): PriceText => ({ ...main, ...extra })),
        ),
    });
    fc.assert(
      fc.property(row, (made) => {
        expect(readWords(made)).toEqual(expectedWords(made));
      }),
      { numRuns: 2000 },
    );
  });
});

/** How many prices of tiers have the unit of the base price that they replace. */
function expectUnitsOfTiers(paths: readonly string[]): number {
  const seen = new Set<string>();
  const rows = paths.flatMap((path) => rowsOf(path, seen));
  let count = 0;
  for (const { id, outputs, prices, tiers } of rows) {
    const base = readPrices(id, { prices, ...(outputs && { outputModalities: outputs }) });
    for (const tier of tiers) {
      const read = readTierPrices(tier, id, { prices, ...(outputs && { outputModalities: outputs }) });
      for (const key of PRICE_KEY_ORDER) {
        const [own, replaced] = [read[key], priceOf(base, key)];
        expect(own === undefined, `${id} ${key}`).toBe(tier[key] === undefined);
        if (own === undefined || replaced.kind !== 'amount' || !isPositive(whole(tier[key]))) continue;
        expect(own, `${id} ${key}`).toMatchObject({ kind: 'amount', unit: replaced.unit });
        count += 1;
      }
    }
  }
  return count;
}

describe('readTierPrices', () => {
  it('uses the unit of the base price in every row of the captures in this repository', () => {
    expect(expectUnitsOfTiers(FIXTURES)).toBeGreaterThan(300);
  });

  it.skipIf(!hasSharedCaptures)('uses the unit of the base price in every real row', () => {
    expect(expectUnitsOfTiers(sharedFiles())).toBeGreaterThan(500);
  });
});

it('readPrices finds the known number of prices of each kind for each output of the frozen wide capture', async () => {
  const { rows } = await readCapture(FROZEN_WIDE_CAPTURE);
  const seen = new Set<string>();
  const counts: Record<string, Record<string, number>> = {};
  for (const row of rowsOf(FROZEN_WIDE_CAPTURE, seen)) {
    const outputs = row.outputs?.toSorted().join('+') ?? '';
    const { input, output } = readPrices(row.id, { prices: row.prices, outputModalities: row.outputs ?? [] });
    const kinds = `${input.kind}, ${output.kind}`;
    const own = (counts[outputs] ??= {});
    own[kinds] = (own[kinds] ?? 0) + 1;
  }
  expect(seen.size).toBe(rows.length);
  expect(counts).toEqual({
    text: { 'amount, amount': 305, 'free, free': 15, 'dynamic, dynamic': 3 },
    embeddings: { 'amount, none': 29, 'free, none': 2 },
    image: { 'none, none': 24, 'amount, amount': 3, 'amount, none': 2 },
    'image+text': { 'amount, amount': 9, 'dynamic, dynamic': 2 },
    'audio+text': { 'amount, amount': 2, 'unknown, unknown': 2 },
    video: { 'unknown, unknown': 21 },
    rerank: { 'unknown, unknown': 5, 'free, none': 1 },
    speech: { 'unstated, none': 17, 'amount, amount': 1, 'free, none': 1 },
    transcription: { 'unstated, none': 11, 'amount, amount': 2 },
  });
});
