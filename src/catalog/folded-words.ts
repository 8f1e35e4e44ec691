/** Words for the variants and aliases folded under a row. Also used by the browser. */

/** `batch` of `openai/gpt-4o:batch`, `latest` of an alias. */
function nameOf(id: string): string {
  return id.startsWith('~') ? 'latest' : (id.split(':')[1] ?? id);
}

/** A note on a variant that would sort before its base: `batch $0.05`, `free variant`. */
export function aheadText(id: string, figure: string): string {
  const name = nameOf(id);
  return name === figure ? `${name} variant` : `${name} ${figure}`;
}

/** The label of the button that shows the folded rows: `batch`, or `2 more`. */
export function foldedText(ids: readonly string[]): string {
  const [only = ''] = ids;
  return ids.length === 1 ? nameOf(only) : `${ids.length} more`;
}
