import { MAX_COMPARED } from '../../../site/words/compare.ts';

/** What an address of `/compare/` asks for. */
export interface CompareRequest {
  /** In the order of the columns, without repeated ones. `placed` cuts them to six. */
  readonly ids: readonly string[];
  /** The model that ratios refer to; `null`: the first. */
  readonly reference: string | null;
  readonly onlyDifferences: boolean;
  /** The amounts of the chart; `null`: not chosen. */
  readonly chart: ChartKey | null;
}

export const CHART_KEYS = ['input', 'output', 'cost'] as const;
export type ChartKey = (typeof CHART_KEYS)[number];

/** Each unknown id costs a request. */
const MAX_READ = 30;

/** Spaces around ids are left out, and so are ids after the first 30. */
export function readCompare(given: URLSearchParams): CompareRequest {
  const all = [...new Set(given.getAll('m').map((id) => id.trim()))]
    .filter((id) => id !== '')
    .slice(0, MAX_READ);
  const [reference = null] = all.filter((id) => id === given.get('ref'));
  const chart = CHART_KEYS.find((key) => key === given.get('chart')) ?? null;
  return {
    ids: all,
    reference,
    onlyDifferences: given.get('only') === '1',
    chart,
  };
}

/** The models of a request. */
interface Placed<One> {
  /** With the unknown ones; at most six others, which get a column. */
  readonly loaded: readonly One[];
  readonly leftOut: readonly string[];
}

/** Loads models in their order until six have a column. Unknown ones take no place. */
export async function placed<One extends { readonly problem: string | null }>(
  ids: readonly string[],
  load: (id: string) => Promise<One>,
): Promise<Placed<One>> {
  const loaded: One[] = [];
  let next = 0;
  for (;;) {
    const free = MAX_COMPARED - loaded.filter(({ problem }) => problem !== 'unknown').length;
    const batch = ids.slice(next, next + free);
    if (batch.length === 0) return { loaded, leftOut: ids.slice(next) };
    loaded.push(...(await Promise.all(batch.map(load))));
    next += batch.length;
  }
}

/** The parameters with the request in them. Others, such as those of a workload, stay. */
export function writeCompare(
  given: URLSearchParams,
  { ids, reference, onlyDifferences, chart }: CompareRequest,
): URLSearchParams {
  const written = new URLSearchParams(ids.map((id) => ['m', id]));
  if (reference !== null && reference !== ids[0] && ids.includes(reference)) written.set('ref', reference);
  if (onlyDifferences) written.set('only', '1');
  if (chart !== null) written.set('chart', chart);
  for (const [name, value] of given) {
    if (!['m', 'ref', 'only', 'chart'].includes(name)) written.append(name, value);
  }
  return written;
}

/** The ids with one moved a place earlier or later. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): readonly string[] {
  const from = ids.indexOf(id);
  const to = from + by;
  if (from < 0 || to < 0 || to >= ids.length) return ids;
  return ids.toSpliced(from, 1).toSpliced(to, 0, id);
}
