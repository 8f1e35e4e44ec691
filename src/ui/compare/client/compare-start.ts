import { lazy } from '../../base/client/lazy.ts';
import { startAction } from '../../row-actions/client/start-action.ts';
import type { ChoiceChange } from './choice.ts';

/**
 * The "Compare" buttons of every page. The tray, and what changes the choice, is loaded with the first press,
 * or where models are chosen already.
 */

// The same as in choice.ts, which is not loaded yet.
const KEY = 'modeldex-compare';
const COMPARE_CHANGE = 'compare-change';

let ids = readIds();

function readIds(): ReadonlySet<string> {
  try {
    const pairs = JSON.parse(localStorage.getItem(KEY) ?? '[]') as readonly (readonly [string])[];
    return new Set(pairs.map(([id]) => id));
  } catch {
    return new Set();
  }
}

document.addEventListener(COMPARE_CHANGE, (event) => {
  ids = new Set((event as CustomEvent<ChoiceChange | null>).detail?.ids ?? readIds());
});

const load = lazy(() => import('./tray.ts'));

startAction({
  key: 'compare',
  label: (name) => `Compare ${name}`,
  isOn: (id) => ids.has(id),
  toggle: (model) => {
    load().then(
      ({ toggleChosen }) => toggleChosen(model),
      () => undefined,
    );
  },
  changedBy: COMPARE_CHANGE,
});

const loadIfChosen = (): void => {
  if (readIds().size > 0) load().catch(() => undefined);
};
addEventListener('storage', ({ key }) => {
  if (key === KEY) loadIfChosen();
});
loadIfChosen();
