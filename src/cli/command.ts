/** A command that was called in a way it does not know; the message says how to call it. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Errors whose message is written for the person at the terminal. */
const TOLD = new Set([
  'UsageError',
  'LedgerError',
  'CaptureError',
  'ConfigError',
  'GuardError',
  'FetchError',
]);

/** Runs a command: an expected failure prints its sentence and exits with 1, an unexpected one its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    const isTold = error instanceof Error && (TOLD.has(error.name) || isBadArgument(error));
    console.error(isTold ? error.message : error);
    process.exitCode = 1;
  }
}

function isBadArgument(error: Error): boolean {
  return 'code' in error && typeof error.code === 'string' && error.code.startsWith('ERR_PARSE_ARGS');
}
