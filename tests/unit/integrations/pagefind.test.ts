import { expect, it } from 'vitest';
import { checked, PagefindError } from '../../../src/integrations/pagefind.ts';

it('checked throws what Pagefind reports as errors', () => {
  expect(() => checked('read the pages', { errors: ['no such folder', 'no page'] })).toThrow(
    new PagefindError('Pagefind could not read the pages: no such folder; no page'),
  );
});

it('checked returns an answer without errors', () => {
  const answer = { errors: [], page_count: 3 };
  expect(checked('read the pages', answer)).toBe(answer);
});
