import { ensureSites } from './sites.ts';

/** Has every site of `sites.ts` built before the tests that read them. */
export async function setup(): Promise<void> {
  await ensureSites();
}
