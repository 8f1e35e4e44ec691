import { splitId } from './id.ts';
import type { Author, ModelId } from './model.ts';
import { cleanLine } from './text.ts';

interface NamedRow {
  readonly id: ModelId;
  readonly name: string;
  readonly created?: number | null | undefined;
}

const PREFIX_END = ': ';

/**
 * The display name of each author: the prefix (`Anthropic: …`) of the newest non-alias row with one, else the
 * slug in title case.
 */
export function authorNames(rows: readonly NamedRow[]): ReadonlyMap<string, string> {
  const newest = new Map<string, { name: string | null; created: number }>();
  for (const row of rows) {
    const id = splitId(row.id);
    if (id === null) continue;
    const prefix = id.isAlias ? null : splitName(row.name).prefix;
    const created = prefix === null ? -Infinity : (row.created ?? 0);
    const known = newest.get(id.author);
    if (known === undefined || created > known.created) newest.set(id.author, { name: prefix, created });
  }
  return new Map([...newest].map(([slug, { name }]) => [slug, name ?? titleCase(slug)]));
}

/**
 * Unique labels of authors by slug: the name, followed by the slug where another author has the same name
 * (`Meta (meta-llama)`).
 */
export function labelAuthors(authors: readonly Author[]): ReadonlyMap<Author['slug'], string> {
  const byName = Map.groupBy(authors, ({ name }) => name);
  return new Map(
    authors.map(({ slug, name }) => {
      const hasOwnName = byName.get(name)?.every((other) => other.slug === slug);
      return [slug, hasOwnName ? name : `${name} (${slug})`];
    }),
  );
}

/**
 * `Anthropic: Claude Opus 5` → prefix `Anthropic` and name `Claude Opus 5`; the prefix is `null` where the
 * name has none.
 */
export function splitName(fullName: string): { readonly prefix: string | null; readonly name: string } {
  const clean = cleanLine(fullName);
  const end = clean.indexOf(PREFIX_END);
  const [prefix, name] = [
    clean.slice(0, Math.max(end, 0)).trim(),
    clean.slice(end + PREFIX_END.length).trim(),
  ];
  return prefix === '' || name === '' ? { prefix: null, name: clean } : { prefix, name };
}

/** The full name, without a prefix that the name repeats: `DeepSeek: DeepSeek V3.1` → `DeepSeek V3.1`. */
export function nameOnce(fullName: string): string {
  const { prefix, name } = splitName(fullName);
  if (prefix === null) return name;
  return name.toLowerCase().startsWith(prefix.toLowerCase()) ? name : `${prefix}${PREFIX_END}${name}`;
}

/** The first word of a name that is a code on its own: `R1 0528`, `o4 Mini`; not `L3.3`. */
const CODE = /^[a-z]{1,2}\d+(?![a-z\d.])/i;

/** The name above a page. A code is preceded by the author, because nobody looks for `R1`: `DeepSeek R1`. */
export function headlineOf({ name, author }: { readonly name: string; readonly author: Author }): string {
  return CODE.test(name) ? `${author.name} ${name}` : name;
}

function titleCase(slug: string): string {
  return slug
    .split(/[-_]+/)
    .filter((word) => word !== '')
    .map((word) => `${word.charAt(0).toUpperCase()}${word.slice(1)}`)
    .join(' ');
}
