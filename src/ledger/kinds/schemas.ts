import { z } from 'zod';

/** Schemas that the lines of several kinds share. */

export const textOrNone = z.string().nullable();
export const numberOrNone = z.number().nullable();
export const texts: z.ZodType<readonly string[]> = z.array(z.string());

/** A value that another one replaced; where it can be `null`, upstream said that there is none. */
export interface Replaced<T> {
  readonly old: T;
  readonly new: T;
}

export function replaced<T>(value: z.ZodType<T>): { readonly old: z.ZodType<T>; readonly new: z.ZodType<T> } {
  return { old: value, new: value };
}

/** The event for two values that are both known and differ. What upstream no longer says stays as it was. */
export function replacement<T>(old: T | undefined, now: T | undefined): readonly Replaced<T>[] {
  return old !== undefined && now !== undefined && !isSame(old, now) ? [{ old, new: now }] : [];
}

/** Whether two facts are the same; lists and objects are compared by what they hold. */
export function isSame(a: unknown, b: unknown): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
