import { getSystemErrorMap } from 'node:util';
import { codeOf } from '../files/error-code.ts';
import { shownPath } from '../files/shown-path.ts';

/** Server errors of the system, in words for the person who started the server. */
const SERVER_PROBLEMS: Readonly<Record<string, string>> = {
  EADDRINUSE: 'That port is taken. Name another with --port, or 0 for any free one.',
  EACCES: 'That port needs more rights than you have. Name one above 1023 with --port.',
  EADDRNOTAVAIL: 'This machine has no such address. Name another with --host.',
  ENOTFOUND: 'There is no host of that name. Name an address of this machine with --host.',
  EAI_AGAIN: 'The name of that host cannot be looked up now. Name an address of this machine with --host.',
  ERR_SOCKET_BAD_PORT: 'A port is a number from 0 to 65535. Name one with --port.',
};

/** System calls of a server; all others concern files. */
const SERVER_CALLS: readonly string[] = ['listen', 'bind', 'getaddrinfo'];

/** File errors of the system and what to do about each. */
const FILE_PROBLEMS: Readonly<Record<string, readonly [why: string, whatToDo: string]>> = {
  EACCES: ['you may not', 'Give the user who runs this command the right to it, or name another place.'],
  EBUSY: ['another program is using it', 'End that program, and run the command again.'],
  EDQUOT: ['your share of the disk is used up', 'Make room, and run the command again.'],
  EEXIST: ['something with that name exists', 'Move it away, and run the command again.'],
  EFBIG: [
    'the file would be larger than is allowed',
    'Raise the limit (ulimit -f), or use another file system.',
  ],
  EIO: ['the disk failed', 'Check the disk before you run the command again.'],
  EISDIR: ['it is a folder', 'Name a file, or move the folder away.'],
  ELOOP: ['its links lead in a circle', 'Correct the links, or name another place.'],
  EMFILE: ['too many files are open', 'Raise the limit (ulimit -n), and run the command again.'],
  ENAMETOOLONG: ['its name is too long', 'Name another place.'],
  ENFILE: ['too many files are open on this machine', 'End other programs, and run the command again.'],
  ENOENT: ['it, or a folder above it, does not exist or cannot be created', 'Check the path.'],
  ENOSPC: ['the disk is full', 'Make room, and run the command again.'],
  ENOTDIR: ['a part of the path is a file, not a folder', 'Name another place, or move that file away.'],
  ENOTEMPTY: ['it is a folder that is not empty', 'Run the command again, or name another place.'],
  EPERM: [
    'it is not permitted',
    'Give the user who runs this command the right to it, or name another place.',
  ],
  EROFS: ['the file system is read-only', 'Make it writable, or name another place.'],
  EXDEV: ['the two places are on different disks', 'Name places on one disk.'],
};

/** System calls in words. */
const OPERATIONS: Readonly<Record<string, string>> = {
  copyfile: 'copied',
  fsync: 'written',
  mkdir: 'made',
  open: 'opened',
  opendir: 'read',
  read: 'read',
  rename: 'moved',
  rm: 'removed',
  rmdir: 'removed',
  scandir: 'read',
  spawn: 'started',
  unlink: 'removed',
  write: 'written',
};

/**
 * A sentence with the failed operation, the file and the fix. `null` if neither the error nor its causes come
 * from the system.
 */
export function systemProblem(error: Error): string | null {
  const code = codeOf(error);
  const call = textOf(error, 'syscall');
  if (code === 'ERR_SOCKET_BAD_PORT' || (code !== '' && SERVER_CALLS.includes(call))) {
    return SERVER_PROBLEMS[code] ?? `The server cannot be started: ${error.message}.`;
  }
  if (call !== '' && /^E[A-Z0-9]+$/.test(code)) {
    return fileProblem(code, call, textOf(error, 'path'), textOf(error, 'dest'));
  }
  const fromBundler = bundlerProblem(error.message);
  if (fromBundler !== null) return fromBundler;
  return error.cause instanceof Error ? systemProblem(error.cause) : null;
}

function fileProblem(code: string, call: string, path: string, target: string): string {
  // A failed process start has the program's name in the call.
  const [operation = ''] = call.split(' ');
  const what =
    path === '' ? 'A file' : `${shownPath(path)}${target === '' ? '' : ` (to ${shownPath(target)})`}`;
  const [why, whatToDo] = FILE_PROBLEMS[code] ?? ['the system refused it', 'Run the command again.'];
  return `${what} cannot be ${OPERATIONS[operation] ?? 'used'}: ${why}. ${whatToDo} (${code})`;
}

/**
 * The bundler is not written for Node and reports system errors in its own format, such as `(os error 28)`.
 */
function bundlerProblem(message: string): string | null {
  const number = /\(os error (\d+)\)/.exec(message)?.[1];
  const [code] = getSystemErrorMap().get(-Number(number)) ?? [];
  const path = /^Failed to write file in (.+)$/m.exec(message)?.[1] ?? '';
  return code === undefined ? null : fileProblem(code, 'write', path, '');
}

function textOf(error: Error, key: 'syscall' | 'path' | 'dest'): string {
  const value: unknown = Reflect.get(error, key);
  return typeof value === 'string' ? value : '';
}
