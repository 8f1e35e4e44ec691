import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** A capture of 421 models, facts only, that stays as it is while the nightly changes the embedded one. */
export const FROZEN_CAPTURE = fileURLToPath(
  new URL('../fixtures/capture-2026-08-22.json.gz', import.meta.url),
);

/** Everything that tests write, ignored by git. */
export const SCRATCH = fileURLToPath(new URL('../../.cache/test/', import.meta.url));
