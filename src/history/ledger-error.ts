/** A ledger that cannot be read or continued; the message says where, why, and how to mend it. */
export class LedgerError extends Error {
  override readonly name = 'LedgerError';
}

/** For a file that is not there though a later one goes on from it. */
export function missingFile(file: string, later: string, time: string): LedgerError {
  return new LedgerError(
    `${file} is missing: ${later} goes on from its capture of ${time}. Bring the file back from version control (git checkout -- ${file}).`,
  );
}

const MEND =
  'Bring the file back from version control (git checkout -- FILE). If the last lines alone are damaged and were never committed, delete the last "capture" line with all that follows it: the next "npm run record" finds those changes again.';

/** For one damaged line of one file. */
export function damagedLine(
  file: string,
  line: number,
  problem: string,
  options?: ErrorOptions,
): LedgerError {
  return new LedgerError(`${file}, line ${line}: ${problem} ${MEND.replace('FILE', file)}`, options);
}
