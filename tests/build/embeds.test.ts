import { describe, expect, it } from 'vitest';
import { pathOf } from '../../src/catalog/address.ts';
import { headlineOf } from '../../src/catalog/names.ts';
import { headerRules, headersFile, headersFor } from '../../src/integrations/headers.ts';
import { catalogSchema } from '../../src/outputs/api/list-schemas.ts';
import { modelRecordSchema } from '../../src/outputs/record/record.ts';
import { attributes, filesOf, fromPages, readBuilt, readPage, recordFilesOf } from '../support/built-site.ts';
import { basePathOf, SITE_URL, type SiteName } from '../support/sites.ts';

const recordsOf = (site: SiteName) =>
  recordFilesOf(site).map((file) => modelRecordSchema.parse(JSON.parse(readBuilt(site, file))));

const cardsOf = (site: SiteName) =>
  fromPages(site, 'embed/models/**/*.html', (page) => {
    const { $, path } = page;
    const values = $('dl > div')
      .toArray()
      .map((part) => [$(part).find('dt').text(), $(part).find('dd').text().trim()] as const);
    return [
      {
        path,
        id: $('[data-model-id]').attr('data-model-id') ?? '',
        name: $('h1').text().trim(),
        values: new Map(values),
        status: $('[data-part=status]').text(),
        remark: $('[data-part=remark]').text(),
        links: attributes(page, 'article a', 'href'),
        robots: attributes(page, 'meta[name=robots]', 'content').join(),
        scripts: $('script, img, form, input').length,
      },
    ];
  });

describe.each(['plain', 'hostile', 'base-path'] as const)('the cards of the site "%s"', (site) => {
  const byId = new Map(cardsOf(site).map((card) => [card.id, card]));
  const records = recordsOf(site);
  const base = basePathOf(site).replace(/\/$/, '');

  it('are one for each model with a page, with its name and a link to the page', () => {
    expect([...byId.keys()].toSorted()).toEqual(records.map(({ id }) => id).toSorted());
    const odd = records.filter((record) => {
      const { id } = record;
      const card = byId.get(id);
      return (
        card?.name !== headlineOf(record) ||
        card.path !== `${base}/embed/models/${pathOf(id)}/` ||
        card.links.join() !== `${base}/models/${pathOf(id)}/`
      );
    });
    expect(odd.map(({ id }) => id).slice(0, 10)).toEqual([]);
  });

  it('have the prices of the record, exact', () => {
    const odd = records.filter(({ id, prices }) => {
      const { values } = byId.get(id) ?? { values: new Map<string, string>() };
      const isBilledOtherwise = prices.input?.kind === 'none' && prices.output?.kind === 'none';
      return (['input', 'output'] as const).some((key) => {
        const price = prices[key];
        const text = values.get(key === 'input' ? 'Input' : 'Output');
        if (isBilledOtherwise) return text !== undefined && text !== 'Not billed';
        if (price?.kind !== 'amount') return text === undefined || text.startsWith('$');
        const shown = /^\$([\d.,]+) \/ M tokens$/.exec(text ?? '')?.[1]?.replaceAll(',', '');
        return Number(shown) !== Number(price.usd);
      });
    });
    expect(odd.map(({ id }) => id).slice(0, 10)).toEqual([]);
  });

  it('say what is retiring or retired, and that its prices are the last known ones', () => {
    const odd = records.filter(({ id, status }) => {
      const { status: shown = '', remark = '' } = byId.get(id) ?? {};
      const isPast = status.kind === 'retired' || status.kind === 'not-asked-for';
      return (shown === '') !== (status.kind === 'listed') || remark.includes('Last known') !== isPast;
    });
    expect(odd.map(({ id }) => id).slice(0, 10)).toEqual([]);
  });

  it('run nothing, load no picture, and ask search engines to leave them out', () => {
    const odd = [...byId.values()].filter(({ scripts, robots }) => scripts > 0 || robots !== 'noindex');
    expect(odd.map(({ id }) => id).slice(0, 10)).toEqual([]);
  });
});

