/** The version of records. It grows when a program that reads them has to change. */
export const SCHEMA_VERSION = 1;

/** What changed in the format, newest first. A change within a version adds properties or files. */
export const FORMAT_CHANGES: readonly {
  readonly version: number;
  readonly on: string;
  readonly what: string;
}[] = [
  {
    version: 1,
    on: '2026-11-28',
    what: 'Histories have `recorded_since`: the time since which captures have a price, or tiers, that the model was first listed without. In the table of histories, `tiers` is empty before that time.',
  },
  {
    version: 1,
    on: '2026-11-28',
    what: 'The first version: records, lists, changes and histories as JSON with their schemas; tables as CSV, Parquet and SQLite; Markdown.',
  },
];
