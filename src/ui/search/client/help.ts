import { el } from './dom.ts';

/** Operators that can be typed in addition to names. */
const TIPS: readonly (readonly [typed: string, meaning: string])[] = [
  ['author:openai', 'only this author'],
  ['free', 'costs nothing'],
  ['vision · tools · reasoning · open', 'takes images · calls tools · thinks first · open weights'],
  ['ctx>200k · ctx:200k', 'context in tokens: more than, at least; also < and ='],
  ['in<1 · out:5', 'price in $ per million tokens: below, at most'],
  ['in:audio · out:image', 'what goes in and comes out'],
  ['"flash lite"', 'these words side by side'],
  ['-preview', 'without this word'],
  ['is:retired · -retired', 'only retired models · without them'],
];

/** The collapsed help on operators. */
export function searchHelp(): HTMLElement {
  return el(
    'details',
    { class: 'find-help' },
    el('summary', {}, 'What can I type?'),
    el(
      'dl',
      {},
      ...TIPS.map(([typed, meaning]) =>
        el('div', {}, el('dt', {}, el('code', {}, typed)), el('dd', {}, meaning)),
      ),
    ),
  );
}