describe('/embed/table/', () => {
  it('has the twenty most used models that give text, with their prices', () => {
    const page = readPage('plain', 'embed/table/index.html');
    const { models } = catalogSchema.parse(JSON.parse(readBuilt('plain', 'api/v1/catalog.json')));
    const expected = models
      .filter(({ variant, is_alias: isAlias }) => variant === null && !isAlias)
      .filter(({ output_modalities: outputs }) => outputs.includes('text'))
      .slice(0, 20);
    const rows = page
      .$('table[data-models] tbody tr')
      .toArray()
      .map((row) => [
        page.$(row).attr('data-model-id'),
        ...page
          .$(row)
          .find('td[data-price-kind]')
          .toArray()
          .map((cell) => page.$(cell).text()),
      ]);
    expect(rows.map(([id]) => id)).toEqual(expected.map(({ id }) => id));
    for (const [place, { id, prices, tiers }] of expected.entries()) {
      const hasOtherPrices = tiers.some((tier) => tier.prices.input ?? tier.prices.output);
      expect(page.$(`[data-model-id="${id}"] small`).text().includes('other prices')).toBe(hasOtherPrices);
      for (const [column, price] of [prices.input, prices.output].entries()) {
        const text = rows[place]?.[column + 1] ?? '';
        if (price?.kind !== 'amount') expect(text).not.toContain('$');
        else expect(Number(text.slice(1)) / Number(price.usd)).toBeCloseTo(1, 2);
      }
    }
    expect(page.$('script').length).toBe(0);
  });
});

describe('/embed/', () => {
  const page = readPage('plain', 'embed/index.html');

  it('has code whose addresses are files of the site', () => {
    const codes = page
      .$('pre code')
      .toArray()
      .map((code) => page.$(code).text());
    expect(codes).toHaveLength(5);
    const addresses = codes.flatMap((code) => {
      const byShields = /https:\/\/img\.shields\.io[^)]+/.exec(code)?.[0];
      const found = byShields === undefined ? code : (new URL(byShields).searchParams.get('url') ?? '');
      return [...(found.match(/https:\/\/catalog\.example[^\s"')]+/g) ?? [])];
    });
    expect(addresses).toHaveLength(7);
    const missing = addresses.filter((address) => {
      const file = address.replace(`${SITE_URL}/`, '').replace(/\/$/, '/index.html');
      return filesOf('plain', file).length !== 1;
    });
    expect(missing).toEqual([]);
  });

  it('shows a badge that is listed, one that is retiring and one that is retired', () => {
    expect(
      attributes(page, 'dd img', 'alt').map((alt) => alt.replace(/^.*: /, '').replace(/\d[\d.]*/g, 'N')),
    ).toEqual([
      '$N in, $N out / M tokens',
      expect.stringMatching(/^retiring/),
      expect.stringMatching(/^retired/),
    ]);
  });
});

describe.each(['plain', 'base-path'] as const)('the headers of the site "%s"', (site) => {
  const rules = headerRules(basePathOf(site));

  it('allow frames on other sites for cards and the table, and for no other page', () => {
    const base = basePathOf(site).replace(/\/$/, '');
    const paths = filesOf(site, '**/*.html').map(
      (file) => `${base}/${file.replace(/(^|\/)index\.html$/, '$1')}`,
    );
    const isForFrames = (path: string): boolean =>
      path.startsWith(`${base}/embed/models/`) || path === `${base}/embed/table/`;
    const odd = paths.filter((path) => {
      const policy = headersFor(rules, path)['Content-Security-Policy'];
      return policy !== (isForFrames(path) ? undefined : "frame-ancestors 'none'");
    });
    expect(paths.length).toBeGreaterThan(3000);
    expect(odd).toEqual([]);
  });

  it('are those of the file that hosts read', () => {
    expect(readBuilt(site, '_headers')).toBe(headersFile(rules));
  });
});
