export const DAY_MS = 86_400_000;
export const DAY_MINUTES = 1440;

const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar such as `2026-08-22`; `Date` alone would take 30 February for 2 March. */
export function isDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}

/** Whether a text is a day of this catalog's time, 2000 to 2099. */
export function isCatalogDay(text: string): boolean {
  return text.startsWith('20') && isDay(text);
}

/** Whether a text is a day, a month or a year of this catalog's time: `2024-06-30`, `2024-06`, `2024`. */
export function isCatalogDate(text: string): boolean {
  return isCatalogDay(text) || /^20\d\d(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}

/** Whether an ISO time in UTC lies in the years 2000 to 9999: anything else sorts or prints as no time does. */
export function isCatalogTime(iso: string): boolean {
  return /^[2-9]\d{3}-\d\d-\d\dT/.test(iso);
}
