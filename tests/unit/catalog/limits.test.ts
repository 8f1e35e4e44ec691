import { expect, it } from 'vitest';
import { isMaxOutputCut, usableMaxOutput } from '../../../src/catalog/limits.ts';

it.each([
  [{ context: 8192, maxOutput: 16_384 }, 8192, true],
  [{ context: 8192, maxOutput: 8192 }, 8192, false],
  [{ context: 8192, maxOutput: 4096 }, 4096, false],
  [{ context: null, maxOutput: 4096 }, 4096, false],
  [{ context: 0, maxOutput: 4096 }, 4096, false],
  [{ context: 8192, maxOutput: null }, null, false],
  [{ context: 8192, maxOutput: 0 }, null, false],
])('usableMaxOutput of %o is %s tokens', (limits, usable, isCut) => {
  expect(usableMaxOutput(limits)).toBe(usable);
  expect(isMaxOutputCut(limits)).toBe(isCut);
});
