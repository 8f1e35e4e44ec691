import { offerAction } from '../../row-actions/client/row-actions.ts';
import {
  changeStars,
  followStars,
  isStarred,
  starred,
  STARS_CHANGE,
  withoutStar,
  withStar,
} from './starred.ts';

/** The star of every model on the page, and the number of stars beside the link to the list. */

offerAction({
  key: 'star',
  label: (name) => `Star ${name}`,
  isOn: isStarred,
  toggle: (model) => {
    const wasStarred = isStarred(model.id);
    changeStars((models) =>
      wasStarred ? withoutStar(models, model.id) : withStar(models, model, new Date().toISOString()),
    );
    if (!wasStarred) {
      import('./remember-facts.ts')
        .then(({ rememberFacts }) => rememberFacts(model.id))
        .catch(() => undefined);
    }
  },
  changedBy: STARS_CHANGE,
});

const showCount = (): void => {
  const { length } = starred();
  for (const part of document.querySelectorAll('[data-stars]')) {
    part.textContent = length === 0 ? '' : String(length);
  }
};
document.addEventListener(STARS_CHANGE, showCount);
followStars();
showCount();
