/** The version of records. It grows when a program that reads them has to change. */
export const SCHEMA_VERSION = 1;
