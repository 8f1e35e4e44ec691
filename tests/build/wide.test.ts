import { describe, expect, it } from 'vitest';
import { wideRows } from '../fixtures/wide-capture.ts';
import { attributes, fromPages, pagesOf, readPage } from '../support/built-site.ts';
import { MODEL_ROWS } from '../support/model-rows.ts';
import { amountsTooHigh, priceNumbers, priceTexts } from '../support/price-texts.ts';
import { readBuildReport, siteDir } from '../support/sites.ts';

/** The site of a capture with all outputs. */

const rows = wideRows();
const idsOf = (...outputs: readonly string[]): readonly string[] =>
  rows
    .filter(({ architecture }) => architecture?.output_modalities?.some((output) => outputs.includes(output)))
    .map(({ id }) => id);

const SOUND = idsOf('speech', 'transcription');
const BILLED_PER_TOKEN = [
  'google/gemini-3.1-flash-tts-preview',
  'openai/gpt-4o-mini-transcribe',
  'openai/gpt-4o-transcribe',
];
const FREE_SPEECH = 'fish-audio/s2.1-pro-free:free';

describe('the site of a capture with all outputs', () => {
  it('has a page for every row, whatever its output, and reports the unknown output', () => {
    const ids = fromPages('wide', 'models/**/*.html', (page) =>
      attributes(page, 'main[data-model-id]:not([data-retired])', 'data-model-id'),
    );
    expect(ids.toSorted()).toEqual(rows.map(({ id }) => id).sort());
    expect(readBuildReport('wide')).toMatchObject({
      models: rows.length,
      quarantined: [],
      unknown: ['architecture.output_modalities[] = "smell"'],
    });
  });

  it('prints no amount above $1,000 except monthly costs, in any file and for any unit', () => {
    const texts = [...priceTexts(siteDir('wide'))];
    for (const [ending, least] of [
      ['.html', 40_000],
      ['.xml', 5_000],
      ['.atom', 5_000],
      ['.json', 5_000],
    ] as const) {
      expect(texts.filter(({ file }) => file.endsWith(ending)).length, ending).toBeGreaterThan(least);
    }
    expect([...priceNumbers(siteDir('wide'))].length).toBeGreaterThan(1000);
    expect(amountsTooHigh(siteDir('wide'))).toEqual([]);
  });

  it.each([
    ['input', [FREE_SPEECH, ...BILLED_PER_TOKEN]],
    ['output', BILLED_PER_TOKEN],
    ['cached', []],
  ])(
    'sorts speech and transcription by a price only when it is billed per token, in the order by %s',
    (key, ids) => {
      const { $ } = readPage('wide', `models/by/${key}/index.html`);
      const column = $('table[data-models] thead th').index($('th[aria-sort]'));
      const cells = $(MODEL_ROWS)
        .toArray()
        .map((row) => ({
          id: $(row).find('th code').text(),
          text: $(row).children().eq(column).text().trim(),
        }));
      expect(cells.length).toBe(rows.length);
      const hasValue = ({ text }: { readonly text: string }): boolean => /^(?:\$|free$)/.test(text);
      const placed = cells.filter(hasValue).map(({ id }) => id);
      expect(placed.length).toBeGreaterThan(100);
      expect(placed.filter((id) => SOUND.includes(id)).sort()).toEqual(ids.toSorted());
      // Variants fold under their base, wherever that stands.
      const lastPlaced = cells.findLastIndex((cell) => hasValue(cell) && !cell.id.includes(':'));
      const others = cells.slice(0, lastPlaced).filter((cell) => SOUND.includes(cell.id) && !hasValue(cell));
      expect(others).toEqual([]);
    },
  );

  it('charts the prices of speech and transcription only when they are billed per token', () => {
    const drawn: string[] = [];
    for (const { $ } of pagesOf('wide', 'models/**/*.html')) {
      const id = $('main[data-model-id]').attr('data-model-id') ?? '';
      const hasAmounts = $('main svg')
        .toArray()
        .some((svg) => /\$\d/.test($(svg).text()));
      if (SOUND.includes(id) && hasAmounts) drawn.push(id);
    }
    expect(drawn.toSorted()).toEqual(BILLED_PER_TOKEN);
  });

  it('leaves speech and transcription with other prices out of the charts', () => {
    const others = SOUND.filter((id) => !BILLED_PER_TOKEN.includes(id));
    expect(others).toHaveLength(29);
    const { $ } = readPage('wide', 'charts/index.html');
    const drawn = $('main svg, main figure')
      .toArray()
      .map((part) => $(part).html() ?? '')
      .join(' ');
    expect(drawn.length).toBeGreaterThan(1000);
    expect(others.filter((id) => drawn.includes(`/models/${id.replace(':', '/')}/`))).toEqual([]);
  });
});
