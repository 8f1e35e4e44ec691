/** Files of data whose URL ends in the build of the page, so that none of another build is used. */

/** The site was rebuilt after the page was opened. */
export class OtherBuild extends Error {
  override name = 'OtherBuild';
}

type Read<File, Data> = (file: File) => Data;

/**
 * Loads and reads a file of data once for each address, which ends in `?BUILD`. Rejects if loading fails, and
 * with `OtherBuild` if the file is of another build; the next call tries again.
 */
export function buildFileLoader<File extends { readonly build: string }, Data>(
  read: Read<File, Data>,
): (address: string) => Promise<Data> {
  const loading = new Map<string, Promise<Data>>();
  const load = async (address: string): Promise<Data> => {
    const answer = await fetch(address);
    if (!answer.ok) throw new Error(`${address} answered ${answer.status}.`);
    const file = (await answer.json()) as File;
    if (!address.endsWith(`?${file.build}`)) throw new OtherBuild(`${address} is of build ${file.build}.`);
    return read(file);
  };
  return (address) => {
    const known = loading.get(address);
    if (known) return known;
    const started = load(address);
    loading.set(address, started);
    started.catch(() => loading.delete(address));
    return started;
  };
}
