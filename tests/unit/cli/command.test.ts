import { afterEach, expect, it, vi } from 'vitest';
import { runCommand, UsageError } from '../../../src/cli/command.ts';
import { CaptureError, GuardError } from '../../../src/upstream/errors.ts';

const said = vi.spyOn(console, 'error').mockReturnValue();
afterEach(() => {
  process.exitCode = undefined;
  said.mockClear();
});

const failWith = (error: Error) => runCommand(() => Promise.reject(error));

it.each([
  new UsageError('Name a day.'),
  new CaptureError('x.json', 'is empty'),
  new GuardError(['it holds no models'], { canOverride: false }),
])('an expected failure prints its sentence and nothing else: $name', async (error) => {
  await failWith(error);
  expect(said.mock.calls).toEqual([[error.message]]);
  expect(process.exitCode).toBe(1);
});

it('an unexpected failure prints its stack', async () => {
  const error = new TypeError('undefined is not a function');
  await failWith(error);
  expect(said.mock.calls).toEqual([[error]]);
  expect(process.exitCode).toBe(1);
});

it.each([
  [{ code: 'EADDRINUSE', syscall: 'listen' }, 'That port is taken.'],
  [{ code: 'ERR_SOCKET_BAD_PORT' }, 'A port is a number from 0 to 65535.'],
])('a server that cannot listen says what to change: %j', async (over, words) => {
  await failWith(Object.assign(new Error('listen'), over));
  expect(said.mock.calls[0]?.[0]).toContain(words);
});

it('a success says nothing', async () => {
  await runCommand(() => Promise.resolve());
  expect(said).not.toHaveBeenCalled();
  expect(process.exitCode).toBeUndefined();
});
