import { fileURLToPath } from 'node:url';

/** The folder of the repository. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url));

/** Everything that tests write, ignored by git. */
export const SCRATCH = fileURLToPath(new URL('../../.cache/test/', import.meta.url));
