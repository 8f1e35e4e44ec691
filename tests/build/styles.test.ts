import { beforeAll, describe, expect, it } from 'vitest';
import { classesIn, fileOutput } from '../../src/integrations/page-styles/tailwind.ts';
import { attributes, filesOf, fromPages, isRedirect, readBuilt } from '../support/built-site.ts';

/** The classes that have a style somewhere: utilities, and those of the sheets of all pages. */
let styled: ReadonlySet<string>;
beforeAll(async () => {
  styled = new Set([
    ...classesIn(await fileOutput('src/styles/utilities.css')),
    ...filesOf('plain', '_astro/*.css').flatMap((file) => [...classesOfSheet(`/${file}`)]),
  ]);
});

const sheets = new Map<string, ReadonlySet<string>>();
/** The classes that have rules in a style sheet of the site. */
function classesOfSheet(href: string): ReadonlySet<string> {
  const classes = sheets.get(href) ?? classesIn(readBuilt('plain', href.slice(1)));
  sheets.set(href, classes);
  return classes;
}

describe('the style sheets of the built pages', () => {
  it('are one for each page', () => {
    const counts = fromPages('plain', '**/*.html', (page) =>
      isRedirect(page)
        ? []
        : [{ file: page.file, sheets: attributes(page, 'link[rel=stylesheet]', 'href').length }],
    );
    expect(counts.length).toBeGreaterThan(1000);
    expect(counts.filter(({ sheets }) => sheets !== 1)).toEqual([]);
  });

  it('have every styled class that a page uses', () => {
    let used = 0;
    const lost = fromPages('plain', '**/*.html', (page) => {
      const [href] = attributes(page, 'link[rel=stylesheet]', 'href');
      if (href === undefined) return [];
      const classes = new Set(attributes(page, '[class]', 'class').flatMap((list) => list.split(/\s+/)));
      const named = [...classes].filter((name) => styled.has(name));
      used += named.length;
      return named.filter((name) => !classesOfSheet(href).has(name)).map((name) => `${page.file}: ${name}`);
    });
    expect(used).toBeGreaterThan(1000);
    expect(lost).toEqual([]);
  });
});
