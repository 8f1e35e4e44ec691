/** An element with classes and text. */
export function make<Tag extends keyof HTMLElementTagNameMap>(
  tag: Tag,
  classes = '',
  text = '',
): HTMLElementTagNameMap[Tag] {
  const made = document.createElement(tag);
  if (classes !== '') made.className = classes;
  made.textContent = text;
  return made;
}
