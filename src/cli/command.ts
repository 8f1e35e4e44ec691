import { inspect } from 'node:util';
import { codeOf } from '../files/error-code.ts';
import { isUserError, UserError } from '../files/user-error.ts';
import { systemProblem } from './system-problem.ts';

/** A command with invalid arguments. The message gives the usage. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}

/** A failure that another process has reported already: the command prints nothing and exits with 1. */
export class ReportedError extends Error {
  override readonly name = 'ReportedError';
}

/**
 * Runs a command. An expected failure prints its message, an unexpected one its stack; both exit with 1.
 * Errors are printed without secrets. Exits silently if the reader of the output closes it.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', stopUnlessRead);
  try {
    await command();
  } catch (error) {
    if (!(error instanceof ReportedError))
      printProblem((error instanceof Error && sentenceOf(error)) || error);
    process.exitCode = 1;
  }
}

/** The message for the user; `null` for an unexpected failure. */
function sentenceOf(error: Error): string | null {
  if (isUserError(error) || codeOf(error).startsWith('ERR_PARSE_ARGS')) return error.message;
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    return 'The data are nested too deeply to be read. If you named a capture, name another one.';
  }
  return systemProblem(error);
}

function printProblem(problem: unknown): void {
  const text = typeof problem === 'string' ? problem : inspect(problem);
  const harmless = withoutSecrets(text);
  console.error(harmless === text ? problem : harmless);
}

const ADDRESSES = ['OPENROUTER_API_URL', 'SITE_URL'];
/** Do not hide shorter keys: replacing them would make the message unreadable. */
const MIN_KEY = 6;

/** The text without the API key and without credentials in addresses. */
function withoutSecrets(text: string): string {
  const { OPENROUTER_API_KEY: key = '' } = process.env;
  const logins = ADDRESSES.flatMap((name) => /\/\/(.*@)/.exec(process.env[name] ?? '')?.[1] ?? []);
  const keyless = key.length < MIN_KEY ? text : text.replaceAll(key, '[secret]');
  return logins
    .reduce((rest, login) => rest.replaceAll(login, '[secret]@'), keyless)
    .replace(/(?<=\/\/)[^/\s"']*@/g, '[secret]@');
}

function stopUnlessRead(error: Error): void {
  if (codeOf(error) !== 'EPIPE') throw error;
  process.exit();
}
