import { expect, it } from 'vitest';
import { authorLabel } from '../../../src/catalog/names.ts';

const meta = { slug: 'meta', name: 'Meta' };
const llama = { slug: 'meta-llama', name: 'Meta' };
const google = { slug: 'google', name: 'Google' };

it('authorLabel adds the slug when another author has the same name', () => {
  const everyone = [meta, llama, google];
  expect(everyone.map((author) => authorLabel(author, everyone))).toEqual([
    'Meta (meta)',
    'Meta (meta-llama)',
    'Google',
  ]);
  expect(authorLabel(meta, [meta, google])).toBe('Meta');
});
