import { z } from 'zod';

/** Schemas that the lines of several kinds share. */

export const textOrNone = z.string().nullable();
export const numberOrNone = z.number().nullable();
export const texts: z.ZodType<readonly string[]> = z.array(z.string());

/** A replaced value. `null`, where the type allows it, means that upstream stated "none". */
export interface Replaced<T> {
  readonly old: T;
  readonly new: T;
}

export function replaced<T>(value: z.ZodType<T>): { readonly old: z.ZodType<T>; readonly new: z.ZodType<T> } {
  return { old: value, new: value };
}

/** The event for two known values that differ. A value that upstream stops sending is not a change. */
export function replacement<T>(old: T | undefined, now: T | undefined): readonly Replaced<T>[] {
  return old !== undefined && now !== undefined && !isSame(old, now) ? [{ old, new: now }] : [];
}

/** Whether two facts are equal; lists and objects are compared by content. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
