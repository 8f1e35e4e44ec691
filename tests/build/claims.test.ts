import { describe, expect, it } from 'vitest';
import { sortText } from '../../src/catalog/compare.ts';
import {
  ALL_PAGES,
  attributes,
  fromPages,
  readBuilt,
  readPage,
  type BuiltPage,
} from '../support/built-site.ts';
import { modelRow } from '../support/model-rows.ts';

const COUNTED = '337 models, 72 variants, 12 aliases';

const text = ({ $ }: BuiltPage, selector: string): string => $(selector).text().replace(/\s+/g, ' ').trim();
const modelPage = (path: string, site: 'plain' | 'hostile' = 'plain') =>
  readPage(site, `models/${path}/index.html`);

describe('counts of models', () => {
  it.each([
    ['index.html', '[data-part=lead]'],
    ['models/index.html', '[data-part=head]'],
    ['about/index.html', '.prose'],
  ])('name models, variants and aliases in %s', (file, selector) => {
    expect(text(readPage('plain', file), selector)).toContain(COUNTED);
  });

  it('of an author are the same in the list of authors and on the author’s page', () => {
    const authors = readPage('plain', 'authors/index.html');
    expect(authors.$('[data-part=authors] tbody tr').length).toBeGreaterThan(20);
    const [models, folded] = ['59 models', '34 variants, 2 aliases'];
    expect(text(readPage('plain', 'authors/openai/index.html'), '[data-part=head]')).toContain(
      `${models}, ${folded}`,
    );
    const row = text(authors, '[data-part=authors] tr:has(a[href="/authors/openai/"])');
    expect(row).toContain(models);
    expect(row).toContain(folded);
  });
});

describe('the list of authors', () => {
  const table = (file: string) => {
    const { $ } = readPage('plain', file);
    const rows = $('[data-part=authors] tbody tr').toArray();
    return {
      heads: $('[data-part=authors] th[aria-sort]')
        .toArray()
        .map((head) => [$(head).text().trim(), $(head).attr('aria-sort')]),
      cells: (place: number) => rows.map((row) => $(row).children().eq(place).text().trim()),
    };
  };
  const isSorted = (values: readonly number[]): boolean =>
    values.every((value, place) => place === 0 || (values[place - 1] ?? 0) <= value);

  it('has the author of the most used model first, and says so in its head', () => {
    const { heads, cells } = table('authors/index.html');
    expect(heads).toEqual([['↑ Most used model', 'ascending']]);
    const ranks = cells(1).map((cell) =>
      Number(/rank ([\d,]+)/.exec(cell)?.[1]?.replace(',', '') ?? Infinity),
    );
    expect(ranks[0]).toBe(1);
    expect(isSorted(ranks)).toBe(true);
  });

  it('has a page by name, by number of models and by the day of the newest model', () => {
    const byCount = table('authors/by/models/index.html');
    expect(byCount.heads).toEqual([['↓ Models', 'descending']]);
    expect(isSorted(byCount.cells(2).map((cell) => -parseInt(cell, 10)))).toBe(true);
    const byDay = table('authors/by/newest/index.html');
    expect(byDay.heads).toEqual([['↓ Newest model', 'descending']]);
    expect(isSorted(byDay.cells(3).map((cell) => -Date.parse(cell.split('added ')[1] ?? '')))).toBe(true);
    const byName = table('authors/by/name/index.html');
    expect(byName.heads).toEqual([['↑ Author', 'ascending']]);
    const names = byName.cells(0);
    const keys = names.map(sortText);
    expect(keys).toEqual([...keys].sort());
    expect(new Set(names)).toEqual(new Set(table('authors/index.html').cells(0)));
  });
});

