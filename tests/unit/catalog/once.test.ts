import { expect, it, vi } from 'vitest';
import { memo, once } from '../../../src/catalog/once.ts';

it.each([[undefined], [null], [0], ['text']])('once computes %s at the first call only', (value) => {
  const compute = vi.fn(() => value);
  const answer = once(compute);
  expect(compute).not.toHaveBeenCalled();
  expect([answer(), answer()]).toEqual([value, value]);
  expect(compute).toHaveBeenCalledOnce();
});

it('memo computes each key once, an undefined answer too', () => {
  const compute = vi.fn((key: string) => (key === 'a' ? undefined : key));
  const answer = memo(compute);
  expect([answer('a'), answer('b'), answer('a'), answer('b')]).toEqual([undefined, 'b', undefined, 'b']);
  expect(compute.mock.calls).toEqual([['a'], ['b']]);
});
