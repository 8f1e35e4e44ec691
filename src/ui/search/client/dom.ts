import type { Stretch } from '../../../search/match/highlight.ts';

type Child = Node | string;

/**
 * Creates an element with attributes and children. `null` attributes are left out; strings become text nodes.
 */
export function el<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  attributes: Readonly<Record<string, string | null>> = {},
  ...children: readonly Child[]
): HTMLElementTagNameMap[Tag] {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes))
    if (value !== null) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Text with its hits in `<mark>`. */
export function marked(stretches: readonly Stretch[]): Child[] {
  return stretches.map(({ text, isHit }) => (isHit ? el('mark', {}, text) : text));
}
