/** The id of the first row of a year in the list of retired models: `y2025`. */
export function yearAnchor(year: string): string {
  return `y${year}`;
}
