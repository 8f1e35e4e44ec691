import { lstatSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/catalog/address.ts';
import {
  BROKEN_ID,
  EVIL_HOST,
  HOSTILE_IDS,
  NONSENSE_FIELDS,
  PROTOTYPE_NAMES,
} from '../fixtures/hostile-capture.ts';
import { ALL_PAGES, attributes, filesOf, fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { builtIds } from '../support/model-rows.ts';
import { readBuildReport, siteDir } from '../support/sites.ts';

const report = readBuildReport('hostile');

describe('the site of the hostile capture', () => {
  it('quarantines every row that can have no address, with a reason', () => {
    const withoutAddress = HOSTILE_IDS.filter((id) => id !== '' && addressOf(id).problem !== null);
    expect(withoutAddress.length).toBeGreaterThan(15);
    for (const id of withoutAddress) {
      expect(report.quarantined).toContainEqual(expect.objectContaining({ id: shownId(id), path: 'id' }));
    }
    expect(report.quarantined.every(({ problem }) => problem !== '')).toBe(true);
  });

  it('has a page of its own for every other row, whatever its id', () => {
    const ids = fromPages('hostile', 'models/**/*.html', (page) =>
      attributes(page, 'main[data-model-id]:not([data-retired], [data-not-asked-for])', 'data-model-id'),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids).toHaveLength(report.models);
    for (const id of HOSTILE_IDS.filter((id) => id !== '' && addressOf(id).problem === null)) {
      expect(ids).toContain(id);
    }
  });

  it('keeps the page of a model whose row cannot be read with its last known facts, and does not count it', () => {
    expect(report.quarantined).toContainEqual(expect.objectContaining({ id: BROKEN_ID }));
    const page = readPage('hostile', 'models/openai/gpt-4o-mini/index.html');
    expect(attributes(page, 'main[data-pagefind-body][data-not-asked-for]', 'data-model-id')).toEqual([
      BROKEN_ID,
    ]);
    expect(page.$('main').attr('data-retired')).toBeUndefined();
    expect(page.$('[data-part=notice]').text()).toContain('Its row in this capture could not be read.');
    expect(page.$('[data-part=about] .tag').text()).toBe('could not be read in this capture');
    expect(page.$('[data-part=facts]').text()).toContain('$0.15');
    const listed = ['models/index.html', 'authors/openai/index.html', 'retired/index.html'].flatMap((file) =>
      builtIds(readPage('hostile', file)),
    );
    expect(listed).not.toContain(BROKEN_ID);
    expect(listed).toContain('openai/gpt-4o');
    expect(readBuilt('hostile', 'changes/index.html')).not.toMatch(
      /Retired<\/b><div><a href="\/models\/openai\/gpt-4o-mini\/"/,
    );
  });

  it('writes only file names that every file system and host can hold', () => {
    const odd = filesOf('hostile').filter(
      (file) =>
        !lstatSync(`${siteDir('hostile')}/${file}`).isFile() ||
        file
          .split('/')
          .some(
            (part) =>
              !/^[\w.~-]{1,255}$/.test(part) || /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(part),
          ),
    );
    expect(odd).toEqual([]);
    const models = filesOf('hostile', 'models/**/*');
    expect(new Set(models.map((file) => file.toLowerCase())).size).toBe(models.length);
  });

  it('quarantines every row that is nested too deeply', () => {
    const problem = 'holds lists or objects within each other on more than 100 levels';
    expect(report.quarantined).toContainEqual({ id: 'hostile/deep', path: 'brand_new.a[0]', problem });
    expect(report.quarantined).toContainEqual({
      id: 'hostile/deep-price',
      path: 'pricing.new_key.a',
      problem,
    });
  });

  it('reports every dropped field in build.json and on the about page', () => {
    const about = readPage('hostile', 'about/index.html').$('main').text();
    const dropped = report.dropped.filter(({ id }) => id === 'hostile/nonsense');
    expect(dropped.map(({ path }) => path).sort()).toEqual(Object.keys(NONSENSE_FIELDS).sort());
    for (const { path, problem } of dropped) {
      expect(problem).toMatch(/^must be /);
      expect(about).toContain(`${path} of hostile/nonsense`);
    }
    expect(readPage('hostile', 'models/hostile/nonsense/index.html').$('h1').text()).toContain('nonsense');
  });

  it('shows names such as __proto__ as plain names', () => {
    const page = readPage('hostile', 'models/hostile/prototypes/index.html');
    const parameters = page
      .$('[data-part=parameters] li')
      .toArray()
      .map((term) => page.$(term).text().trim().split(' = ')[0]);
    expect(parameters).toEqual(expect.arrayContaining([...PROTOTYPE_NAMES, 'tools']));
    const text = page.$('main').text();
    for (const name of PROTOTYPE_NAMES) expect(text).toContain(name);
    const drawn = filesOf('hostile', ALL_PAGES).filter((file) =>
      readBuilt('hostile', file).includes('native code'),
    );
    expect(drawn).toEqual([]);
  });

  it('shows a knowledge cutoff as precise as it is, and keeps tildes in ranges', () => {
    expect(readPage('hostile', 'models/hostile/month/index.html').$('main').text()).toContain(
      'knowledge cutoff June 2024',
    );
    const files = filesOf('hostile', 'models/hostile/markdown-*/index.html').map((file) =>
      readPage('hostile', file).$('main').text(),
    );
    expect(files.join()).toContain('Sizes of 4~8B and 14~32B, top-p 0.9~0.95, struck');
  });

  it('writes no control characters, no half characters and no endless marks', () => {
    const odd = filesOf('hostile', '**/*.{html,xml,atom,opml,ics,txt}').flatMap((file) => {
      const found = UNFIT.exec(readBuilt('hostile', file));
      return found ? [`${file}: ${JSON.stringify(found[0])} at ${found.index}`] : [];
    });
    expect(odd).toEqual([]);
  });

  it('folds calendar lines at 75 octets', () => {
    const lines = readBuilt('hostile', 'feeds/retiring.ics').split('\r\n');
    expect(lines.length).toBeGreaterThan(100);
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
  });

  it.each([
    'changes/index.html',
    'changes/2026-08/index.html',
    'changes/models/openai/gpt-4o/index.html',
    'retiring/index.html',
    'feeds/changes.xml',
    'feeds/changes.json',
    'feeds/new.atom',
    'feeds/new-chat.xml',
    'feeds/retiring.ics',
    'feeds/models/openai/gpt-4o.xml',
  ])('shows the hostile texts in %s', (file) => {
    expect(readBuilt('hostile', file)).toContain('hostileRan');
  });

  it('loads nothing from another host', () => {
    const loads = fromPages('hostile', ALL_PAGES, (page) => [
      ...attributes(page, '[src]', 'src'),
      ...attributes(page, '[srcset]', 'srcset'),
      ...attributes(page, 'link[href], use[href], image[href]', 'href'),
      ...attributes(page, 'form[action]', 'action'),
    ]).filter((address) => address.includes(EVIL_HOST));
    expect(loads).toEqual([]);
  });
});

/**
 * Control characters except line ends and tabs, bidi marks, non-characters, lone surrogates, and five
 * combining marks on a letter.
 */
const UNFIT = /(?![\t\n\r])[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}\u202A-\u202E\u2066-\u2069]|\p{M}{5}/u;

/** As quarantine names it: cut short, and without what UTF-8 cannot hold. */
function shownId(id: string): string {
  return (id.length > 120 ? `${id.slice(0, 120)}…` : id).toWellFormed();
}
