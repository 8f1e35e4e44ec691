import { close, createIndex } from 'pagefind';
import { expect, it, vi } from 'vitest';
import { checked, indexText, PagefindError } from '../../../src/integrations/pagefind.ts';

vi.mock('pagefind', () => ({ createIndex: vi.fn(), close: vi.fn(() => Promise.resolve(null)) }));

it('checked throws what Pagefind reports as errors', () => {
  expect(() => checked('read the pages', { errors: ['no such folder', 'no page'] })).toThrow(
    new PagefindError('Pagefind could not read the pages: no such folder; no page'),
  );
});

it('checked returns an answer without errors', () => {
  const answer = { errors: [], page_count: 3 };
  expect(checked('read the pages', answer)).toBe(answer);
});

it('indexText closes Pagefind and keeps the reason when a step fails', async () => {
  vi.mocked(createIndex).mockResolvedValue({
    errors: [],
    index: { addDirectory: () => Promise.resolve({ errors: ['no such folder'], page_count: 0 }) },
  } as unknown as Awaited<ReturnType<typeof createIndex>>);
  await expect(indexText('site')).rejects.toThrow('Pagefind could not read the pages: no such folder');
  expect(close).toHaveBeenCalledOnce();
});
