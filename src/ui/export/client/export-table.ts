/** A list as it is exported: what it shows, and what that is. */
export interface ExportTable {
  /** The heading of the page. */
  readonly title: string;
  /** What the list is filtered and sorted by, in sentences. */
  readonly about: string;
  /** The day of the data, `YYYY-MM-DD`. */
  readonly dataAsOf: string;
  /** The URL of the view. */
  readonly address: string;
  readonly columns: readonly ExportColumn[];
  readonly rows: readonly ExportRow[];
}

export interface ExportColumn {
  /** The key of the column in URLs. */
  readonly key: string;
  /** With the unit: `Input ($ / M tokens)`. */
  readonly label: string;
}

interface ExportRow {
  /** The URL of the model's page. */
  readonly address: string;
  /** One for each column. */
  readonly values: readonly ExportValue[];
}

/** Prices are decimal text, or a word where they are not an amount. `null`: not stated. */
export type ExportValue = string | number | readonly string[] | null;

/** A value as text; empty where it is not stated. */
export function valueText(value: ExportValue): string {
  if (value === null) return '';
  return typeof value === 'object' ? value.join(', ') : String(value);
}
