import { lazy } from '../../base/client/lazy.ts';
import { startAction } from '../../row-actions/client/start-action.ts';
import type { StarsChange } from './starred.ts';

/**
 * The stars of every page: which models have one, and how many there are. What changes them is loaded with
 * the first press.
 */

// The same as in starred.ts, which is not loaded yet.
const KEY = 'modeldex-stars';
const VERSION = 1;
const STARS_CHANGE = 'stars-change';

const load = lazy(() => import('./stars.ts'));

let ids = readIds();

function readIds(): ReadonlySet<string> {
  try {
    const file = JSON.parse(localStorage.getItem(KEY) ?? '') as {
      version: number;
      models: readonly ({ readonly id?: unknown } | null)[];
    };
    const isId = (id: unknown): id is string => typeof id === 'string' && id.includes('/');
    return new Set(file.version === VERSION ? file.models.map((one) => one?.id).filter(isId) : []);
  } catch {
    return new Set();
  }
}

const showCount = (): void => {
  for (const part of document.querySelectorAll('[data-stars]')) part.textContent = String(ids.size || '');
};

document.addEventListener(STARS_CHANGE, (event) => {
  // The stars of this page, where they could not be stored.
  const own = (event as CustomEvent<StarsChange | null>).detail;
  ids = own ? new Set(own.ids) : readIds();
  showCount();
});
const reread = (): void => void document.dispatchEvent(new CustomEvent(STARS_CHANGE));
addEventListener('storage', ({ key }) => {
  if (key === KEY || key === null) reread();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) reread();
});
showCount();

startAction({
  key: 'star',
  label: (name) => `Star ${name}`,
  isOn: (id) => ids.has(id),
  toggle: (model) => {
    load().then(
      ({ toggleStar }) => {
        toggleStar(model);
      },
      () => undefined,
    );
  },
  changedBy: STARS_CHANGE,
});
