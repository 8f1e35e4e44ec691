import { relative } from 'node:path';

/** A path as it is named to the person at the terminal: from where they stand, where it is below. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
