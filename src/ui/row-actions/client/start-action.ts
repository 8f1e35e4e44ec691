import type { ActionModel, ModelAction, offerAction } from './row-actions.ts';

/**
 * Starts an action of models on every page, with little code: it marks the buttons in the page's markup and
 * serves their presses. `row-actions.ts` is loaded where the page has rows of models, and by search. It asks
 * for all actions by the event `model-actions`, and then serves every button.
 */
export function startAction(action: ModelAction): void {
  let isOffered = false;
  document.addEventListener('model-actions', (event) => {
    isOffered = true;
    (event as CustomEvent<typeof offerAction>).detail(action);
  });
  const mark = (): void => {
    const { id } = modelOfPage();
    for (const button of document.querySelectorAll(`main [data-act=${action.key}]`)) {
      if (!isOffered) button.setAttribute('aria-pressed', String(action.isOn(id)));
    }
  };
  document.addEventListener('click', ({ target }) => {
    const button = target instanceof Element && target.closest(`[data-act=${action.key}]`);
    if (button && !isOffered) action.toggle(modelOfPage());
  });
  document.addEventListener(action.changedBy, mark);
  mark();
  if (document.querySelector('table[data-models]')) import('./row-actions.ts').catch(() => undefined);
}

function modelOfPage(): ActionModel {
  const main = document.querySelector<HTMLElement>('main[data-model-id]');
  return { id: main?.dataset.modelId ?? '', name: main?.querySelector('h1')?.textContent.trim() ?? '' };
}
