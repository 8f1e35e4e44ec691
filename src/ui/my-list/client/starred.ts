import { addressOf } from '../../../catalog/address.ts';

/**
 * The starred models of this device: their ids, when they were starred, and their facts at the last visit of
 * the list. Storage that is denied, full or unreadable never throws: the stars then last until the page is
 * left, and `storageProblem` says so.
 */

/** The event of the document after the stars changed, in this tab or another one. */
export const STARS_CHANGE = 'stars-change';

/** The detail of that event; without it, the stars are those that are stored. */
export interface StarsChange {
  readonly ids: readonly string[];
}

const KEY = 'modeldex-stars';
const VERSION = 1;

/** One starred model. `Facts` is what `seen-facts.ts` keeps of it. */
export interface Star {
  readonly id: string;
  readonly name: string;
  /** ISO time. */
  readonly starredAt: string;
  /** The facts that changes are measured from; `null` before the first visit that could read them. */
  readonly seen: Sight | null;
  /** The facts shown at a later visit, which become `seen` a day after they were first shown. */
  readonly shown: Sight | null;
}

/** Facts of a model, as they were at a time. */
export interface Sight {
  /** ISO time. */
  readonly at: string;
  /** Checked by who reads it, because an older version may have written it. */
  readonly facts: unknown;
}

/** `denied`: no storage. `full`: not written. `unreadable`: something else is stored, and stays as it is. */
export type StorageProblem = 'denied' | 'full' | 'unreadable';

interface Stars {
  readonly models: readonly Star[];
  readonly problem: StorageProblem | null;
}

let own: Stars | null = null;

/** Newest first. */
export function starred(): readonly Star[] {
  return (own ??= load()).models;
}

export function storageProblem(): StorageProblem | null {
  return (own ??= load()).problem;
}

export function isStarred(id: string): boolean {
  return starred().some((star) => star.id === id);
}

/** Changes the stars and announces it. `edit` gets the stars as they are stored now. */
export function changeStars(edit: (models: readonly Star[]) => readonly Star[]): void {
  // Another tab may have changed them since.
  const now = load();
  const isNewest = now.problem === null && own?.problem !== 'full';
  const before = isNewest ? now : (own ?? now);
  own = store(edit(before.models), now.problem);
  announce();
}

/** The stars with one more in front. One that is there stays as it is. */
export function withStar(
  models: readonly Star[],
  { id, name }: Pick<Star, 'id' | 'name'>,
  now: string,
): readonly Star[] {
  if (models.some((star) => star.id === id)) return models;
  return [{ id, name, starredAt: now, seen: null, shown: null }, ...models];
}

export function withoutStar(models: readonly Star[], id: string): readonly Star[] {
  return models.filter((star) => star.id !== id);
}

/** The stars in a text that `printStars` made, without unreadable ones; `null` for other texts. */
export function parseStars(text: string): readonly Star[] | null {
  let file: unknown;
  try {
    file = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isRecord(file) || file.version !== VERSION || !Array.isArray(file.models)) return null;
  const models = file.models.flatMap((one) => readStar(one) ?? []);
  return [...new Map(models.map((star) => [star.id, star])).values()];
}

export function printStars(models: readonly Star[]): string {
  return JSON.stringify({ version: VERSION, models });
}

/** The same for a file, to be read by people, too. `parseStars` reads it. */
export function printExport(models: readonly Star[]): string {
  return `${JSON.stringify({ version: VERSION, models }, null, 2)}\n`;
}

function readStar(one: unknown): Star | null {
  // The page links to each model, so an id has to have an address.
  if (!isRecord(one) || typeof one.id !== 'string' || addressOf(one.id).path === null) return null;
  const { id, name, starredAt } = one;
  return {
    id,
    name: typeof name === 'string' ? name : id,
    starredAt: isTime(starredAt) ? starredAt : new Date(0).toISOString(),
    seen: readSight(one.seen),
    shown: readSight(one.shown),
  };
}

function readSight(one: unknown): Sight | null {
  return isRecord(one) && isTime(one.at) ? { at: one.at, facts: one.facts } : null;
}

function isTime(value: unknown): value is string {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function load(): Stars {
  try {
    const text = localStorage.getItem(KEY);
    const models = text === null ? [] : parseStars(text);
    return models === null ? { models: [], problem: 'unreadable' } : { models, problem: null };
  } catch {
    return { models: [], problem: 'denied' };
  }
}

function store(models: readonly Star[], problem: StorageProblem | null): Stars {
  if (problem === 'unreadable') return { models, problem };
  try {
    if (models.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, printStars(models));
    return { models, problem: null };
  } catch {
    return { models, problem: problem === 'denied' ? 'denied' : 'full' };
  }
}

/** Deletes what is stored and cannot be read, and stores the stars of this page. */
export function replaceUnreadable(): void {
  own = store(starred(), null);
  announce();
}

function announce(): void {
  const detail: StarsChange = { ids: starred().map(({ id }) => id) };
  document.dispatchEvent(new CustomEvent(STARS_CHANGE, { detail }));
}

/** Follows changes in other tabs, and since the page was left. */
export function followStars(): void {
  const reload = (): void => {
    const now = load();
    // What is not stored stays until the page is left.
    if (own !== null && (now.problem ?? own.problem) !== null) return;
    own = now;
    announce();
  };
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) reload();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) reload();
  });
}
