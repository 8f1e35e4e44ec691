import { listIn } from './filter-values.ts';

/** The columns in a URL, without unknown ones; empty: the default columns. */
export function readColumnKeys(parameters: URLSearchParams, known: readonly string[]): readonly string[] {
  return parameters
    .getAll('cols')
    .flatMap(listIn)
    .filter((key, place, all) => known.includes(key) && all.indexOf(key) === place);
}

/** Adds columns to URL parameters, or removes them if they are the default columns. */
export function writeColumnKeys(parameters: URLSearchParams, keys: readonly string[]): void {
  if (keys.length > 0) parameters.set('cols', keys.join(','));
  else parameters.delete('cols');
}
