import { describe, expect, it } from 'vitest';
import type { Prices } from '../../../src/catalog/price.ts';
import { historyFrom } from '../../../src/history/history.ts';
import { capturedFacts } from '../../../src/ledger/captured-facts.ts';
import { translate } from '../../../src/upstream/translate.ts';
import { validateRows } from '../../../src/upstream/validate.ts';
import { ledgerOf } from '../../support/ledger.ts';
import { rawRow } from '../../support/raw-row.ts';

const ID = 'maker/model';
const CAPTURED_AT = '2025-03-01T00:00:00.000Z';

/** What the model's page says of its price, and the last price of its history. */
function readBoth(architecture: object, pricing: object): { page: Prices; history: Prices | undefined } {
  const { rows, quarantined } = validateRows([rawRow(ID, { architecture, pricing })]);
  const { models, facts } = translate(rows, { categories: {}, popularity: null });
  const captured = capturedFacts({ capturedAt: CAPTURED_AT, scope: 'text', facts, quarantined });
  const [model] = models;
  if (!model) throw new Error('no model');
  const known = historyFrom(ledgerOf(captured), CAPTURED_AT).historyOf(ID);
  return { page: model.prices, history: known?.priceSteps.at(-1)?.prices };
}

const ZERO = { prompt: '0', completion: '0' };

describe('the price on a page and in the history', () => {
  it.each<[string, object, string]>([
    ['image output, before upstream listed outputs', { modality: 'text->image' }, 'unknown'],
    ['text and image output, before upstream listed outputs', { modality: 'text->text+image' }, 'unknown'],
    ['text output, before upstream listed outputs', { modality: 'text+image->text' }, 'free'],
    ['outputs that cannot be read', { modality: 'a->b->c' }, 'free'],
    ['no outputs at all', {}, 'free'],
    ['an empty list of outputs', { output_modalities: [] }, 'unknown'],
    ['a list of image outputs', { modality: 'text->text', output_modalities: ['image'] }, 'unknown'],
    ['a list that spells text with an invisible character', { output_modalities: ['te\u200Bxt'] }, 'unknown'],
  ])('is the same for prices of 0 and %s', (_, architecture, kind) => {
    const { page, history } = readBoth(architecture, ZERO);
    expect(page.input.kind).toBe(kind);
    expect(history).toEqual(page);
  });

  it('is the same for a positive price of speech before upstream listed outputs', () => {
    const { page, history } = readBoth({ modality: 'text->speech' }, { prompt: '0.1', completion: '0' });
    expect(page.input).toEqual({ kind: 'unstated', text: '0.1' });
    expect(history).toEqual(page);
  });
});
