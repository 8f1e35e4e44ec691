const MAX_OCTETS = 75;

/**
 * Folds the lines of an iCalendar to at most 75 octets, between characters, as RFC 5545 section 3.1 requires.
 * The library folds after 75 characters, whatever their size in octets.
 */
export function foldLines(calendar: string): string {
  return calendar
    .replace(/\r\n[ \t]/g, '')
    .split('\r\n')
    .map(fold)
    .join('\r\n');
}

function fold(line: string): string {
  let folded = '';
  let octets = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (octets + size > MAX_OCTETS) {
      folded += '\r\n ';
      // The leading space counts as one octet.
      octets = 1;
    }
    folded += character;
    octets += size;
  }
  return folded;
}
