import type { CheerioAPI } from 'cheerio';

/** Ids, code and descriptions of upstream are no sentences of ours. */
const NOT_OURS = 'script, style, code, pre, template, [data-description]';
/** Links whose words are a name: of a model, an author or a line of models. */
const NAMED_PATH = /\/(?:models|authors|families)\/[^/?#]/;
const NAMES = 'code, option, main h1, nav[aria-label=Breadcrumb]';
const BLOCKS =
  'p, li, dt, dd, h1, h2, h3, caption, figcaption, summary, legend, label, button, option, td, th, title, desc, aside';
const ATTRIBUTES = ['title', 'aria-label', 'placeholder', 'alt'];
/** Parts of a block that stand apart from the text before them. */
const APART = 'a, br, small, b, span, button, option, label, dd, dt, li, i';

/** The texts of a built page, a block each; attributes that readers meet, and its description, too. */
export function textsOf($: CheerioAPI): readonly string[] {
  const attributes = ATTRIBUTES.flatMap((name) =>
    $(`[${name}]`)
      // In cells they are the exact figures or names.
      .not('table[data-models] td, table[data-models] td *')
      .toArray()
      .map((part) => $(part).attr(name) ?? ''),
  );
  const description = $('meta[name=description]').attr('content') ?? '';
  const body = $('body').clone();
  body.find(NOT_OURS).replaceWith(' ');
  body.find(APART).before(' ').after(' ');
  body.find('a + a, option, li').before('|');
  const blocks = body
    .find(BLOCKS)
    .toArray()
    .filter((block) => $(block).find(BLOCKS).length === 0)
    .map((block) => $(block).text());
  return [...attributes, description, $('head title').text(), ...blocks]
    .map((text) => text.replace(/\s+/gu, ' ').trim())
    .filter((text) => text !== '');
}

/** The names on a page, of models, authors and lines of models, and what is in code. */
export function namesOf($: CheerioAPI): readonly string[] {
  const links = $('a[href]')
    .toArray()
    .filter((link) => NAMED_PATH.test($(link).attr('href') ?? ''));
  return [...links, ...$(NAMES).toArray()].map((part) => $(part).text());
}
