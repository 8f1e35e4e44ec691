import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { attributes, filesOf, fromPages, type BuiltPage } from '../support/built-site.ts';
import { readBuildReport, siteDir, SITE_URL } from '../support/sites.ts';

const og = (page: BuiltPage, name: string): string =>
  attributes(page, `meta[property="og:${name}"]`, 'content').join();
const withPicture = fromPages('wide', '**/*.html', (page) => {
  const image = og(page, 'image');
  return image === '' ? [] : [{ page: page.file, image, alt: og(page, 'image:alt'), text: pricesOf(page) }];
});

/** Input and output prices of a model's page, as the picture should name them. */
function pricesOf({ $ }: BuiltPage): readonly string[] {
  const isRetired = $('main[data-retired]').length > 0;
  return ['Input', 'Output'].flatMap((label) => {
    const cells = $('[data-part=prices] tbody tr')
      .filter((_, row) => $(row).find('th').first().text().trim() === label)
      .find('[data-price-kind=amount]');
    return cells.length === 1
      ? [
          `${isRetired ? `Last ${label.toLowerCase()} price` : label}: ${withoutNoise(cells.text().trim())} per million tokens`,
        ]
      : [];
  });
}

/** Upstream's own arithmetic leaves noise behind the ninth decimal. */
function withoutNoise(price: string): string {
  return price.replace(/(\.\d{2}\d*?)0{7,}\d$/, '$1');
}

const listedOn = (page: string): boolean =>
  /^(?:authors|categories)\/.+\/index\.html$/.test(page) && !page.startsWith('authors/by/');

describe('the Open Graph pictures of a site', () => {
  it('are there for every model, author and category', () => {
    const pages = fromPages('wide', '**/*.html', ({ file, $ }) =>
      $('main[data-model-id]').length === 1 || listedOn(file) ? [file] : [],
    );
    expect(pages.length).toBeGreaterThan(900);
    const named = new Set(withPicture.map(({ page }) => page));
    expect(pages.filter((page) => !named.has(page))).toEqual([]);
  });

  it('are the files under /og/, and no other file is there', () => {
    const files = new Set(
      withPicture.map(({ image }) => image.replace(`${SITE_URL}/`, '')).filter((path) => path !== ''),
    );
    expect([...files].sort()).toEqual(filesOf('wide', 'og/**/*'));
    expect(readBuildReport('wide').pictures).toBe(files.size);
  });

  it('are PNG files of the size that the heads state', () => {
    const sizes = filesOf('wide', 'og/**/*').map((file) => {
      const png = readFileSync(join(siteDir('wide'), file));
      return [png.toString('latin1', 1, 4), png.readUInt32BE(16), png.readUInt32BE(20)].join(' ');
    });
    expect([...new Set(sizes)]).toEqual(['PNG 1200 630']);
    const stated = fromPages('wide', 'models/**/*.html', (page) => {
      const [width, height] = [og(page, 'image:width'), og(page, 'image:height')];
      return width === '' ? [] : [`${width} ${height}`];
    });
    expect([...new Set(stated)]).toEqual(['1200 630']);
  });

  it('say the prices of the page in their alternative texts, with every digit and the unit', () => {
    const priced = withPicture.filter(({ text }) => text.length > 0);
    expect(priced.length).toBeGreaterThan(250);
    const wrong = priced.flatMap(({ page, alt, text }) =>
      text.filter((price) => !alt.includes(price)).map((price) => `${page}: ${price}, not in: ${alt}`),
    );
    expect(wrong).toEqual([]);
  });

  it('are not there where they are off', () => {
    expect(filesOf('base-path', 'og/**/*')).toEqual([]);
    expect(
      fromPages('base-path', 'models/**/*.html', (page) => (og(page, 'image') === '' ? [] : [page.file])),
    ).toEqual([]);
    expect(readBuildReport('base-path').pictures).toBe(0);
  });
});
