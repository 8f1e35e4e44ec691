import { relative } from 'node:path';

/** A path for messages: relative to the current folder if it is below that. */
export function shownPath(path: string): string {
  const short = relative(process.cwd(), path);
  return short === '' || short.startsWith('..') ? path : short;
}
