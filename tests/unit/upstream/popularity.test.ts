import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idsWithUsage } from '../../../src/upstream/popularity.ts';
import { FROZEN_CAPTURE } from '../../support/paths.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { frozenModels } from '../../support/frozen-models.ts';

const listed = ['a/1', 'a/2', 'a/3', 'a/4', 'a/5', 'a/6', 'a/7', 'a/8'];

describe('idsWithUsage', () => {
  it('ends where a tail of five or more follows the order of the list', () => {
    const tail = ['a/1', 'a/2', 'a/4', 'a/6', 'a/8'];
    expect(idsWithUsage(['a/7', 'a/3', 'a/5', ...tail], listed)).toEqual(['a/7', 'a/3', 'a/5']);
    expect(idsWithUsage(['a/7', ...tail], listed)).toEqual(['a/7']);
  });

  it('takes all ids when no tail of five follows the order of the list', () => {
    const answer = ['a/7', 'a/5', 'a/8', 'a/1', 'a/2', 'a/3', 'a/4'];
    expect(idsWithUsage(answer, listed)).toEqual(answer);
    expect(idsWithUsage([], listed)).toEqual([]);
  });

  it('ignores ids that the list does not have', () => {
    const answer = ['a/8', 'b/x', 'a/1', 'a/2', 'b/y', 'a/3', 'a/4', 'a/5', 'b/z'];
    expect(idsWithUsage(answer, listed)).toEqual(['a/8', 'b/x']);
  });

  it('is empty when the whole answer follows the order of the list', () => {
    expect(idsWithUsage(listed, listed)).toEqual([]);
  });

  it('keeps no appended row of any answer, and loses only ranked rows that follow the order of the list', () => {
    const ids = fc.uniqueArray(fc.nat(), { minLength: 12, maxLength: 60 }).map((all) => all.map(String));
    const split = ids.chain((all) =>
      fc.record({
        list: fc.constant(all),
        used: fc.shuffledSubarray(all, { maxLength: all.length - 5 }),
      }),
    );
    fc.assert(
      fc.property(split, ({ list, used }) => {
        const appended = list.filter((id) => !used.includes(id));
        const kept = idsWithUsage([...used, ...appended], list);
        expect(kept).toEqual(used.slice(0, kept.length));
        const dropped = [...used.slice(kept.length), ...appended].map((id) => list.indexOf(id));
        expect(dropped).toEqual(dropped.toSorted((a, b) => a - b));
        const lastKept = kept.at(-1);
        if (lastKept !== undefined) expect(list.indexOf(lastKept)).toBeGreaterThan(dropped[0] ?? -1);
      }),
    );
  });

  it('takes the whole order of the frozen capture, which names only models with usage', async () => {
    const { popularity } = await readCapture(FROZEN_CAPTURE);
    const ranked = (await frozenModels()).filter((model) => model.popularity !== null);
    expect(popularity.ids).toHaveLength(386);
    expect(ranked).toHaveLength(386);
  });
});
