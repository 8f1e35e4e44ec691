export const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a calendar day such as `2026-08-22`. `Date` alone would read February 30 as March 2. */
export function isDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** Whether a text is a day from 2000 to 2099. */
export function isCatalogDay(text: string): boolean {
  return text.startsWith('20') && isDay(text);
}

/** Whether a text is a day, month or year from 2000 to 2099: `2024-06-30`, `2024-06`, `2024`. */
export function isCatalogDate(text: string): boolean {
  return isCatalogDay(text) || /^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}

/** Whether an ISO time in UTC is in the years 2000 to 9999. Other years do not sort or print correctly. */
export function isCatalogTime(iso: string): boolean {
  return /^[2-9]\d{3}-\d\d-\d\dT/.test(iso);
}

/** Minutes after midnight as a clock time: 60 → `01:00`, 1440 → `24:00`. */
export function clock(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}
