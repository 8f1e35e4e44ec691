import { el } from './dom.ts';

/** What can be typed besides names: examples, and what they find. */
const TIPS: readonly (readonly [typed: readonly string[], finds: string])[] = [
  [['cheapest with tools', 'coding'], 'The list or category for a need, in plain words'],
  [['under $1', '200k context'], 'Models within a price of input per 1M tokens, or a context'],
  [['author:openai'], 'Models of this author'],
  [['free', 'open'], 'Models that cost nothing, or have open weights'],
  [['vision', 'tools', 'reasoning'], 'Models that take images, call tools, or reason before they answer'],
  [['ctx>200k', 'ctx:200k'], 'A context of more than, or at least, as many tokens; also < and ='],
  [['in<1', 'out:5'], 'An input or output price below, or at most, $ per 1M tokens'],
  [['in:audio', 'out:image'], 'Input and output modalities'],
  [['"flash lite"'], 'These words side by side'],
  [['-preview'], 'Models without this word'],
  [['is:retired', '-retired'], 'Only retired models, or none of them'],
];

/** The collapsed help on what can be typed. */
export function searchHelp(): HTMLElement {
  return el(
    'details',
    { class: 'find-help' },
    el('summary', {}, 'What can I type?'),
    el(
      'table',
      {},
      el(
        'thead',
        {},
        el(
          'tr',
          {},
          el('th', { scope: 'col' }, 'What you type'),
          el('th', { scope: 'col' }, 'What it finds'),
        ),
      ),
      el('tbody', {}, ...TIPS.map(tipRow)),
    ),
  );
}

function tipRow([typed, finds]: (typeof TIPS)[number]): HTMLElement {
  // The comma separates the examples for screen readers and in copied text.
  const examples = typed.flatMap((text, place) => [...(place === 0 ? [] : [', ']), el('code', {}, text)]);
  return el('tr', {}, el('th', { scope: 'row' }, ...examples), el('td', {}, finds));
}
