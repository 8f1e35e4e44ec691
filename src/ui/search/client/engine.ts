import { hasFilters, knownOnly, type Filters, type KnownValues } from '../../../search/filters.ts';
import { findLandmarks, prepareLandmarks, type Landmark, type Landmarks } from '../../../search/landmarks.ts';
import { joinLexicons, prepareLexicon, type Lexicon } from '../../../search/match/lexicon.ts';
import {
  addDetails,
  decodeRows,
  knownValuesIn,
  type DetailsFile,
  type NamesFile,
  type NamesPart,
  type NameTable,
} from '../../../search/index/name-index.ts';
import { parseQuery } from '../../../search/query.ts';
import { readRouting, route, type ReadRouting } from '../../../search/index/routing.ts';
import type { Lead } from '../../../search/needs/answer.ts';
import { namesIn } from '../../../search/needs/names.ts';
import { search, type SearchAnswer, type SearchRequest } from '../../../search/search.ts';
import { assignMonograms, type Monogram } from '../../../catalog/monogram.ts';
import type { ValueNames } from '../../../search/filter-kinds.ts';
import { url } from '../../../site/urls.ts';
import type * as needsModule from './needs.ts';
import { valueNames } from './value-names.ts';

/** The names of all models that are loaded so far. */
export interface Names {
  /** The identifier that all files of a build share. */
  readonly build: string;
  readonly now: string;
  readonly table: NameTable;
  readonly knownValues: KnownValues;
  readonly valueNames: ValueNames;
  readonly monograms: ReadonlyMap<string, Monogram>;
  readonly landmarks: Landmarks;
  readonly routing: ReadRouting | null;
  readonly loading: Map<number, Promise<void>>;
  readonly loadedParts: Set<number>;
  /** The loading of the details of all names; `null` before it. */
  details: Promise<void> | null;
  /** Whether every loaded name has its details: what filters, operators and needs read. */
  isDetailed: boolean;
  lexicon: Lexicon;
}

type Needs = typeof needsModule;

export interface Found {
  readonly names: Names;
  /** The request's filters, without values that no model has. */
  readonly filters: Filters;
  readonly answer: SearchAnswer;
  /** What the text asks for besides names. */
  readonly leads: readonly Lead[];
  /** Draws the leads; `null` while it is not loaded. */
  readonly needs: Needs | null;
  /** The number of results before the leads. */
  readonly ahead: number;
  readonly landmarks: readonly Landmark[];
  /** Whether all relevant parts are loaded; otherwise a better answer follows. */
  readonly isFinal: boolean;
}

/** The number of parts of a long list to load before the first answer. */
const FIRST_PARTS = 2;
/** How often an answer is restarted because the site was rebuilt meanwhile. */
const MAX_RETRIES = 2;

let names: Promise<Names> | undefined;
let needs: Needs | null = null;

/** Loads the names once. Rejects if loading fails; the next call retries. */
export function loadNames(): Promise<Names> {
  names ??= fetchNames('default').catch((error: unknown) => {
    names = undefined;
    throw error;
  });
  return names;
}

/**
 * Loads the names again, bypassing the browser cache, unless that was done since `loaded`. Rejects if they
 * are from the same build.
 */
async function reloadNames(loaded: Names): Promise<Names> {
  const latest = await names;
  if (latest && latest !== loaded) return latest;
  const fresh = await fetchNames('no-cache');
  if (fresh.build === loaded.build) throw new Error(`The index is of build ${loaded.build} as before.`);
  names = Promise.resolve(fresh);
  return fresh;
}

/**
 * Answers a request; for a long list, possibly twice: from the most likely parts, then from all relevant
 * parts. With `loadAll`, which facets need, the last answer uses everything. Parts from a different build
 * than the index are never mixed with it: the index is loaded again.
 */
export async function* answers(request: SearchRequest, loadAll: boolean): AsyncGenerator<Found> {
  let loaded = await loadNames();
  for (let retries = 0; ; retries += 1) {
    try {
      yield* answersFrom(loaded, request, loadAll);
      return;
    } catch (error) {
      if (retries === MAX_RETRIES) throw error;
      loaded = await reloadNames(loaded);
    }
  }
}

