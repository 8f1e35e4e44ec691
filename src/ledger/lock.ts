import { holdLock } from '../files/lock.ts';
import { LedgerError } from './error.ts';

/** Runs `action` while holding the ledger's lock. Throws `LedgerError` if another process holds it. */
export function withLock<T>(lock: string, action: () => Promise<T>): Promise<T> {
  const refusal = (holder: string): LedgerError =>
    new LedgerError(
      `Another command${holder} is writing to the ledger, and two at once would damage it. Try again when it has ended; if there is none, delete ${lock}.`,
    );
  return holdLock(lock, { refusal }, action);
}
