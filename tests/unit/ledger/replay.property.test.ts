import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PRICE_KEY_ORDER } from '../../../src/catalog/price-keys.ts';
import type { Facts } from '../../../src/catalog/facts.ts';
import { diffCapture } from '../../../src/ledger/diff.ts';
import { canonicalPrice } from '../../../src/ledger/equality.ts';
import { normalizeFacts } from '../../../src/ledger/kinds/fact-kinds.ts';
import { parseLine, printLine } from '../../../src/ledger/line.ts';
import type { Block, CapturedFacts } from '../../../src/ledger/record.ts';
import { emptyLedger, extend, ledgerUntil, listAt } from '../../../src/ledger/ledger.ts';
import { capturesOf, mergeLedgers } from '../../../src/ledger/merge.ts';
import { listedRows } from '../../../src/ledger/state.ts';
import { captured, ledgerOf, without } from '../../support/ledger.ts';

const price = fc.constantFrom('0', '-1', '0.1', '0.10', '1e-6', '0.00000080267549538462');
const prices = fc
  .record(Object.fromEntries(PRICE_KEY_ORDER.map((key) => [key, price])), { requiredKeys: [] })
  .map((given): Facts['prices'] => given);
const words = fc.subarray(['text', 'image', 'audio']);
const tiers = fc.array(
  fc.record({
    when: fc.constantFrom(
      [{ kind: 'prompt-above' as const, tokens: 9 }],
      [{ kind: 'utc-window' as const, start: 0, end: 60 }],
    ),
    prices,
  }),
  { maxLength: 2 },
);
const rowFacts: fc.Arbitrary<Facts> = fc.record(
  {
    name: fc.constantFrom('A', 'B', '__proto__', 'line\u2028break'),
    created: fc.constantFrom(1, 2, null),
    permanentSlug: fc.constantFrom('x', 'y', null),
    context: fc.constantFrom(0, 1, null),
    maxOutput: fc.constantFrom(1, 2, null),
    inputModalities: words,
    outputModalities: words,
    parameters: fc.option(words),
    expiration: fc.constantFrom('2026-01-01', '2098-12-31', null),
    prices,
    tiers,
    aliasTarget: fc.constantFrom('m/a', 'm/b', null),
    huggingFaceId: fc.constantFrom('m/a', '', null),
    isModerated: fc.constantFrom(true, false, null),
    knowledgeCutoff: fc.constantFrom('2025-06', '2025-06-30', null),
    reasoning: fc.option(
      fc.record({
        mandatory: fc.boolean(),
        defaultEnabled: fc.option(fc.boolean()),
        defaultEffort: fc.constantFrom('high', null),
        efforts: fc.subarray(['high', 'low']),
        tokenBudget: fc.option(fc.boolean()),
      }),
    ),
  },
  { requiredKeys: ['name', 'prices'] },
);
const id = fc.constantFrom('m/a', 'm/b', 'm/b:free', 'm/c', 'constructor', '__proto__');
const rows = fc.array(fc.tuple(id, rowFacts), { minLength: 1, maxLength: 5 }).map((pairs) => new Map(pairs));
const scope = fc.constantFrom('text' as const, 'all' as const);

/** Captures on some days of one month, in the order of time. */
const captures = fc
  .uniqueArray(fc.record({ day: fc.integer({ min: 10, max: 28 }), rows, scope }), {
    selector: ({ day }) => day,
    minLength: 1,
    maxLength: 6,
  })
  .map((all) =>
    all
      .sort((a, b) => a.day - b.day)
      .map(({ day, ...rest }): CapturedFacts => captured(`2026-01-${day}`, {}, rest)),
  );

/**
 * The facts of a capture merged into the known ones: the ledger never forgets a field, unless the id becomes
 * a new model.
 */
function heldRows(
  all: readonly CapturedFacts[],
  blocks: readonly Block[],
): readonly ReadonlyMap<string, Facts>[] {
  const known = new Map<string, Facts>();
  return all.map((capture, index) => {
    for (const { kind, id: rowId } of blocks[index]?.events ?? [])
      if (kind === 'baseline') known.delete(rowId);
    const held = new Map<string, Facts>();
    for (const [rowId, said] of capture.rows) {
      const old = without(known.get(rowId) ?? normalizeFacts(said), 'tiers');
      const facts = { ...old, ...normalizeFacts(said) };
      known.set(rowId, facts);
      held.set(rowId, facts);
    }
    return held;
  });
}

/** Facts in the form in which the ledger compares them. */
const bare = ({ prices: given, tiers: steps, ...facts }: Facts) => ({
  ...facts,
  prices: Object.fromEntries(Object.entries(given).map(([key, text]) => [key, Number(text)])),
  tiers: (steps ?? []).map((step) => ({
    when: step.when,
    prices: Object.fromEntries(Object.entries(step.prices).map(([key, text]) => [key, Number(text)])),
  })),
});

const textOf = (blocks: readonly Block[]) =>
  blocks.flatMap(({ capture, events }) => [capture, ...events].map(printLine)).join('\n');

