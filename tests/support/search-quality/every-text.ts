import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchEntry } from '../../../src/search/entry.ts';
import { decodeRows, type NamesFile, type NamesPart } from '../../../src/search/index/name-index.ts';
import type { KnownItem } from './harness.ts';

/** Every text that names a model in the index of a built site, each with all models that it names. */
export function everyText(dir: string): KnownItem[] {
  const named = new Map<string, Set<string>>();
  for (const entry of readEntries(dir)) {
    for (const text of textsOf(entry)) named.set(text, (named.get(text) ?? new Set()).add(entry.id));
  }
  return [...named].map(([query, ids]) => ({ query, expect: [...ids] }));
}

function readEntries(dir: string): SearchEntry[] {
  const { table, rows, routing } = readJson(dir, 'names.json') as NamesFile;
  const parts = (routing?.best ?? []).map(
    (_, part) => (readJson(dir, `names/${part}.json`) as NamesPart).rows,
  );
  return [...(rows ? [rows] : []), ...parts].flatMap((part) => decodeRows(part, table));
}

function readJson(dir: string, name: string): unknown {
  return JSON.parse(readFileSync(join(dir, 'search', name), 'utf8'));
}

function textsOf({
  id,
  author,
  slug,
  variant,
  permanentSlug,
  prefix,
  name,
  formerly,
}: SearchEntry): string[] {
  const withVariant = variant === null ? slug : `${slug}:${variant}`;
  return [
    id,
    `${author}/${withVariant}`,
    withVariant,
    `${author}/${slug}`,
    slug,
    ...(permanentSlug === null ? [] : [permanentSlug]),
    prefix === null ? name : `${prefix}: ${name}`,
    ...formerly,
  ];
}
