import { describe, expect, it } from 'vitest';
import { attributes, filesOf, fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { builtIds, MODEL_ROWS, modelRow } from '../support/model-rows.ts';
import { readBuildReport } from '../support/sites.ts';
import { decodeRows, type NamesFile } from '../../src/search/index/name-index.ts';

const modelPage = (path: string) => readPage('plain', `models/${path}/index.html`);
const text = (page: ReturnType<typeof modelPage>, selector: string): string =>
  page.$(selector).text().replace(/\s+/g, ' ').trim();

describe('the history of the frozen capture', () => {
  it('is counted in build.json', () => {
    expect(readBuildReport('plain')).toMatchObject({ retired: 556, events: 12_630 });
  });

  it('gives every retired model a page, and lists none of them among the models', () => {
    const retired = fromPages('plain', 'models/**/*.html', (page) =>
      attributes(page, 'main[data-retired]', 'data-model-id'),
    );
    expect(retired).toHaveLength(556);
    const listed = builtIds(readPage('plain', 'models/index.html'));
    expect(retired.filter((id) => listed.includes(id))).toEqual([]);
    const rows = builtIds(readPage('plain', 'retired/index.html'));
    expect(rows.toSorted()).toEqual(retired.toSorted());
  });

  it('puts retired models into search with their removal date, replacement and former names', () => {
    const { total, rows, table } = JSON.parse(readBuilt('plain', 'search/names.json')) as NamesFile;
    expect(total).toBe(421 + 556);
    const entries = rows === null ? [] : decodeRows(rows, table);
    expect(entries.filter(({ retired }) => retired !== null)).toHaveLength(556);
    const entryOf = (id: string) => entries.find((entry) => entry.id === id);
    expect(entryOf('deepseek/deepseek-r1-distill-qwen-32b')).toMatchObject({
      retired: '2026-06-16',
      replacement: 'deepseek/deepseek-r1-0528',
    });
    expect(entryOf('deepseek/deepseek-r1')?.formerly).toContain('DeepSeek: DeepSeek R1');
  });

  it('shows on a retired page when the model was removed and what may replace it', () => {
    const page = modelPage('deepseek/deepseek-r1-distill-qwen-32b');
    expect(text(page, '[data-part=notice]')).toContain(
      'No longer listed on OpenRouter. It was removed on Jun 16, 2026',
    );
    expect(text(page, 'aside')).toMatch(/Possible replacement.*Newer model by the same author/);
    expect(page.$('aside a[href="/models/deepseek/deepseek-r1-0528/"]')).toHaveLength(1);
    expect(page.$('link[rel=canonical]').attr('href')).toMatch(
      /\/models\/deepseek\/deepseek-r1-distill-qwen-32b\/$/,
    );
  });

  it('says once on each retired page since when and until when it is in the records', () => {
    const times = fromPages('plain', 'models/**/*.html', ({ $ }) =>
      $('main[data-retired]').length === 0 ? [] : [$('main').text().split('In our records').length - 1],
    );
    expect(times.filter((count) => count !== 1)).toEqual([]);
    expect(times).toHaveLength(556);
  });

  it('links the page of an old id to the new one', () => {
    const page = modelPage('anthropic/claude-3-5-haiku');
    expect(text(page, '[data-part=notice]')).toMatch(/^Renamed on Nov 23, 2024/);
    expect(page.$('[data-part=notice] a').attr('href')).toBe('/models/anthropic/claude-3.5-haiku/');
  });

  it('draws the price of every model that was ever paid, with an accessible name and description', () => {
    const charts = fromPages('plain', 'models/**/*.html', ({ $, file }) =>
      $('[data-part=history] [data-part=plot]')
        .toArray()
        .map((svg) => ({
          file,
          named: ($(svg).attr('aria-labelledby') ?? '').split(' ').map((id) => $(`#${id}`).text()),
        })),
    );
    expect(charts.length).toBeGreaterThan(700);
    expect(charts.filter(({ named }) => named.length !== 2 || named.includes(''))).toEqual([]);
  });

  it('says beside price tags that a price which was soon restored counts as unchanged', () => {
    for (const file of ['models/index.html', 'index.html']) {
      expect(readPage('plain', file).$('main').text(), file).toContain(
        'A price that was back within three days counts as unchanged.',
      );
    }
  });

  it('shows a price that changed during a long absence without a date and a percent', () => {
    const page = modelPage('mistralai/ministral-8b');
    expect(text(page, '[data-part=history]')).toContain('Its price changed only while it was not listed.');
    const cells = page.$('[data-part=moves] tbody :is(th, td)').toArray();
    expect(cells.map((cell) => page.$(cell).text().replace(/\s+/g, ' ').trim())).toEqual([
      'Changed while unlisted, Feb 11, 2026 to Aug 21, 2026',
      '$0.10 → $0.11',
      '$0.10 → $0.11',
      '',
    ]);
    const all = readPage('plain', 'changes/models/mistralai/ministral-8b/index.html');
    expect(text(all, '.changes')).toContain('Changed while unlisted Input $0.10 → $0.11');
    const tags = readPage('plain', 'models/index.html').$(`${modelRow('mistralai/ministral-8b')} .tag`);
    expect(tags.text()).toBe('');
  });

  it('shows the last eight price changes and links to all changes', () => {
    const page = modelPage('meta-llama/llama-3.3-70b-instruct');
    expect(page.$('[data-part=moves] tbody tr')).toHaveLength(8);
    expect(text(page, '[data-part=moves] caption')).toMatch(
      /^The last 8 of 26 price changes, \$ per million tokens$/,
    );
    const all = readPage('plain', 'changes/models/meta-llama/llama-3.3-70b-instruct/index.html');
    expect(page.$('[data-part=history] > p:last-child a').attr('href')).toBe(all.path);
    expect(all.$('[data-topic=price]').length).toBeGreaterThan(26);
  });
});

describe('the pages of changes', () => {
  it('exist for each month back to the first', () => {
    const months = filesOf('plain', 'changes/*/index.html').filter((file) => /\d{4}-\d\d/.test(file));
    expect(months).toHaveLength(24);
    expect(months[0]).toBe('changes/2024-09/index.html');
    expect(months.at(-1)).toBe('changes/2026-08/index.html');
  });

  it('show old price, new price and percent, and link to the model', () => {
    const page = readPage('plain', 'changes/index.html');
    const item = page
      .$('.alike li')
      .filter((_, li) => page.$(li).find('a').attr('href') === '/models/deepseek/deepseek-chat-v3.1/')
      .first();
    expect(item.children('b').text().replace(/\s+/g, ' ')).toBe('↑ 94%');
    const prices = item.find('p').toArray();
    expect(prices.slice(0, 2).map((price) => page.$(price).text())).toEqual([
      'Input $0.25 → $0.55',
      'Output $0.95 → $1.65',
    ]);
  });

  it('show at most 30 days on the first page', () => {
    const page = readPage('plain', 'changes/index.html');
    const days = attributes(page, '[data-part=day] h2', 'id');
    expect(days[0]).toBe('d2026-08-22');
    expect(days.at(-1)).toBe('d2026-07-24');
    expect(days).toEqual(days.toSorted().reverse());
  });

  it('lead from each month to the one before and the one after', () => {
    const links = (month: string) =>
      attributes(readPage('plain', `changes/${month}/index.html`), '[data-part=month-nav] a', 'href');
    expect(links('2026-07')).toEqual(['/changes/2026-06/', '/changes/2026-08/', '/changes/', '#months']);
    expect(links('2024-09')).toEqual(['/changes/2024-10/', '/changes/', '#months']);
    expect(links('2026-08')).toEqual(['/changes/2026-07/', '/changes/', '#months']);
  });

  it('hold every change of an author over all time', () => {
    const page = readPage('plain', 'changes/authors/anthropic/index.html');
    expect(text(page, '[data-part=head]')).toMatch(/\d+ changes to \d+ models since Sep 21, 2024/);
    const counted = /(\d+) changes to (\d+) models/.exec(text(page, '[data-part=head]')) ?? [];
    expect(counted[1]).toBe(String(page.$('.alike li > div:first-of-type > :is(a, b)').length));
    expect(counted[2]).toBe(page.$('[data-figure=models]').text());
    const line = page
      .$('.alike li')
      .filter((_, li) => page.$(li).find('a').attr('href') === '/models/anthropic/claude-3.5-sonnet/')
      .filter((_, li) => page.$(li).is('[data-p="100"]'));
    expect(line.text()).toContain('Input $3.00 → $6.00');
    expect(line.find('time').text()).toBe('Dec 2, 2025');
    expect(page.$('[data-a]')).toHaveLength(0);
    expect(attributes(readPage('plain', 'authors/anthropic/index.html'), 'a', 'href')).toContain(page.path);
  });

  it('list models with a removal date, and say that most removals are never announced', () => {
    const page = readPage('plain', 'retiring/index.html');
    expect(page.$(MODEL_ROWS).length).toBe(8);
    expect(text(page, '[data-part=head]')).toMatch(
      /Most removals are never announced: of 234 removals .* 77 had been announced/,
    );
  });
});

it('every chart has a title, a description and its data in a table', () => {
  const { $ } = readPage('plain', 'charts/index.html');
  const figures = $('[data-part=chart]').toArray();
  expect(figures.map(({ attribs }) => attribs.id)).toEqual([
    'frontier',
    'input',
    'output',
    'listed',
    'flow',
    'context',
    'authors',
  ]);
  for (const figure of figures) {
    expect($(figure).find('svg > title').text()).not.toBe('');
    expect($(figure).find('svg > desc').text()).not.toBe('');
    expect($(figure).find('details tbody tr').length).toBeGreaterThan(3);
  }
});

describe('the pages of lines of models', () => {
  it('are linked from every model of the line and from its author', () => {
    const families = filesOf('plain', 'families/**/index.html');
    expect(families.length).toBeGreaterThan(80);
    const page = readPage('plain', 'families/anthropic/claude-sonnet/index.html');
    const ids = attributes(page, '[data-part=family] tbody tr', 'data-model-id');
    expect(ids[0]).toBe('anthropic/claude-sonnet-5');
    expect(ids).toContain('anthropic/claude-3.5-sonnet');
    for (const id of [...ids, 'anthropic/claude-sonnet-4.5:batch']) {
      const path = id.replace(':', '/');
      expect(attributes(modelPage(path), '[data-part=history] a', 'href'), id).toContain(page.path);
    }
    expect(attributes(readPage('plain', 'authors/anthropic/index.html'), 'a', 'href')).toContain(page.path);
  });

  it('give every price behind their lines with all digits', () => {
    const page = readPage('plain', 'families/deepseek/deepseek-flash/index.html');
    expect(text(page, '[data-part=family-prices]')).toContain('$0.06426');
    expect(page.$('[data-part=plot]')).toHaveLength(2);
  });
});
