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
  'UpstreamError',
  'FaultError',
  'NightlyCheckError',
  'NoSiteError',
  'PageError',
]);

/** What the system's errors mean to somebody who started a server. */
const SERVER_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'That port is taken. Name another with --port, or 0 for any free one.',
  EACCES: 'That port needs more rights than you have. Name one above 1023 with --port.',
  EADDRNOTAVAIL: 'This machine has no such address. Name another with --host.',
  ERR_SOCKET_BAD_PORT: 'A port is a number from 0 to 65535. Name one with --port.',
};

/** Runs a command: an expected failure prints its sentence and exits with 1, an unexpected one its stack. */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  try {
    await command();
  } catch (error) {
    console.error((error instanceof Error && sentenceOf(error)) || error);
    process.exitCode = 1;
  }
}

/** What to tell the person at the terminal; `null` when the failure is none that was expected. */
function sentenceOf(error: Error): string | null {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  const isListening = 'syscall' in error && error.syscall === 'listen';
  if (isListening || code === 'ERR_SOCKET_BAD_PORT') return SERVER_PROBLEMS[code] ?? null;
  return TOLD.has(error.name) || code.startsWith('ERR_PARSE_ARGS') ? error.message : null;
}
