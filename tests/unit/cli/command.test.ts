import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { runCommand, UsageError } from '../../../src/cli/command.ts';
import { CaptureError, GuardError } from '../../../src/upstream/errors.ts';

const said = vi.spyOn(console, 'error').mockReturnValue();
afterEach(() => {
  process.exitCode = undefined;
  said.mockClear();
});
afterAll(() => {
  said.mockRestore();
});

const system = (code: string, over: object) =>
  Object.assign(new Error(`${code}: as the system says it`), { errno: -1, code, ...over });
const failWith = (error: Error) => runCommand(() => Promise.reject(error));

it.each([
  new UsageError('Name a day.'),
  new CaptureError('x.json', 'is empty'),
  new GuardError(['it holds no models'], { canOverride: false }),
])('runCommand prints only the sentence of an expected failure: $name', async (error) => {
  await failWith(error);
  expect(said.mock.calls).toEqual([[error.message]]);
  expect(process.exitCode).toBe(1);
});

it('runCommand prints the stack of an unexpected failure', async () => {
  const error = new TypeError('undefined is not a function');
  await failWith(error);
  expect(said.mock.calls).toEqual([[error]]);
  expect(process.exitCode).toBe(1);
});

it.each([
  [{ code: 'EADDRINUSE', syscall: 'listen' }, 'That port is taken.'],
  [{ code: 'ERR_SOCKET_BAD_PORT' }, 'A port is a number from 0 to 65535.'],
])('runCommand says what to change when a server cannot listen: %j', async (over, words) => {
  await failWith(Object.assign(new Error('listen'), over));
  expect(said.mock.calls[0]?.[0]).toContain(words);
});

it.each([
  'ENOSPC',
  'EFBIG',
  'EROFS',
  'EACCES',
  'EPERM',
  'ENOTDIR',
  'EISDIR',
  'EEXIST',
  'EMFILE',
  'EIO',
  'ENOENT',
  'EWHATEVER',
])('runCommand names the file, the reason and the fix when the system refuses a file: %s', async (code) => {
  await failWith(system(code, { syscall: 'open', path: '/somewhere/a.json' }));
  expect(said.mock.calls).toHaveLength(1);
  expect(said.mock.calls[0]?.[0]).toMatch(
    new RegExp(`^/somewhere/a\\.json cannot be opened: [^.]+\\. [A-Z][^.]+\\. \\(${code}\\)$`),
  );
});

it('runCommand shortens both paths of a failed move to below the working directory', async () => {
  const [path, dest] = ['dist.next', 'dist'].map((name) => join(process.cwd(), name));
  await failWith(system('EXDEV', { syscall: 'rename', path, dest }));
  expect(said.mock.calls[0]?.[0]).toMatch(/^dist\.next \(to dist\) cannot be moved: /);
});

it('runCommand prints the system error that caused a failure', async () => {
  const cause = system('ENOSPC', { syscall: 'write' });
  await failWith(new Error('The page could not be made.', { cause: new Error('inner', { cause }) }));
  expect(said.mock.calls).toEqual([
    ['A file cannot be written: the disk is full. Make room, and run the command again. (ENOSPC)'],
  ]);
});

it('runCommand reports a disk that is full for the bundler as any other full disk', async () => {
  const message =
    'Failed to write file in /a/chunk.mjs\n\nCaused by:\n    No space left on device (os error 28)\n';
  await failWith(new Error(`Build failed with 1 error:\n\n${message}`));
  expect(said.mock.calls).toEqual([
    ['/a/chunk.mjs cannot be written: the disk is full. Make room, and run the command again. (ENOSPC)'],
  ]);
  await failWith(new Error('Build failed with 1 error:\n\nNo such export'));
  expect(said.mock.calls[1]?.[0]).toBeInstanceOf(Error);
});

it('runCommand reports data that is nested too deeply without a stack', async () => {
  await failWith(new RangeError('Maximum call stack size exceeded'));
  expect(said.mock.calls[0]?.[0]).toContain('nested too deeply');
});

describe('runCommand', () => {
  afterEach(() => {
    vi.unstubAllEnvs();
  });

  it.each([
    ['the key, in a sentence', new UsageError('It answered sk-or-v1-abcdef.')],
    [
      'the key, in a stack',
      Object.assign(new Error('no'), { request: { headers: 'Bearer sk-or-v1-abcdef' } }),
    ],
    ['a password, in a sentence', new UsageError('OPENROUTER_API_URL is "https://me:hunter2/@host/", no.')],
    [
      'a password, in another address',
      new UsageError('Sent on to https://you:hunter2@else.where/ and lost.'),
    ],
    ['a password, in a stack', new TypeError('fetch https://me:hunter2/@host/ failed')],
  ])('never prints a secret: %s', async (_, error) => {
    vi.stubEnv('OPENROUTER_API_KEY', 'sk-or-v1-abcdef');
    vi.stubEnv('OPENROUTER_API_URL', 'https://me:hunter2/@host/');
    await failWith(error);
    const text = String(said.mock.calls[0]?.[0]);
    expect(text).toContain('[secret]');
    expect(text).not.toMatch(/abcdef|hunter2/);
  });
});

it('runCommand prints nothing on success', async () => {
  await runCommand(() => Promise.resolve());
  expect(said).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
});
