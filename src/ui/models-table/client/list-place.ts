/**
 * Remembers the scroll position in lists that scripts draw. Browsers cannot restore it before the rows exist.
 */

export interface Place {
  /** In pixels. */
  readonly y: number;
  /** The number of drawn rows. */
  readonly rows: number;
}

const KEY = 'places';
const MOST = 20;

/** Stores the position until the tab is closed. */
export function keepPlace(address: string, { y, rows }: Place): void {
  try {
    const others = read().filter(([known]) => known !== address);
    sessionStorage.setItem(KEY, JSON.stringify([...others, [address, y, rows]].slice(-MOST)));
  } catch {
    // Without storage, a list starts at its top.
  }
}

export function placeAt(address: string): Place | null {
  try {
    const [, y = 0, rows = 0] = read().find(([known]) => known === address) ?? [];
    return rows > 0 ? { y, rows } : null;
  } catch {
    return null;
  }
}

/** Whether the page was opened by reload, Back or Forward rather than a link. */
export function isReturn(): boolean {
  const [entry] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[];
  return entry?.type === 'reload' || entry?.type === 'back_forward';
}

function read(): [address: string, y: number, rows: number][] {
  return JSON.parse(sessionStorage.getItem(KEY) ?? '[]') as [string, number, number][];
}