async function* answersFrom(loaded: Names, request: SearchRequest, loadAll: boolean): AsyncGenerator<Found> {
  const { routing, lexicon } = loaded;
  const { typed } = request;
  const query = parseQuery(typed);
  const readsDetails =
    loadAll || hasFilters(request.filters) || request.order !== null || query.conditions.length > 0;
  if (typed.trim() === '' && (routing === null || !loadAll)) {
    if (readsDetails) await loadDetails(loaded);
    yield find(loaded, request, true);
    return;
  }
  if (routing === null) {
    // What is in names is shown before the rest is loaded, which the first text of a page needs once.
    const isReady = needs !== null && loaded.isDetailed;
    const isName = !isReady && !readsDetails && isInNames(namesIn(lexicon, query, typed));
    if (isName) yield find(loaded, request, true);
    await Promise.all([loadNeeds(), loadDetails(loaded)]);
    const found = find(loaded, request, true);
    if (!isName || found.leads.length > 0) yield found;
    return;
  }
  const all = routing.best.map((_, part) => part);
  // A need is answered by its list, so only names that hold all of its words are loaded.
  const isNeed = (await loadNeeds())?.isNeed(loaded, typed) ?? false;
  const words = query.words.filter(({ means }) => means === null || isNeed).map(({ text }) => text);
  const routed = route(routing, words);
  const most = routed[0]?.held ?? 0;
  const likely = routed.filter(({ held }) => held === most).map(({ part }) => part);
  const isHeld = words.length > 0 && most === words.length;
  const needed = loadAll || !(isHeld || isNeed) ? all : isHeld ? likely : [];
  const first = words.length === 0 ? needed : needed.length === 0 ? [] : likely.slice(0, FIRST_PARTS);
  await loadParts(loaded, first);
  const isFinal = needed.every((part) => loaded.loadedParts.has(part));
  const found = find(loaded, request, isFinal);
  if (isFinal || found.answer.results.length > 0) yield found;
  if (isFinal) return;
  await loadParts(loaded, needed);
  yield find(loaded, request, true);
}

function isInNames({ meant, others }: ReturnType<typeof namesIn>): boolean {
  return meant.size + others.size > 0;
}

/** Without it, search finds names only. */
async function loadNeeds(): Promise<Needs | null> {
  needs ??= await import('./needs.ts').catch(() => null);
  return needs;
}

function find(loaded: Names, given: SearchRequest, isFinal: boolean): Found {
  const filters = knownOnly(given.filters, loaded.knownValues);
  const request = { ...given, filters };
  const isComplete = loaded.routing === null || loaded.loadedParts.size === loaded.routing.best.length;
  const { answer, leads, ahead } = needs?.answerNeeds(loaded, request, isComplete && loaded.isDetailed) ?? {
    answer: search(loaded.lexicon, request),
    leads: [],
    ahead: 0,
  };
  return {
    names: loaded,
    filters,
    answer,
    leads,
    needs,
    ahead,
    landmarks: findLandmarks(loaded.landmarks, answer.query.text),
    isFinal,
  };
}

async function fetchNames(cache: RequestCache): Promise<Names> {
  const file = await fetchJson<NamesFile>('names.json', cache);
  const authors = file.table.authors.map(([slug = '', name = slug]) => ({ slug, name }));
  return {
    build: file.build,
    now: file.now,
    table: file.table,
    knownValues: knownValuesIn(file.table),
    valueNames: valueNames(file.table, file.now),
    monograms: assignMonograms(authors),
    landmarks: prepareLandmarks(file.table),
    routing: file.routing && readRouting(file.routing),
    loading: new Map(),
    loadedParts: new Set(),
    details: null,
    isDetailed: file.rows === null,
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
  // The build in the URL keeps the browser from using a cached part of another build.
  const { build, rows, details } = await fetchJson<NamesPart>(`names/${part}.json?${loaded.build}`);
  if (build !== loaded.build) throw new Error(`Part ${part} is of build ${build}, not of ${loaded.build}.`);
  const entries = decodeRows(rows, loaded.table);
  addDetails(entries, details);
  loaded.loadedParts.add(part);
  loaded.lexicon = joinLexicons(loaded.lexicon, prepareLexicon(entries));
}

/** The parts of a long list bring theirs. */
function loadDetails(loaded: Names): Promise<void> {
  if (loaded.isDetailed) return Promise.resolve();
  loaded.details ??= fetchDetails(loaded).catch((error: unknown) => {
    loaded.details = null;
    throw error;
  });
  return loaded.details;
}

async function fetchDetails(loaded: Names): Promise<void> {
  const { build, details } = await fetchJson<DetailsFile>(`details.json?${loaded.build}`);
  if (build !== loaded.build) throw new Error(`The details are of build ${build}, not of ${loaded.build}.`);
  addDetails(
    loaded.lexicon.entries.map(({ entry }) => entry),
    details,
  );
  loaded.isDetailed = true;
}

async function fetchJson<Data>(path: string, cache?: RequestCache): Promise<Data> {
  const response = await fetch(url(`/search/${path}`), cache && { cache });
  if (!response.ok) throw new Error(`${path} answered ${response.status}.`);
  return (await response.json()) as Data;
}
