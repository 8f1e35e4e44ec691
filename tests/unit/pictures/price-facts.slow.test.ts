import { expect, it } from 'vitest';
import { modelContent } from '../../../src/pictures/model-content.ts';
import { textsOf } from '../../../src/pictures/nodes.ts';
import { pictureNode } from '../../../src/pictures/template.ts';
import { wireRow } from '../../../src/upstream/wire.ts';
import { frozenModels, frozenWideModels } from '../../support/frozen-models.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE } from '../../support/paths.ts';
import { rawRowsOf } from '../../support/real-captures.ts';
import { isPositive, whole } from '../../support/restated-price-rules.ts';

const PLACES = 60;

/** `$0.413772` for a price per token as upstream writes it, computed a second time. */
function perMillion(text: string): string {
  const digits = String((whole(text) ?? 0n) * 1_000_000n).padStart(PLACES + 1, '0');
  const [dollars, fraction] = [digits.slice(0, -PLACES), digits.slice(-PLACES, 9 - PLACES)];
  return `$${dollars}.${fraction.replace(/0+$/, '').padEnd(2, '0')}`;
}

it.each([
  { what: 'text outputs', capture: FROZEN_CAPTURE, read: frozenModels, least: 700 },
  { what: 'all outputs', capture: FROZEN_WIDE_CAPTURE, read: frozenWideModels, least: 600 },
])(
  'pictures hold the token prices of the capture, computed a second time, for $what',
  async ({ capture, read, least }) => {
    const rows = new Map(
      rawRowsOf(capture)
        .map((row) => wireRow.parse(row))
        .map((row) => [row.id, row]),
    );
    let compared = 0;
    for (const model of await read()) {
      const row = rows.get(model.id);
      const texts = textsOf(pictureNode(modelContent(model, { kind: 'listed' }, null, '2026-08-22')));
      const { prompt, completion } = row?.pricing ?? {};
      for (const [price, written] of [
        [model.prices.input, prompt],
        [model.prices.output, completion],
      ] as const) {
        if (price.kind !== 'amount' || !isPositive(whole(String(written)))) continue;
        expect(texts, model.id).toContain(perMillion(String(written)));
        compared += 1;
      }
    }
    expect(compared).toBeGreaterThan(least);
  },
);
