/**
 * Text as Markdown, on one line. Text from upstream may contain anything that Markdown or HTML would read as
 * markup.
 */
export function markdownText(text: string): string {
  return (
    text
      .replace(/\s+/g, ' ')
      .replace(/[\\`*_[\]<>&|~#!@]/g, '\\$&')
      // An address that becomes a link would take the backslash of what follows it.
      .replace(/:(?=\/\/)/g, '\\:')
      .replace(/(www)\./gi, '$1\\.')
  );
}