describe('the chart of prices by context', () => {
  it('joins the models that are cheapest at a prompt that fills the context, equal ones too, and says so', () => {
    const charts = readPage('plain', 'charts/index.html');
    expect(text(charts, '#frontier figcaption')).toMatch(
      /^\$ per million input tokens of a prompt that fills the context/,
    );
    const linked = attributes(charts, '#frontier tbody a', 'href');
    expect(linked).not.toContain('/models/qwen/qwen3.7-flash/');
    expect(linked).toHaveLength(6);
    const points = attributes(charts, '#frontier svg a', 'href');
    expect(points.length).toBe(Number(/of ([\d,]+) paid/.exec(text(charts, '#frontier figcaption'))?.[1]));
    expect(points).toEqual(expect.arrayContaining(linked));
    const { $ } = readPage('plain', 'charts/index.html');
    const rows = $('#frontier tbody tr')
      .toArray()
      .map((row) =>
        $(row)
          .find('th, td')
          .toArray()
          .map((cell) => $(cell).text().replace(/\s+/g, ' ').trim())
          .join(' '),
      );
    expect(rows).toEqual([
      '1 Ling-2.6-flash 262K $0.01',
      '2 Solar Pro 4 524K $0.03',
      '3 DeepSeek V4 Flash 0423 1.05M $0.0643',
      '4 DeepSeek V4 Flash 0731 1.31M $0.08',
      '5 Grok 4.20 2M $2.50',
      '6 Grok 4.20 Multi-Agent 2M $2.50',
    ]);
  });
});

describe('the sections “Same listed features for less”', () => {
  const sections = fromPages('plain', 'models/**/*.html', (page) =>
    page
      .$('h2')
      .toArray()
      .filter((h2) => page.$(h2).text() === 'Same listed features for less')
      .map((h2) => ({ file: page.file, words: page.$(h2).parent().text().replace(/\s+/g, ' ') })),
  );

  it('are on every page of a listed model, and say so where nothing is found or compared', () => {
    expect(sections.length).toBe(421);
    const isSaid = /\d% cheaper|None\. No other paid model|Not compared\. [A-Z]/;
    expect(sections.filter(({ words }) => !isSaid.test(words))).toEqual([]);
  });

  it('say that quality was not compared, give every saving in percent, and name the workload', () => {
    const withAny = sections.filter(({ words }) => words.includes('cheaper'));
    expect(withAny.length).toBeGreaterThan(300);
    const odd = withAny.filter(
      ({ words }) =>
        !words.includes('Quality was not compared.') ||
        !/\d% cheaper/.test(words) ||
        words.includes('×') ||
        !/Costs are for a typical (?:chat: 2K in, 400 out, 50% cached|month: 1K in, 0 out), 10,000 requests/.test(
          words,
        ),
    );
    expect(odd).toEqual([]);
  });

  it('name what is gained and lost with a cheaper model', () => {
    const page = readPage('plain', 'models/openai/gpt-5.6-luna/index.html');
    const near = page.$('[data-part=near] li').toArray();
    const mimo = page.$(near[1] ?? '');
    expect(
      mimo
        .find('a, b')
        .toArray()
        .map((part) => page.$(part).text().trim()),
    ).toEqual(['MiMo-V2.5', '64% cheaper']);
    expect(
      mimo
        .find('dd')
        .toArray()
        .map((part) => page.$(part).text().trim()),
    ).toEqual([
      'max output 131K, audio input, video input, log probabilities, open weights, 9 more parameters',
      'older (added April 2026), file input, web search, the parameters max_completion_tokens and reasoning_effort',
      '$2.55 a month',
    ]);
    expect(text(page, '[data-part=family]')).toMatch(/^GPT-5.6 SolA step up8.9 times as expensive/);
  });

  it('suggest no model that costs more for a long prompt', () => {
    const own = (path: string) =>
      sections.find(({ file }) => file === `models/${path}/index.html`)?.words ?? '';
    expect(own('poolside/laguna-xs-2.1')).toContain('Ling-3.0-flash');
    for (const path of ['poolside/laguna-xs-2.1', 'inclusionai/ring-2.6-1t']) {
      expect(own(path)).not.toContain('Qwen3.7 Flash');
    }
  });
});

