import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { elementsPerRow, importSteps, median, siteFiles, weighPage } from '../../src/cli/bench/weights.ts';
import { fromPages, readBuilt, readPage } from '../support/built-site.ts';
import { builtIds } from '../support/model-rows.ts';
import { siteDir } from '../support/sites.ts';

const KB = 1000;

/** The complete weight of every page of a model that the selector finds. */
const weigh = (main: string) =>
  fromPages('plain', 'models/**/*.html', ({ $, file }) =>
    $(main).length === 1 ? [{ file, complete: weighPage(site, file).complete }] : [],
  );

const site = siteFiles(siteDir('plain'));

describe('the weight of pages before any interaction, gzipped', () => {
  it('is at most 10.4 kB and 60 bytes a row for /models/, in at most 8 files', () => {
    const rows = builtIds(readPage('plain', 'models/index.html')).length;
    expect(rows).toBeGreaterThan(400);
    const { html, complete, requests } = weighPage(site, 'models/index.html');
    expect(html).toBeLessThanOrEqual(6 * KB + 45 * rows);
    expect(complete).toBeLessThanOrEqual(10.4 * KB + 60 * rows);
    expect(requests).toBeLessThanOrEqual(8);
  });

  it('is at most 14.6 kB for the median page of a listed model, and 18 kB for the largest', () => {
    const weights = weigh('main[data-model-id]:not([data-retired])');
    expect(weights.length).toBe(421);
    expect(median(weights.map(({ complete }) => complete))).toBeLessThanOrEqual(14.6 * KB);
    expect(weights.filter(({ complete }) => complete > 18 * KB)).toEqual([]);
  });

  it.each([
    { page: 'compare/index.html', limit: 42 * KB, files: 15 },
    { page: 'my/index.html', limit: 34 * KB, files: 13 },
  ])('is at most $limit bytes in $files files for $page', ({ page, limit, files }) => {
    const { complete, requests } = weighPage(site, page);
    expect(complete).toBeLessThanOrEqual(limit);
    expect(requests).toBeLessThanOrEqual(files);
  });

  it('is at most 13.2 kB for the largest page of a retired model', () => {
    const weights = weigh('main[data-model-id][data-retired]');
    expect(weights.length).toBeGreaterThan(0);
    expect(weights.filter(({ complete }) => complete > 13.2 * KB)).toEqual([]);
  });
});

describe('the scripts that load on the first touch', () => {
  it.each([
    { what: 'a list', page: 'models/index.html', script: 'model-table', files: 17, steps: 2 },
    { what: 'the finder of the home page', page: 'index.html', script: 'find-models', files: 6, steps: 3 },
    { what: 'search', page: 'index.html', script: 'kit', files: 12, steps: 4 },
  ])('are at most $files files in $steps steps for $what', ({ page, script, files, steps }) => {
    const [name = ''] = readdirSync(join(site.dir, '_astro')).filter((file) => file.startsWith(`${script}.`));
    const loaded = importSteps(site, page, `/_astro/${name}`);
    expect(loaded.length).toBeLessThanOrEqual(steps);
    expect(loaded.flat().length).toBeLessThanOrEqual(files);
  });
});

it('the names that search loads first weigh at most 25.5 kB, gzipped', () => {
  expect(gzipSync(readBuilt('plain', 'search/names.json')).length).toBeLessThanOrEqual(25.5 * KB);
});

it('the models table uses at most 18 elements per row', () => {
  expect(elementsPerRow(readBuilt('plain', 'models/index.html'))).toBeLessThanOrEqual(18);
});
