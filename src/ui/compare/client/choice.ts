import { MAX_COMPARED } from '../../../site/words/compare.ts';

/**
 * The models that are chosen to be compared, on this device. Storage that is denied or full never throws: the
 * choice then lasts until the page is left.
 */

/** The event of the document after the choice changed, in this tab or another one. */
export const COMPARE_CHANGE = 'compare-change';

/** The detail of the event. */
export interface ChoiceChange {
  /** The chosen ids, which are nowhere else where storage is denied. */
  readonly ids: readonly string[];
  /** Whether one more was asked for than fit. */
  readonly isFull: boolean;
}

const KEY = 'modeldex-compare';

export interface Chosen {
  readonly id: string;
  readonly name: string;
}

interface Choice {
  readonly models: readonly Chosen[];
  readonly isKept: boolean;
}

let own: Choice | null = null;

/** In the order in which they were chosen, at most six. */
export function chosen(): readonly Chosen[] {
  return (own ??= load()).models;
}

/** Whether the device remembers the choice. */
export function isChoiceKept(): boolean {
  return (own ??= load()).isKept;
}

export function isChosen(id: string): boolean {
  return chosen().some((model) => model.id === id);
}

/** Adds a model at the end, or removes one that is there. Returns `false` where six are chosen already. */
export function toggleChosen(model: Chosen): boolean {
  const models = newest();
  const without = models.filter(({ id }) => id !== model.id);
  if (without.length === models.length && models.length >= MAX_COMPARED) {
    announce(true);
    return false;
  }
  setChosen(without.length < models.length ? without : [...models, { id: model.id, name: model.name }]);
  return true;
}

/** Keeps the first six. */
export function setChosen(models: readonly Chosen[]): void {
  own = store(models.slice(0, MAX_COMPARED));
  announce();
}

/** The choice in stored text; what cannot be read is left out. */
export function parseChoice(text: string): readonly Chosen[] {
  let stored: unknown;
  try {
    stored = JSON.parse(text);
  } catch {
    return [];
  }
  if (!Array.isArray(stored)) return [];
  const models = stored.flatMap((pair: unknown): readonly Chosen[] => {
    const [id, name] = Array.isArray(pair) ? (pair as readonly unknown[]) : [];
    return typeof id === 'string' && id !== '' ? [{ id, name: typeof name === 'string' ? name : id }] : [];
  });
  return [...new Map(models.map((model) => [model.id, model])).values()].slice(0, MAX_COMPARED);
}

/** Follows changes in other tabs, and since the page was left. */
export function followChoice(): void {
  const reload = (): void => {
    if (own?.isKept === false) return;
    own = load();
    announce();
  };
  addEventListener('storage', ({ key }) => {
    if (key === KEY || key === null) reload();
  });
  addEventListener('pageshow', ({ persisted }) => {
    if (persisted) reload();
  });
}

/** Another tab may have changed it since. */
function newest(): readonly Chosen[] {
  if (isChoiceKept()) own = load();
  return chosen();
}

function announce(isFull = false): void {
  const detail: ChoiceChange = { ids: chosen().map(({ id }) => id), isFull };
  document.dispatchEvent(new CustomEvent(COMPARE_CHANGE, { detail }));
}

function load(): Choice {
  try {
    return { models: parseChoice(localStorage.getItem(KEY) ?? '[]'), isKept: true };
  } catch {
    return { models: [], isKept: false };
  }
}

function store(models: readonly Chosen[]): Choice {
  try {
    if (models.length === 0) localStorage.removeItem(KEY);
    else localStorage.setItem(KEY, JSON.stringify(models.map(({ id, name }) => [id, name])));
    return { models, isKept: true };
  } catch {
    return { models, isKept: false };
  }
}