describe('the page of a listed model', () => {
  it.each([
    ['z-ai/glm-5.2/batch', '44.9% more expensive than the base, input and output.'],
    ['moonshotai/kimi-k2.7-code/batch', 'input is 41.8% more expensive and output is 17.6% more expensive.'],
    ['minimax/minimax-m3/batch', 'The same price as the base, input and output.'],
    ['openai/gpt-5/batch', '50% cheaper than the base, input and output.'],
  ])('gives the real price factor of %s in its notice and its descriptions', (path, words) => {
    expect(text(modelPage(path), '[data-part=notice]')).toContain(words);
    expect(text(modelPage(path), '.prose')).toContain(words);
    const [description = ''] = attributes(modelPage(path), 'meta[name="description"]', 'content');
    expect(description.length).toBeLessThanOrEqual(155);
    expect(text(modelPage(path.replace('/batch', '')), 'aside')).toContain(words);
  });

  it('says nothing of the base price when the base of a batch row is not listed', () => {
    expect(text(modelPage('openai/gpt-5-codex/batch'), '[data-part=notice]')).not.toMatch(
      /price|cheaper|expensive/,
    );
  });

  it('names the peers of its percentiles', () => {
    expect(text(modelPage('openai/gpt-5'), '[data-part=facts] + p')).toBe(
      'Compared with the 309 listed text models that have a price, without variants. Prices are compared for short prompts. A longer bar is better.',
    );
    expect(text(modelPage('google/gemini-2.5-pro'), '[data-part=facts] + p')).toContain(
      'Prices are compared for prompts up to 200K.',
    );
    const facts = text(modelPage('openai/gpt-5.6-luna'), '[data-part=facts]');
    expect(facts).toContain('Cheaper than 85% of the 182 with a cached price');
    expect(facts).toContain('Longer than 61% of the 274 that state it');
  });

  it('are drawn as bars of the same share, and only beside words', () => {
    const bars = fromPages('plain', 'models/**/*.html', ({ $, file }) =>
      $('[data-part=facts] svg')
        .toArray()
        .map((svg) => ({
          file,
          length: $(svg).find('rect').attr('width') ?? '?',
          words: $(svg).parent().text().trim(),
        })),
    );
    expect(bars.length).toBeGreaterThan(1500);
    const odd = bars.filter(({ length, words }) => {
      const [, side, percent] = /^(Cheaper|Longer|Used more) than (\d+)%/.exec(words) ?? [];
      if (side === undefined)
        return !/^(More expensive|Shorter|Used less) than|^None|^Among|^About|^The same/.test(words);
      return Math.abs(Number.parseInt(length, 10) - Number(percent)) > 1;
    });
    expect(odd).toEqual([]);
  });

  it('are the same for a model and its alias', () => {
    const claims = (path: string) =>
      text(modelPage(path), '[data-part=facts]').match(
        /\d[\d.]*\S* \/ M tokens\s*(?:Cheaper|More expensive) than \d+%/g,
      );
    expect(claims('anthropic/claude-opus-5')).toHaveLength(3);
    expect(claims('~anthropic/claude-opus-latest')).toEqual(claims('anthropic/claude-opus-5'));
  });

  it('say nothing of a price that is no amount, and nothing of a model that is not listed', () => {
    const free = modelPage('nvidia/nemotron-3-ultra-550b-a55b/free');
    expect(text(free, '[data-part=facts]')).toMatch(/^Input ?free/);
    expect(text(free, '[data-part=facts]')).not.toMatch(/heap|expensive/);
    expect(text(modelPage('openrouter/auto'), '[data-part=facts]')).not.toMatch(/heap|expensive/);
    const retired = modelPage('anthropic/claude-3-opus');
    expect(retired.$('[data-part=facts] svg')).toHaveLength(0);
    expect(text(retired, '[data-part=facts]')).not.toMatch(/than \d/);
  });

  it('says that a max output above the context is cut by the context', () => {
    expect(text(modelPage('sao10k/l3-lunaris-8b'), '[data-part=facts]')).toContain(
      'cut by the context of 8.2K',
    );
    expect(text(modelPage('odd/cut', 'hostile'), '[data-part=facts]')).toContain(
      'cut by the context of 100K',
    );
    expect(text(modelPage('odd/cut', 'hostile'), '[data-part=details]')).toContain(
      'cut by the context of 100,000 tokens',
    );
    const cell = readPage('hostile', 'models/index.html')
      .$(`${modelRow('odd/cut')} td`)
      .eq(7);
    expect(cell.attr('title')).toBe('Cut by the context of 100K');
  });

  it('names no modality when upstream names none', () => {
    const page = modelPage('odd/bare', 'hostile');
    expect(text(page, '[data-part=facts]')).not.toMatch(/\btext\b/);
    expect(text(page, '.prose')).toBe(
      'A model by Hostile. It reads 100K tokens and writes up to 1K, and calls tools.Made from the facts on this page.',
    );
  });
});

