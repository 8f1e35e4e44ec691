import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readPrices } from '../../../src/catalog/price.ts';
import { readCapture } from '../../../src/upstream/capture.ts';
import { snapshotOf } from '../../../src/upstream/load.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { facts } from '../../support/ledger.ts';
import { idsWithoutPage, loadHistory } from '../../support/load-history.ts';
import { ROOT, SHARED_CAPTURES } from '../../support/paths.ts';
import { dailyCapture, hasSharedCaptures } from '../../support/real-captures.ts';

describe('a site of a real capture on the committed ledger', () => {
  const ledger = join(ROOT, 'src/data/ledger');

  async function expectPagesToAgree(path: string): Promise<void> {
    const capture = await readCapture(path);
    const snapshot = snapshotOf(capture, validateRows(capture.rows), {
      source: 'capture',
      fallbackReason: null,
    });
    const history = await loadHistory(ledger, snapshot);
    const differing = snapshot.models.flatMap(({ id, prices }) => {
      const own = snapshot.facts.get(id) ?? facts();
      const known = history.historyOf(id);
      const drawn = known?.priceSteps.at(-1)?.prices;
      const isSame =
        known?.isListed === true &&
        JSON.stringify([drawn?.input, drawn?.output]) === JSON.stringify([prices.input, prices.output]) &&
        JSON.stringify(readPrices(id, known.facts)) === JSON.stringify(readPrices(id, own)) &&
        (own.context ?? null) === (known.facts.context ?? null);
      return isSame ? [] : [id];
    });
    expect(differing).toEqual([]);
    expect(history.captures.at(-1)?.at).toBe(snapshot.capturedAt);
    expect(await idsWithoutPage(ledger, snapshot)).toEqual([]);
  }

  it.each(['2024-11-23', '2025-03-31', '2026-08-18'])(
    'agrees with the capture and has a page for every id ever seen: %s',
    (day) => expectPagesToAgree(dailyCapture(day)),
  );

  it.skipIf(!hasSharedCaptures).each(['2026-08-08.json', '2025-03-08-duplicate-ids.json', '2026-05-06.json'])(
    'agrees with a capture of another time of day and has a page for every id ever seen: %s',
    (name) => expectPagesToAgree(join(SHARED_CAPTURES, 'more', name)),
  );
});
