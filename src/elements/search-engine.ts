import {
  findLandmarks,
  prepareLandmarks,
  type Landmark,
  type Landmarks,
} from '../catalog/search/landmarks.ts';
import { joinLexicons, prepareLexicon, type Lexicon } from '../catalog/search/lexicon.ts';
import { decodeRows, type NameRows, type NamesFile, type NameTable } from '../catalog/search/name-index.ts';
import { parseQuery } from '../catalog/search/query.ts';
import { readRouting, route, type ReadRouting } from '../catalog/search/routing.ts';
import { search, type SearchAnswer, type SearchRequest } from '../catalog/search/search.ts';
import { assignMonograms, type Monogram } from '../catalog/monogram.ts';
import { BASE } from './search-base.ts';

/** The names of all models, as far as they are loaded. */
export interface Names {
  readonly now: string;
  readonly table: NameTable;
  readonly monograms: ReadonlyMap<string, Monogram>;
  readonly landmarks: Landmarks;
  readonly routing: ReadRouting | null;
  readonly loading: Map<number, Promise<void>>;
  lexicon: Lexicon;
}

export interface Found {
  readonly names: Names;
  readonly answer: SearchAnswer;
  readonly landmarks: readonly Landmark[];
  /** Whether all that can answer is loaded; else a better answer follows. */
  readonly isFinal: boolean;
}

/** Parts of a long list that are loaded before the first answer. */
const FIRST_PARTS = 2;

let names: Promise<Names> | undefined;

/** Starts to load the names, once; rejects when they cannot be had, and the next call tries again. */
export function loadNames(): Promise<Names> {
  names ??= fetchNames().catch((error: unknown) => {
    names = undefined;
    throw error;
  });
  return names;
}

/**
 * Answers a request, for a long list perhaps twice: from the likeliest parts, then from all that may answer. With `whole`, as facets need
 * it, everything is loaded in the end.
 */
export async function* answers(request: SearchRequest, whole: boolean): AsyncGenerator<Found> {
  const loaded = await loadNames();
  const { routing } = loaded;
  if (routing === null) {
    yield find(loaded, request, true);
    return;
  }
  const query = parseQuery(request.typed);
  if (!whole && query.words.length === 0 && query.conditions.length === 0) {
    yield find(loaded, request, true);
    return;
  }
  const all = routing.best.map((_, part) => part);
  const words = query.words.filter(({ means }) => means === null).map(({ text }) => text);
  const routed = route(routing, words);
  const most = routed[0]?.held ?? 0;
  const likely = routed.filter(({ held }) => held === most).map(({ part }) => part);
  const needed = whole || words.length === 0 || most < words.length ? all : likely;
  const first = words.length === 0 ? all : likely.slice(0, FIRST_PARTS);
  await loadParts(loaded, first);
  const isFinal = needed.every((part) => loaded.loading.has(part));
  const found = find(loaded, request, isFinal);
  if (isFinal || found.answer.results.length > 0) yield found;
  if (isFinal) return;
  await loadParts(loaded, needed);
  yield find(loaded, request, true);
}

function find(loaded: Names, request: SearchRequest, isFinal: boolean): Found {
  const answer = search(loaded.lexicon, request, loaded.now);
  return { names: loaded, answer, landmarks: findLandmarks(loaded.landmarks, answer.query.text), isFinal };
}

async function fetchNames(): Promise<Names> {
  const file = await fetchJson<NamesFile>('names.json');
  const authors = file.table.authors.map(([slug = '', name = slug]) => ({ slug, name }));
  return {
    now: file.now,
    table: file.table,
    monograms: assignMonograms(authors),
    landmarks: prepareLandmarks(file.table),
    routing: file.routing && readRouting(file.routing),
    loading: new Map(),
    lexicon: prepareLexicon(file.rows ? decodeRows(file.rows, file.table) : []),
  };
}

async function loadParts(loaded: Names, parts: readonly number[]): Promise<void> {
  await Promise.all(
    parts.map((part) => {
      const known = loaded.loading.get(part);
      if (known) return known;
      const started = loadPart(loaded, part);
      loaded.loading.set(part, started);
      started.catch(() => loaded.loading.delete(part));
      return started;
    }),
  );
}

async function loadPart(loaded: Names, part: number): Promise<void> {
  const rows = await fetchJson<NameRows>(`names/${part}.json`);
  loaded.lexicon = joinLexicons(loaded.lexicon, prepareLexicon(decodeRows(rows, loaded.table)));
}

async function fetchJson<Data>(path: string): Promise<Data> {
  const response = await fetch(`${BASE}/search/${path}`);
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as Data;
}
