/** Formats whole numbers. A file of its own, because scripts of every page need no other figures. */

/** Whole numbers with thousands separated: `1,048,576`. */
export function integer(value: number): string {
  return groupThousands(String(Math.round(value)));
}

/** `1 model`, `421 models`; pass `plural` where it is not the noun with an s. */
export function count(value: number, noun: string, plural = `${noun}s`): string {
  return `${integer(value)} ${value === 1 ? noun : plural}`;
}

/** `1234567` → `1,234,567`. */
export function groupThousands(digits: string): string {
  return digits.replace(/\B(?=(?:\d{3})+$)/g, ',').replace('-', '−');
}
