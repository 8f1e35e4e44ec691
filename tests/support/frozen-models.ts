import { readConfig } from '../../src/config.ts';
import type { Model } from '../../src/catalog/model.ts';
import { once } from '../../src/catalog/once.ts';
import { readCapture } from '../../src/upstream/capture.ts';
import { loadSnapshot } from '../../src/upstream/load.ts';
import { translate } from '../../src/upstream/translate.ts';
import { validateRows } from '../../src/upstream/validate.ts';
import { FROZEN_CAPTURE, FROZEN_WIDE_CAPTURE, ROOT } from './paths.ts';

/** The models of the frozen capture of 2026-08-22: facts only, 421 rows. */
export const frozenModels = once(async (): Promise<readonly Model[]> => {
  const config = readConfig({ CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: FROZEN_CAPTURE });
  return (await loadSnapshot(config, { root: ROOT })).models;
});

/**
 * The models of the frozen capture of 2026-08-05 with all outputs. Some have prices without a stated unit.
 */
export const frozenWideModels = once(async (): Promise<readonly Model[]> => {
  const { rows } = validateRows((await readCapture(FROZEN_WIDE_CAPTURE)).rows);
  return translate(rows, { categories: {}, popularity: null }).models;
});
