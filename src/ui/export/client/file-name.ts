/**
 * The name of a saved file: `modeldex-authors-openai-filtered-2026-08-22.csv`. `path` is under the base path.
 */
export function fileName(path: string, isFiltered: boolean, day: string, extension: string): string {
  const parts = ['modeldex', ...path.split('/'), isFiltered ? 'filtered' : '', day];
  const name = parts.map((part) => part.replace(/[^\w.-]+/g, '-')).filter((part) => part !== '');
  return `${name.join('-')}.${extension}`;
}
