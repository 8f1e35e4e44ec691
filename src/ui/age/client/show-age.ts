import { DAY_MS } from '../../../catalog/day.ts';
import { DAY_WORDS, isDayWords, oldCopyWords, tagDay } from '../../../site/words/removal.ts';

/** Shows how old this copy of the site is, and what that means for removal dates. */

const { at = '', old } = document.documentElement.dataset;
const now = new Date().toISOString();
if (old !== undefined) sayOld();
// On the day of the data, and by a clock that is slow, the words of the build are right.
if (now.slice(0, 10) > at.slice(0, 10)) {
  updateDays(document);
  new MutationObserver((changes) => {
    for (const { addedNodes } of changes)
      for (const node of addedNodes) if (node instanceof Element) updateDays(node);
  }).observe(document.body, { childList: true, subtree: true });
}

/** Above the header, which has left the room for it. */
function sayOld(): void {
  const notice = document.createElement('aside');
  notice.className = 'container flex min-h-10 flex-wrap items-center gap-x-2 text-sm text-soft print:hidden';
  notice.ariaLabel = 'Age of the data';
  const [age, remark] = oldCopyWords(Math.floor((Date.parse(now) - Date.parse(at)) / DAY_MS), at);
  const strong = document.createElement('b');
  strong.textContent = age;
  const rest = document.createElement('span');
  rest.textContent = remark;
  notice.append(strong, ' ', rest);
  document.querySelector('body > header')?.before(notice);
  // The menu of phones opens below the header (`mt-16` in Masthead.astro), which is now lower by `min-h-10`.
  const menu = document.querySelector<HTMLElement>('#menu');
  if (menu) menu.style.marginTop = '6.5rem';
}

/**
 * Rewrites the texts of `[data-day=YYYY-MM-DD][data-words]`, and the tags in lists, which have no more than
 * their text because of its weight.
 */
function updateDays(root: ParentNode): void {
  for (const part of root.querySelectorAll<HTMLElement>('[data-day], .tag.warn')) {
    const { day = tagDay(part.textContent), words = 'tag' } = part.dataset;
    if (day === null || !isDayWords(words)) continue;
    const text = DAY_WORDS[words](day, now, at);
    if (part.textContent !== text) part.textContent = text;
  }
}
