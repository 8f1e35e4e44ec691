import { expect, it } from 'vitest';
import { fromPages } from '../support/built-site.ts';

/** A letter or the end of a clause with a link or a stressed word right behind it: a space went when the page was printed. */
const GLUED = /[a-z.,;:)]<(?:a|strong|em)\b[^>]*>\w/gi;

it('no word of a page is glued to the link or the stressed word after it', () => {
  const found = fromPages(
    'plain',
    '{*.html,{about,changes,feeds,models,retired,retiring}/index.html}',
    ({ path, $ }) => ($('main').html()?.match(GLUED) ?? []).map((text) => `${path}: ${text}`),
  );
  expect(found).toEqual([]);
});
