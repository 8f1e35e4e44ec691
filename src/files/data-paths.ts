/** Committed data, as paths from the project's root. */
export const LEDGER_FOLDER = 'src/data/ledger';
export const RANKINGS_FOLDER = 'src/data/rankings';
/** A capture with facts only. */
export const EMBEDDED_CAPTURE = 'src/data/embedded-capture.json';
