import { expect, it, vi } from 'vitest';
import { isUserError, UserError } from '../../../src/files/user-error.ts';

class OwnError extends UserError {
  override readonly name = 'OwnError';
}

it('isUserError is true for a user error and no other error or value', () => {
  expect([new UserError('x'), new OwnError('x')].map(isUserError)).toEqual([true, true]);
  const others = [
    new Error('x'),
    new TypeError('x'),
    { name: 'OwnError', message: 'x' },
    'x',
    null,
    undefined,
  ];
  expect(others.filter(isUserError)).toEqual([]);
});

it('isUserError is true for a user error of another copy of the module', async () => {
  vi.resetModules();
  const copy = await import('../../../src/files/user-error.ts');
  expect(copy.UserError).not.toBe(UserError);
  expect(isUserError(new copy.UserError('x'))).toBe(true);
});
