import { expect, it } from 'vitest';
import { labelAuthors } from '../../../src/catalog/names.ts';

const meta = { slug: 'meta', name: 'Meta' };
const llama = { slug: 'meta-llama', name: 'Meta' };
const google = { slug: 'google', name: 'Google' };

it('labelAuthors adds the slug when another author has the same name', () => {
  expect([...labelAuthors([meta, llama, google]).values()]).toEqual([
    'Meta (meta)',
    'Meta (meta-llama)',
    'Google',
  ]);
  expect(labelAuthors([meta, google]).get('meta')).toBe('Meta');
});
