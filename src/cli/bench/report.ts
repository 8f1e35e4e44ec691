/** A measured figure and its budget. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Empty if there is no budget. */
  readonly budget: string;
  /** `null` if there is no budget. */
  readonly isMet: boolean | null;
}

/** How a value is printed. Values of `kB` and `MB` are bytes. */
type Unit = 'ms' | 's' | 'times' | 'kB' | 'MB' | 'points' | 'count';

const WRITTEN: Record<Unit, (value: number) => string> = {
  ms: (value) => `${value.toFixed(1)} ms`,
  s: (value) => `${value.toFixed(1)} s`,
  kB: (value) => `${(value / 1000).toFixed(1)} kB`,
  MB: (value) => `${Math.round(value / 1e6)} MB`,
  times: (value) => `${value.toFixed(2)} ×`,
  points: (value) => value.toFixed(0),
  count: (value) => (Number.isInteger(value) ? String(value) : value.toFixed(1)),
};

/** A figure that must not exceed its budget. */
export function atMost(what: string, value: number, unit: Unit, budget: number): Row {
  return {
    what,
    measured: WRITTEN[unit](value),
    budget: `≤ ${WRITTEN[unit](budget)}`,
    isMet: value <= budget,
  };
}

/** A figure that must reach its budget. */
export function atLeast(what: string, value: number, unit: Unit, budget: number): Row {
  return {
    what,
    measured: WRITTEN[unit](value),
    budget: `≥ ${WRITTEN[unit](budget)}`,
    isMet: value >= budget,
  };
}

/** A figure without a budget; `null`: not available. */
export function figure(what: string, value: number | null, unit: Unit): Row {
  return { what, measured: value === null ? '–' : WRITTEN[unit](value), budget: '', isMet: null };
}

/** A figure that was not measured, with the reason. */
export function skipped(what: string, why: string): Row {
  return { what, measured: `not measured: ${why}`, budget: '', isMet: null };
}

/** The rows as a table, with a mark on each row that missed its budget. */
export function tableOf(title: string, rows: readonly Row[]): string {
  const width = Math.max(...rows.map(({ what }) => what.length));
  const middle = Math.max(...rows.map(({ measured, budget }) => (budget === '' ? 0 : measured.length)));
  const lines = rows.map(({ what, measured, budget, isMet }) => {
    const mark = isMet === null ? ' ' : isMet ? '✓' : '✗';
    return `${mark} ${what.padEnd(width)}  ${measured.padStart(middle)}  ${budget}`.trimEnd();
  });
  return [title, ...lines].join('\n');
}
