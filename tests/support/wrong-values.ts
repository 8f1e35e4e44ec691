import { rawRow } from './raw-row.ts';

export const ID = 'maker/model';

export const row = (over: Record<string, unknown>): Record<string, unknown> => rawRow(ID, over);

export const without = (key: string): Record<string, unknown> =>
  Object.fromEntries(Object.entries(rawRow(ID)).filter(([name]) => name !== key));

/** A field, a value that it must not have, what is said of it, and where, unless that is the field itself. */
export type WrongValue = readonly [field: string, value: unknown, problem: string, path?: string];

/** Test cases of wrong values, each with the value as a title can hold it. */
export function wrongValueCases(wrong: readonly WrongValue[]) {
  return wrong.map(([field, value, problem, path = field]) => ({
    field,
    raw: rowWith(field, value),
    shown: (value === undefined ? 'missing' : JSON.stringify(value)).slice(0, 40),
    problem,
    path,
  }));
}

/** A good row in which a field, `a` or `a.b`, has a value of its own; `undefined` leaves it out. */
function rowWith(field: string, value: unknown): Record<string, unknown> {
  const [name = '', inner] = field.split('.');
  if (value === undefined) return without(name);
  if (inner === undefined) return row({ [name]: value });
  return row({ [name]: { ...(rawRow(ID)[name] as object | null | undefined), [inner]: value } });
}
