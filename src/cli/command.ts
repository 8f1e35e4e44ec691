import { inspect } from 'node:util';
import { codeOf } from '../files/error-code.ts';
import { isUserError, UserError } from '../files/user-error.ts';
import { systemProblem } from './system-problem.ts';

/** A command that was called in a way it does not know; the message says how to call it. */
export class UsageError extends UserError {
  override readonly name = 'UsageError';
}

/**
 * Runs a command: an expected failure prints its sentence and exits with 1, an unexpected one its stack. Neither prints a secret.
 * Whoever reads the output may stop before its end.
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  if (process.stdout.listenerCount('error') === 0) process.stdout.on('error', stopUnlessRead);
  try {
    await command();
  } catch (error) {
    tell((error instanceof Error && sentenceOf(error)) || error);
    process.exitCode = 1;
  }
}

/** What to tell the person at the terminal; `null` when the failure is none that was expected. */
function sentenceOf(error: Error): string | null {
  if (isUserError(error) || codeOf(error).startsWith('ERR_PARSE_ARGS')) return error.message;
  if (error instanceof RangeError && error.message === 'Maximum call stack size exceeded') {
    return 'Something that was read is nested too deeply to be used. If you named a capture, name another.';
  }
  return systemProblem(error);
}

function tell(problem: unknown): void {
  const text = typeof problem === 'string' ? problem : inspect(problem);
  const harmless = withoutSecrets(text);
  console.error(harmless === text ? problem : harmless);
}

const ADDRESSES = ['OPENROUTER_API_URL', 'SITE_URL'];
/** Whoever has a shorter key is better told what went wrong. */
const MIN_KEY = 6;

/** The text without the key of the endpoint and without the names and passwords in addresses. */
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
