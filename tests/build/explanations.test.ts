import { describe, expect, it } from 'vitest';
import { fromPages } from '../support/built-site.ts';

/** What a press and the arrow keys show in tables of models: `ui/models-table/client/cell-notes.ts`. */
const SHOWN_BY_TABLES = 'model-table :is(td, th, .tag), table[data-models] :is(td, th, .tag)';

describe('explanations', () => {
  it('are never only in a title, which neither touch nor keyboards reach', () => {
    const odd = fromPages('plain', '**/*.html', ({ file, $ }) =>
      $('body [title]')
        // The title of a frame is its name.
        .not(`iframe, ${SHOWN_BY_TABLES}`)
        .toArray()
        .map((element) => `${file}: ${$(element).attr('title') ?? ''}`),
    );
    expect(odd).toEqual([]);
  });
});

describe('the buttons that copy', () => {
  const buttons = fromPages('plain', '**/*.html', ({ file, $ }) =>
    $('copy-text button')
      .toArray()
      .map((button) => ({
        file,
        visible: $(button).clone().find('.sr-only').remove().end().text().trim(),
        name: $(button).text().replace(/\s+/g, ' ').trim(),
      })),
  );

  it('say what they copy', () => {
    expect(buttons.length).toBeGreaterThan(1_000);
    expect(buttons.filter(({ visible }) => !/^Copy [\w ]{2,}$/.test(visible))).toEqual([]);
  });

  it('have names of their own on each page', () => {
    const names = buttons.map(({ file, name }) => `${file}: ${name}`);
    expect(names.filter((name, index) => names.indexOf(name) !== index)).toEqual([]);
  });
});