describe('the record of a model’s price', () => {
  const record = (path: string) => text(modelPage(path), '[data-part=price-record]');

  it.each([
    [
      'openai/gpt-5.6-luna',
      '3 price changes in the last 30 days, 3 since Jul 10, 2026. Input between $0.10 and $1.00, output between $0.60 and $6.00.',
    ],
    [
      'openai/gpt-5',
      'No price change in the last 30 days, 2 in the last 365 days. Input between $0.625 and $1.25, output between $5.00 and $10.00 since Aug 8, 2025.',
    ],
    // Cached input got a price of its own.
    ['anthropic/claude-3-opus', 'No change of the input and output price from Sep 21, 2024 to Jan 5, 2026.'],
    ['google/gemini-2.5-pro', 'No change of the input and output price since Jun 18, 2025.'],
  ])('counts the changes of %s', (path, words) => {
    expect(record(path)).toBe(words);
  });

  it('is left out for an alias and a router, whose prices are those of other models', () => {
    expect(record('~anthropic/claude-opus-latest')).toBe('');
    expect(record('openrouter/auto')).toBe('');
  });
});

it('a stand-in order shows no movement and no best category', () => {
  const page = modelPage('openai/gpt-5.6-luna');
  expect(text(page, '[data-part=ranks] thead')).toBe('InRankOf');
  expect(text(page, '[data-part=facts]')).toContain('of 386 ranked');
  expect(text(page, '[data-part=facts]')).not.toMatch(/since|Technology/i);
});

describe('a removal date on the site', () => {
  it('is reported as passed, with the day up to which the model is still listed', () => {
    const words = 'Scheduled removal on Aug 1, 2026 has passed; still listed as of Aug 22, 2026.';
    expect(text(modelPage('odd/late', 'hostile'), '[data-part=notice]')).toContain(words);
    expect(text(modelPage('odd/late', 'hostile'), '[data-part=notice]')).not.toMatch(/leaves|ago,/i);
    const retiring = readPage('hostile', 'retiring/index.html');
    const last = attributes(retiring, 'table[data-models]', 'class').length;
    expect(last).toBe(2);
    const passed = retiring.$('table[data-models]').last();
    expect(
      passed
        .find('tbody th code')
        .toArray()
        .map((code) => retiring.$(code).text()),
    ).toEqual(['odd/late']);
    expect(passed.text()).toContain('passed 21 days ago');
    expect(readBuilt('hostile', 'models/index.html')).toContain('was due Aug 1, 2026');
  });

  it('comes with a possible replacement and what would be lost, when it is still to come', () => {
    const notice = text(modelPage('z-ai/glm-4.5'), '[data-part=notice]');
    expect(notice).toMatch(/^Scheduled removal on Dec 31, 2026\. That is in 4 months\./);
    expect(notice).toMatch(
      /Possible replacement: GLM 5\.3\. Newer model by the same author.*more expensive.*always thinks/,
    );
    const row = text(readPage('plain', 'retiring/index.html'), modelRow('z-ai/glm-4.5'));
    const [, words = '?'] = /(Newer model by.*)$/.exec(row) ?? [];
    expect(notice).toContain(words);
  });
});

