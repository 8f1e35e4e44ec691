import { expect, it } from 'vitest';
import { lazy } from '../../../../src/ui/base/client/lazy.ts';

it('lazy runs what waits for a module in the order of the calls, even if a later load would end first', async () => {
  const waits = [20, 0];
  const load = lazy(() => new Promise<string>((done) => setTimeout(done, waits.shift() ?? 0, 'module')));
  const order: string[] = [];
  const [first, second] = [load(), load()];
  await Promise.all([first.then(() => order.push('first')), second.then(() => order.push('second'))]);
  expect(order).toEqual(['first', 'second']);
  expect(waits).toEqual([0]);
});

it('lazy tries again after a failure', async () => {
  const answers = [Promise.reject(new Error('offline')), Promise.resolve('module')];
  const load = lazy(() => answers.shift() ?? Promise.resolve('none'));
  await expect(load()).rejects.toThrow('offline');
  await expect(load()).resolves.toBe('module');
});
