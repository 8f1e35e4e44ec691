const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** Whether a text is a day of the calendar such as `2026-08-22`; `Date` alone would take 30 February for 2 March. */
export function isDay(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const time = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(time.getTime()) && time.toISOString().startsWith(text);
}
