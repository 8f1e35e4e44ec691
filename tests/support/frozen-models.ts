import { readConfig } from '../../src/config.ts';
import type { Model } from '../../src/catalog/model.ts';
import { loadSnapshot } from '../../src/upstream/load.ts';
import { FROZEN_CAPTURE, ROOT } from './paths.ts';

/** The models of the frozen capture of 2026-08-22: facts only, 421 rows. */
export async function frozenModels(): Promise<readonly Model[]> {
  const config = readConfig({ CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: FROZEN_CAPTURE });
  return (await loadSnapshot(config, { root: ROOT })).models;
}