describe('the ledger of any captures', () => {
  it('gives back the same ids, and the same facts unless an id was renamed', () => {
    fc.assert(
      fc.property(captures, (all) => {
        const { blocks } = ledgerOf(...all);
        const replayed = [...capturesOf(blocks)];
        const renamed = blocks.some(({ events }) => events.some(({ kind }) => kind === 'renamed'));
        const held = heldRows(all, blocks);
        expect(replayed.length).toBe(all.length);
        for (const [index, { rows: given }] of replayed.entries()) {
          expect([...given.keys()].sort()).toEqual([...(all[index]?.rows.keys() ?? [])].sort());
          if (renamed) continue;
          for (const [rowId, facts] of given) {
            const expected = held[index]?.get(rowId);
            expect(expected && bare(expected)).toEqual(bare(facts));
          }
        }
      }),
      { numRuns: 150 },
    );
  });

  it('is found as it was after each capture without a replay', () => {
    fc.assert(
      fc.property(captures, (all) => {
        const ledger = ledgerOf(...all);
        const before = structuredClone(ledger);
        const earlier = emptyLedger();
        expect(listAt(ledger, '2026-01-01')).toBeNull();
        expect(ledgerUntil(ledger, '2026-01-01')).toEqual(earlier);
        for (const block of ledger.blocks) {
          extend(earlier, block);
          const { at } = block.capture;
          const noon = at.replace('T00', 'T12');
          expect(listAt(ledger, noon)).toEqual({ at, rows: listedRows(earlier.state) });
          expect(ledgerUntil(ledger, noon)).toEqual(earlier);
          // Lists are written in the order of the rows.
          expect([...ledgerUntil(ledger, noon).state.rows.keys()]).toEqual([...earlier.state.rows.keys()]);
        }
        const copy = ledgerUntil(ledger, '2027-01-01');
        extend(
          copy,
          diffCapture(copy.state, captured('2026-02-01', { 'm/last': complete({ name: 'A', prices: {} }) })),
        );
        expect(ledger).toEqual(before);
      }),
      { numRuns: 150 },
    );
  });

  it('writes lines that read back the same', () => {
    fc.assert(
      fc.property(captures, (all) => {
        for (const { capture, events } of ledgerOf(...all).blocks) {
          for (const record of [capture, ...events]) {
            const line = printLine(record);
            expect(line).not.toContain('\n');
            expect(parseLine(line)).toEqual({ record });
          }
        }
      }),
      { numRuns: 100 },
    );
  });

  it('is the same when two partial ledgers are merged, in either order and repeatedly', () => {
    fc.assert(
      fc.property(
        captures,
        fc.array(fc.constantFrom('a', 'b', 'both'), { minLength: 6, maxLength: 6 }),
        (all, where) => {
          const full = all.map((capture) => ({
            ...capture,
            rows: new Map([...capture.rows].map(([key, row]) => [key, complete(row)])),
          }));
          const taken = (place: string) =>
            full.filter((_, index) => where[index] === place || where[index] === 'both');
          const [a, b] = [ledgerOf(...taken('a')), ledgerOf(...taken('b'))];
          const merged = mergeLedgers(a, b);
          const one = ledgerOf(...full);
          expect(textOf(mergeLedgers(b, a).blocks)).toBe(textOf(merged.blocks));
          expect(textOf(mergeLedgers(merged, b).blocks)).toBe(textOf(merged.blocks));
          expect(textOf(mergeLedgers(one, one).blocks)).toBe(textOf(one.blocks));
          expect(merged.blocks.map(({ capture }) => capture.at)).toEqual(
            one.blocks.map(({ capture }) => capture.at),
          );
          expect([...capturesOf(merged.blocks)].map(({ rows: given }) => [...given.keys()].sort())).toEqual(
            [...capturesOf(one.blocks)].map(({ rows: given }) => [...given.keys()].sort()),
          );
        },
      ),
      { numRuns: 100 },
    );
  });

  it('picks the same capture from either side when two differ at the same instant', () => {
    fc.assert(
      fc.property(rows, rows, scope, scope, (left, right, leftScope, rightScope) => {
        const a = ledgerOf(captured('2026-01-01', {}, { rows: left, scope: leftScope }));
        const b = ledgerOf(captured('2026-01-01', {}, { rows: right, scope: rightScope }));
        const [ab, ba] = [mergeLedgers(a, b), mergeLedgers(b, a)];
        expect(textOf(ab.blocks)).toBe(textOf(ba.blocks));
        expect(ab.conflicts).toEqual(ba.conflicts);
      }),
    );
  });
});

/** A complete row with one spelling per decimal. Missing fields and other spellings are carried over. */
function complete(row: Facts): Facts {
  return {
    created: 1,
    permanentSlug: 'x',
    context: 1,
    maxOutput: 1,
    inputModalities: [],
    outputModalities: [],
    expiration: null,
    aliasTarget: 'm/a',
    huggingFaceId: null,
    isModerated: null,
    knowledgeCutoff: null,
    reasoning: null,
    ...row,
    parameters: row.parameters ?? [],
    prices: oneSpelling(row.prices),
    tiers: (row.tiers ?? []).map(({ when, prices: given }) => ({ when, prices: oneSpelling(given) })),
  };
}

function oneSpelling(given: Facts['prices']): Facts['prices'] {
  return Object.fromEntries(Object.entries(given).map(([key, text]) => [key, canonicalPrice(text)]));
}
