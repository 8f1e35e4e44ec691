/** One line of the table: what was measured, and whether it keeps its budget; `null` where there is none. */
export interface Measure {
  readonly what: string;
  readonly budget: string | null;
  readonly measured: string;
  readonly kept: boolean | null;
}

/** A table in Markdown, so that it can be pasted as it is. */
export function printMeasures(title: string, measures: readonly Measure[]): string {
  const rows = measures.map(({ what, budget, measured, kept }) => [
    what,
    budget ?? '',
    measured,
    kept === null ? '' : kept ? 'ok' : 'MISSED',
  ]);
  return [
    `## ${title}`,
    '',
    '| what | budget | measured | |',
    '| --- | --- | --- | --- |',
    ...rows.map((cells) => `| ${cells.join(' | ')} |`),
    '',
  ].join('\n');
}

/** A measure with an upper bound, both in the unit of `print`. */
export function atMost(
  what: string,
  value: number,
  bound: number,
  print: (value: number) => string,
): Measure {
  return { what, budget: `≤ ${print(bound)}`, measured: print(value), kept: value <= bound };
}

export function atLeast(what: string, value: number, bound: number): Measure {
  return { what, budget: `≥ ${bound}`, measured: String(value), kept: value >= bound };
}

export const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`;
export const milliseconds = (value: number): string => `${value.toFixed(0)} ms`;
export const seconds = (value: number): string => `${value.toFixed(1)} s`;
export const megabytes = (value: number): string => `${value.toFixed(0)} MB`;
