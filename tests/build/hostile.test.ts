import { lstatSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { addressOf } from '../../src/catalog/address.ts';
import { BROKEN_ID, EVIL_HOST, HOSTILE_IDS } from '../fixtures/hostile-capture.ts';
import { ALL_PAGES, attributes, filesOf, fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { readBuildReport, siteDir } from '../support/sites.ts';

const report = readBuildReport('hostile');

describe('a capture that tries to break out', () => {
  it('has every row that can have no address in quarantine, with a reason', () => {
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

  it('keeps the page of a model whose row cannot be read, with what was last known, and counts it nowhere', () => {
    expect(report.quarantined).toContainEqual(expect.objectContaining({ id: BROKEN_ID }));
    const page = readPage('hostile', 'models/openai/gpt-4o-mini/index.html');
    expect(attributes(page, 'main[data-pagefind-body][data-not-asked-for]', 'data-model-id')).toEqual([
      BROKEN_ID,
    ]);
    expect(page.$('main').attr('data-retired')).toBeUndefined();
    expect(page.$('.notice').text()).toContain('Its row in this capture could not be read.');
    expect(page.$('.idline .tag').text()).toBe('not asked for in this capture');
    expect(page.$('.facts').text()).toContain('$0.15');
    const listed = ['models/index.html', 'authors/openai/index.html', 'retired/index.html'].flatMap((file) =>
      attributes(readPage('hostile', file), 'tr[data-model-id]', 'data-model-id'),
    );
    expect(listed).not.toContain(BROKEN_ID);
    expect(listed).toContain('openai/gpt-4o');
    expect(readBuilt('hostile', 'changes/index.html')).not.toMatch(/gpt-4o-mini<\/code>[^]{0,200}Gone/);
  });

  it('writes only names that every file system and host can hold', () => {
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
  ])('is in what changed: %s', (file) => {
    expect(readBuilt('hostile', file)).toContain('hostileRan');
  });

  it('loads nothing from elsewhere, and links there only as a link', () => {
    const loads = fromPages('hostile', ALL_PAGES, (page) => [
      ...attributes(page, '[src]', 'src'),
      ...attributes(page, '[srcset]', 'srcset'),
      ...attributes(page, 'link[href], use[href], image[href]', 'href'),
      ...attributes(page, 'form[action]', 'action'),
    ]).filter((address) => address.includes(EVIL_HOST));
    expect(loads).toEqual([]);
  });
});

/** As quarantine names it: cut short, and without what UTF-8 cannot hold. */
function shownId(id: string): string {
  return (id.length > 120 ? `${id.slice(0, 120)}…` : id).toWellFormed();
}