describe('new models on the site', () => {
  it('are tagged as a new variant when the model is older, with the day it was first seen', () => {
    const { $ } = readPage('plain', 'models/index.html');
    const tagOf = (id: string) => $(`${modelRow(id)} th .tag`).first();
    expect(tagOf('openai/gpt-3.5-turbo:batch').text()).toBe('new variant');
    expect(tagOf('openai/gpt-3.5-turbo:batch').attr('title')).toBe('first seen Aug 7, 2026');
    expect(tagOf('z-ai/glm-5.3').text()).toBe('new');
    expect(tagOf('~z-ai/glm-latest').text()).toBe('new alias');
  });

  it('are no aliases on the home page, where new variants are counted separately', () => {
    const home = readPage('plain', 'index.html');
    const links = attributes(home, '[data-part=new] li a', 'href');
    expect(links).toHaveLength(5);
    expect(links.filter((href) => href.includes('~'))).toEqual([]);
    expect(text(home, '[data-part=news]')).toContain('65 new variants of listed models in these days.');
  });

  it('are no aliases in the list of authors', () => {
    expect(text(readPage('plain', 'authors/index.html'), '[data-part=authors]')).not.toMatch(/latest/i);
  });
});

describe('price changes on the home page', () => {
  it('cover the same days as the list, the most used models first, and show listed prices', () => {
    const home = readPage('plain', 'index.html');
    expect(text(home, '[data-part=news] h2')).toBe('What changed in the last 30 days');
    expect(text(home, '[data-part=window]')).toBe('Jul 23, 2026 to Aug 22, 2026. Most used models first.');
    const list = readPage('plain', 'models/index.html');
    expect(text(list, '[data-part=head]')).toContain('price changes, in the last 30 days');
    const order = attributes(list, 'tbody tr:not(.v) th a', 'href');
    for (const part of ['increases', 'decreases']) {
      const lines = home.$(`[data-part=${part}] li`).toArray();
      const paths = lines.map((li) => home.$(li).find('a').attr('href') ?? '');
      expect(lines).toHaveLength(5);
      expect(paths).toEqual(paths.toSorted((a, b) => order.indexOf(a) - order.indexOf(b)));
      const odd = lines.filter((li) => {
        const path = home.$(li).find('a').attr('href') ?? '';
        const row = list.$(`tbody tr:not(.v) th a[href="${path}"]`).parent();
        const [tag, words] = [home.$(li).find('.tag').text(), home.$(li).find('small').text()];
        const now = /in (?:\S+ → )?([\d.$]+|free) ·/.exec(words.replace(/\s+/g, ' '))?.[1] ?? '?';
        // A row of the list has one tag at most, and this one comes before a price change.
        const isNew = row.find('.tag').text().startsWith('new');
        const arrow = part === 'increases' ? /^↑|now paid/ : /^↓|now free/;
        return (
          !arrow.test(tag) ||
          !(isNew || row.text().includes(tag)) ||
          !readBuilt('plain', `${path.slice(1)}index.html`).includes(now)
        );
      });
      expect(odd.map((li) => home.$(li).text())).toEqual([]);
    }
  });
});

it('the chart of prices by author does not cut between authors with equally many models', () => {
  const { $ } = readPage('plain', 'charts/index.html');
  const models = $('#authors tbody tr')
    .toArray()
    .map((row) => Number($(row).find('td').last().text()));
  expect(models).toHaveLength(22);
  expect(text(readPage('plain', 'charts/index.html'), '#authors figcaption')).toContain(
    '22 authors with at least 4 paid models.',
  );
  expect(Math.min(...models)).toBe(4);
});

it('no page tells the reader what to use, or says “dearer” or “same or better”', () => {
  const odd = fromPages('plain', ALL_PAGES, (page) => {
    const words = page.$('main').text();
    return /use [^.]{1,60} instead|what to use instead|dearer|dearest|same or better|half the price/i.test(
      words,
    )
      ? [page.file]
      : [];
  });
  expect(odd).toEqual([]);
});
