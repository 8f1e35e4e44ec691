import { existsSync, readFileSync } from 'node:fs';
import { splitId } from '../../src/catalog/id.ts';
import type { SearchEntry } from '../../src/catalog/search/entry.ts';

const shared = new URL('../../../shared/', import.meta.url);
const capture = new URL('captures/raw/2026-08-22.json', shared);
const usage = new URL('captures/usage-2026-08-22.json', shared);
const knownItems = new URL('search/known-items.json', shared);

export interface KnownItem {
  readonly query: string;
  readonly expect: readonly string[];
}

interface Row {
  readonly id: string;
  readonly name: string;
  readonly canonical_slug: string;
  readonly created: number;
  readonly context_length: number | null;
  readonly pricing: { readonly prompt: string; readonly completion: string };
}

/** False where the real capture is not at hand; tests that need it are then skipped. */
export const hasSharedNames = existsSync(capture) && existsSync(usage);
export const hasKnownItems = hasSharedNames && existsSync(knownItems);

export function readKnownItems(): KnownItem[] {
  return JSON.parse(readFileSync(knownItems, 'utf8')) as KnownItem[];
}

/** The names of a real capture, as search sees them. */
export function readSharedEntries(): SearchEntry[] {
  const rows = (JSON.parse(readFileSync(capture, 'utf8')) as { data: Row[] }).data;
  const used = (JSON.parse(readFileSync(usage, 'utf8')) as { id: string }[]).map((row) => row.id);
  const ids = new Set(rows.map((row) => row.id));
  const names = authorNames(rows);
  return rows.flatMap((row) => {
    const parts = splitId(row.id);
    if (parts === null) return [];
    return entry({
      id: row.id,
      name: row.name
        .replace(/^[^:]*: /, '')
        .replaceAll(/\s+/g, ' ')
        .trim(),
      authorNames: names.get(parts.author) ?? [parts.author],
      permanentSlug: row.canonical_slug,
      context: row.context_length,
      addedOn: new Date(row.created * 1000).toISOString().slice(0, 10),
      popularity: used.indexOf(row.id) + 1 || null,
      hasListedBase: parts.variant !== null && ids.has(row.id.replace(/:.*/, '')),
    });
  });
}

function authorNames(rows: readonly Row[]): Map<string, string[]> {
  const names = new Map<string, Set<string>>();
  for (const row of [...rows].sort((a, b) => Number(a.id.startsWith('~')) - Number(b.id.startsWith('~')))) {
    const author = splitId(row.id)?.author ?? '';
    const prefix = /^([^:]*): /.exec(row.name)?.[1];
    if (prefix) names.set(author, (names.get(author) ?? new Set()).add(prefix));
  }
  return new Map([...names].map(([author, set]) => [author, [...set]]));
}

/** An entry with the given facts and nothing else. */
export function entry(facts: Partial<SearchEntry> & { readonly id: string }): SearchEntry {
  const parts = splitId(facts.id);
  const slug = parts?.slug ?? facts.id;
  return {
    name: slug,
    author: parts?.author ?? '',
    authorNames: [parts?.author ?? ''],
    slug,
    variant: parts?.variant ?? null,
    isAlias: parts?.isAlias ?? false,
    hasListedBase: false,
    permanentSlug: null,
    context: null,
    maxOutput: null,
    input: 'unknown',
    output: 'unknown',
    addedOn: null,
    popularity: null,
    inputModalities: ['text'],
    outputModalities: ['text'],
    capabilities: [],
    categories: [],
    hasOpenWeights: false,
    retired: null,
    ...facts,
  };
}
