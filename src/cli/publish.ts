import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';

/**
 * Has a site made in a folder beside `site` and puts it in its place when it is whole; a failure leaves `site` as it was.
 * Between its two renames there is no site for a moment: who is stopped just there gets the old one back with the next call.
 */
export async function publish(site: string, make: (folder: string) => Promise<void>): Promise<void> {
  const next = `${site}.next`;
  const previous = `${site}.previous`;
  if (existsSync(previous) && !existsSync(site)) await rename(previous, site);
  await remove(previous);
  await remove(next);
  try {
    await make(next);
    if (existsSync(site)) await rename(site, previous);
    await rename(next, site);
  } catch (error) {
    if (existsSync(previous)) await rename(previous, site);
    await remove(next);
    throw error;
  }
  await remove(previous);
}

function remove(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true });
}
