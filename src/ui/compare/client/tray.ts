import { choiceWords, trayLinkText } from '../../../site/words/compare.ts';
import { comparePath, url } from '../../../site/urls.ts';
import { isSecondClick } from '../../base/client/second-click.ts';
import { el } from '../../search/client/dom.ts';
import {
  chosen,
  COMPARE_CHANGE,
  followChoice,
  isChoiceKept,
  setChosen,
  toggleChosen,
  type ChoiceChange,
} from './choice.ts';
import css from './tray.css?inline';

/**
 * The tray: the chosen models and a link to their comparison. It sticks to the foot of the window until the
 * end of the page's content, so it never covers the footer.
 */
export { toggleChosen };

const status = el('p', { class: 'tray-said', role: 'status' });
const names = el('ul', { class: 'tray-names' });
const link = el('a', { class: 'tray-link' });
const clear = el('button', { type: 'button' }, 'Clear');
const tray = el(
  'section',
  { class: 'tray', 'aria-label': 'Comparison', hidden: '' },
  status,
  names,
  el('p', { class: 'tray-deeds' }, clear, link),
);

clear.addEventListener('click', () => {
  setChosen([]);
});
names.addEventListener('click', (event) => {
  if (isSecondClick(event)) return;
  const { target } = event;
  const button = target instanceof Element ? target.closest('button') : null;
  const place = button ? [...names.children].findIndex((chip) => chip.contains(button)) : -1;
  if (place < 0) return;
  setChosen(chosen().filter((_, other) => other !== place));
  const buttons = names.querySelectorAll('button');
  (buttons[Math.min(place, buttons.length - 1)] ?? document.getElementById('main'))?.focus();
});

function show(isFull: boolean): void {
  const models = chosen();
  tray.hidden = models.length === 0;
  // What a status says first is not announced before it is on the page.
  status.textContent = choiceWords({ count: models.length, isFull, isKept: isChoiceKept() });
  names.replaceChildren(
    ...models.map(({ name }) =>
      el(
        'li',
        {},
        el('span', {}, name),
        el('button', { type: 'button', 'aria-label': `Remove ${name} from the comparison` }, '×'),
      ),
    ),
  );
  link.textContent = trayLinkText(models.length);
  link.href = url(comparePath(models.map(({ id }) => id)));
}

// The page of comparisons shows the models itself.
const main = document.querySelector('main');
if (main && !document.querySelector('model-compare')) {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  document.adoptedStyleSheets.push(sheet);
  main.append(tray);
  show(false);
  document.addEventListener(COMPARE_CHANGE, (event) => {
    show((event as CustomEvent<ChoiceChange>).detail.isFull);
  });
}
followChoice();
