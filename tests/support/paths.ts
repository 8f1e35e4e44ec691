import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A capture of 421 models, facts only, that stays as it is while the nightly changes the embedded one. */
export const FROZEN_CAPTURE = fileURLToPath(
  new URL('../fixtures/capture-2026-08-22.json.gz', import.meta.url),
);

/** A real answer with all outputs, of 457 models, facts only. It holds no order. */
export const FROZEN_WIDE_CAPTURE = fileURLToPath(
  new URL('../fixtures/capture-2026-08-05-all-outputs.json.gz', import.meta.url),
);

/**
 * The folder of ten daily captures, facts only: two days of models without lists of modalities, with ids
 * renamed and a model returned; the first day of those lists; seven days with tiers, aliases and removal
 * dates.
 */
export const DAILY_CAPTURES = fileURLToPath(new URL('../fixtures/daily/', import.meta.url));

/** Queries as people type them, each with the models any of which it must find. */
export const KNOWN_ITEMS = fileURLToPath(new URL('../fixtures/known-items.json', import.meta.url));

/** Searches by need as people type them, each with the addresses or models any of which must come first. */
export const NEEDS = fileURLToPath(new URL('../fixtures/needs.json', import.meta.url));

/** The folder of all real captures beside the project, which need not be there. */
export const SHARED_CAPTURES = fileURLToPath(new URL('../../../shared/captures/', import.meta.url));

/** Everything that tests write, ignored by git. */
export const SCRATCH = fileURLToPath(new URL('../../.cache/test/', import.meta.url));
