/** `[pattern, placeholder]` for names that a build generates. */
const BUILD_NAMES: readonly (readonly [RegExp, string])[] = [
  [/\/_astro\/[\w.~-]+/g, '/_astro/FILE'],
  [/data-astro-cid-\w+/g, 'data-astro-cid'],
  [/"(?:built_at|duration_ms)":\s*[^,}\n]+/g, 'TIME'],
];
const CONTEXT = 60;

/**
 * The first difference between two texts, ignoring names that builds generate, with the text around it;
 * `null` if there is no difference.
 */
export function differenceBetween(one: string, other: string): readonly [string, string] | null {
  const [a, b] = [withPlaceholders(one), withPlaceholders(other)];
  if (a === b) return null;
  let at = 0;
  while (a[at] === b[at]) at += 1;
  const around = (text: string): string =>
    text.slice(Math.max(0, at - CONTEXT), at + CONTEXT).replaceAll('\n', '⏎');
  return [around(a), around(b)];
}

/** The rules of style sheets, sorted and unique: how a build splits them into files does not matter. */
export function styleRules(sheets: readonly string[]): readonly string[] {
  const rules = sheets.flatMap((sheet) => withPlaceholders(sheet).split(/(?<=\})/));
  return [...new Set(rules.map((rule) => rule.trim()))].filter(Boolean).toSorted();
}

function withPlaceholders(text: string): string {
  return BUILD_NAMES.reduce((rest, [pattern, placeholder]) => rest.replace(pattern, placeholder), text);
}
