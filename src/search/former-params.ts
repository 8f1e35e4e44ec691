import { daysBefore } from './filter-dates.ts';
import { listIn } from './filter-values.ts';

/** Supports URLs in former formats. */

/** Renamed parameters. */
const RENAMED: Readonly<Record<string, string>> = { takes: 'in', input: 'input_max', context: 'context_min' };
/** Former values of `added`, in days. */
const ADDED: Readonly<Record<string, number>> = { '7d': 7, '30d': 30, '90d': 90, '1y': 365 };
/** Former sort orders. */
const SORTS: Readonly<Record<string, readonly [sort: string, direction: 'asc' | 'desc']>> = {
  'price-low': ['input', 'asc'],
  'price-high': ['input', 'desc'],
};
/** A former feature that now has its own parameter. */
const OPEN_WEIGHTS = 'open-weights';
const UNDER = 'under-';

/**
 * Converts parameters to the current format; `today` is the day of the data. A current parameter overrides a
 * former one.
 */
export function modernize(given: URLSearchParams, today: string): URLSearchParams {
  const parameters = new URLSearchParams();
  const former: [string, string][] = [];
  for (const [name, value] of given) {
    const written = formerly(name, value, today);
    if (written === null) parameters.append(name, value);
    else former.push(...written);
  }
  const own = new Set(parameters.keys());
  for (const [name, value] of former) if (!own.has(name) || name === 'can') parameters.append(name, value);
  return parameters;
}

/** The current form of a former parameter; `null` if it is current already. */
function formerly(name: string, value: string, today: string): [string, string][] | null {
  const renamed = ownValue(RENAMED, name);
  if (renamed !== undefined) return [[renamed, value]];
  if (name === 'can') {
    const features = listIn(value);
    const others = features.filter((feature) => feature !== OPEN_WEIGHTS);
    return others.length === features.length ? null : [['open', '1'], ...others.map(can)];
  }
  if (name === 'price' && value.startsWith(UNDER)) return [['input_max', `<${value.slice(UNDER.length)}`]];
  if (name === 'added') {
    const days = ownValue(ADDED, value);
    return days === undefined ? [] : [['added_after', daysBefore(today, days)]];
  }
  const order = name === 'sort' ? ownValue(SORTS, value) : undefined;
  if (order === undefined) return null;
  return [
    ['sort', order[0]],
    ['dir', order[1]],
  ];
}

function can(feature: string): [string, string] {
  return ['can', feature];
}

function ownValue<Value>(record: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(record, name) ? record[name] : undefined;
}
