import { UserError } from '../files/user-error.ts';

/** A ledger that cannot be read or continued. The message gives the place, the reason and the fix. */
export class LedgerError extends UserError {
  override readonly name = 'LedgerError';
}

/** The error for a missing file or folder. `evidence` shows that it existed, such as a later file. */
export function missing(file: string, evidence: string, otherwise = ''): LedgerError {
  return new LedgerError(
    `${file} is missing: ${evidence}. Restore it from version control (git checkout -- ${file}). ${otherwise}`.trimEnd(),
  );
}

/** The fix for a file that is damaged as a whole. */
export const RESTORE = 'Restore the file from version control (git checkout -- FILE).';

const FIX = `${RESTORE} If only the last lines are damaged and were never committed, delete the last "capture" line and all lines after it: the next "npm run record" finds those changes again.`;

/** The error for a damaged line (1-based). `FILE` in `fix` becomes the file's path. */
export function damagedLine(
  file: string,
  line: number,
  problem: string,
  { fix = FIX, ...options }: ErrorOptions & { readonly fix?: string } = {},
): LedgerError {
  return new LedgerError(`${file}, line ${line}: ${problem} ${fix.replaceAll('FILE', file)}`, options);
}
