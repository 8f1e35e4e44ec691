import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { memo } from '../../../src/catalog/once.ts';
import type { Scope, Snapshot } from '../../../src/catalog/snapshot.ts';
import { readConfig } from '../../../src/config.ts';
import { capturedFacts } from '../../../src/ledger/captured-facts.ts';
import { previousSize } from '../../../src/ledger/previous-size.ts';
import { givesText, readCapture, type Capture } from '../../../src/upstream/capture.ts';
import { factsOfRows } from '../../../src/upstream/facts.ts';
import { loadSnapshot } from '../../../src/upstream/load.ts';
import { withOrdersOf } from '../../../src/upstream/replay/replay-capture.ts';
import { startReplay, type ReplayServer } from '../../../src/upstream/replay/server.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { ledgerOf } from '../../support/ledger.ts';
import { FROZEN_WIDE_CAPTURE } from '../../support/paths.ts';

/**
 * Live responses of one scope against a ledger whose last capture has the same or the other scope, on real
 * rows.
 */

let wide: Capture;
let server: ReplayServer;

beforeAll(async () => {
  wide = await readCapture(FROZEN_WIDE_CAPTURE);
  server = await startReplay({ capture: withOrdersOf(wide, wide) });
});
afterAll(() => server.close());

/** The wide answer without some rows that give text, and some that do not. */
function without(texts: number, others: number): Capture {
  const left = { texts, others };
  const rows = wide.rows.filter((row) => {
    const kind = givesText(row) ? 'texts' : 'others';
    left[kind] -= 1;
    return left[kind] < 0;
  });
  return { ...wide, rows, totalCount: rows.length };
}

/** The size of the ledger's last capture when it asked for `recorded`. */
const previousOf = memo((recorded: Scope) => {
  const { rows, quarantined } = validateRows(recorded === 'all' ? wide.rows : wide.rows.filter(givesText));
  const facts = factsOfRows(rows);
  return previousSize(ledgerOf(capturedFacts({ ...wide, scope: recorded, facts, quarantined })).state);
});

/** What a live build takes, asking for `scope`, when the ledger's last capture asked for `recorded`. */
async function load(recorded: Scope, scope: Scope, answered: Capture): Promise<Snapshot> {
  server.use(withOrdersOf(answered, answered));
  const config = readConfig({
    CATALOG_SOURCE: 'live',
    CATALOG_OUTPUTS: scope,
    OPENROUTER_API_URL: server.url,
  });
  return loadSnapshot(config, {
    root: 'nowhere',
    client: { retries: 0 },
    previous: () => Promise.resolve(previousOf(recorded)),
  });
}

describe('loadSnapshot of a live answer with all outputs', () => {
  it('accepts it after a text capture of as many text models', async () => {
    expect(await load('text', 'all', wide)).toMatchObject({ scope: 'all', models: { length: 457 } });
  });

  it('refuses it after a text capture when a quarter of the text models is missing', async () => {
    // Of all rows there are more than before.
    await expect(load('text', 'all', without(88, 0))).rejects.toThrow(
      'it holds 250 models that give text, 26% fewer than the 338',
    );
  });

  it('accepts any number of models without text output after a text capture', async () => {
    expect((await load('text', 'all', without(0, 119))).models).toHaveLength(338);
  });

  it('accepts it after a capture of all outputs', async () => {
    expect((await load('all', 'all', wide)).models).toHaveLength(457);
  });

  it('refuses it after a capture of all outputs when many models without text output are missing', async () => {
    await expect(load('all', 'all', without(0, 100))).rejects.toThrow(
      'it holds 357 models, 21.9% fewer than the 457',
    );
  });
});

describe('loadSnapshot of a live answer of text models', () => {
  it('accepts it after a capture of all outputs', async () => {
    expect(await load('all', 'text', wide)).toMatchObject({ scope: 'text', models: { length: 338 } });
  });

  it('refuses it after a capture of all outputs when a quarter of the text models is missing', async () => {
    await expect(load('all', 'text', without(88, 0))).rejects.toThrow(
      'it holds 250 models that give text, 26% fewer than the 338',
    );
  });
});
