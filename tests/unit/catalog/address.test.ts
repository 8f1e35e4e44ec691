import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addressOf, authorPathOf, idAt, pathOf } from '../../../src/catalog/address.ts';

const UNCLEAN = 'has characters that show nothing or turn text around, or marks without end';

describe('addressOf', () => {
  it.each([
    ['openai/gpt-4.1', 'openai/gpt-4.1'],
    ['openai/gpt-oss-20b:free', 'openai/gpt-oss-20b/free'],
    ['~anthropic/claude-opus-latest', '~anthropic/claude-opus-latest'],
    ['~deepseek/deepseek-flash-latest', '~deepseek/deepseek-flash-latest'],
    ['~01-ai/yi-latest', '~01-ai/yi-latest'],
    ['deepcogito/cogito-v2-preview-llama-405b', 'deepcogito/cogito-v2-preview-llama-405b'],
    ['deepcogito/cogito-v2-preview-llama-405B', 'deepcogito/cogito-v2-preview-llama-405~42'],
    ['a/%2e%2e', 'a/~252e~252e'],
    ['a/b c', 'a/b~20c'],
    ['a/~b', 'a/~7eb'],
    ['a/b\\c', 'a/b~5cc'],
    ['a/b:c:d', 'a/b/c~3ad'],
    ['a/ｂ', 'a/~ef~bd~82'],
    ['a/😀', 'a/~f0~9f~98~80'],
  ])('gives %s the address %s, and reads it back', (id, path) => {
    expect(addressOf(id)).toEqual({ path, problem: null });
    expect(pathOf(id)).toBe(path);
    expect(idAt(path)).toBe(id);
  });

  it.each([
    ['a name that a machine twin has', 'a/b.json', 'a/b~2ejson'],
    ['a Markdown twin', 'a/b.md', 'a/b~2emd'],
    ['a feed', 'a/b.xml', 'a/b~2exml'],
    ['a badge', 'a/b.svg', 'a/b~2esvg'],
    ['a badge of a variant', 'a/b:free.svg', 'a/b/free~2esvg'],
    ['a shields file', 'a/b.shields', 'a/b~2eshields'],
    ['a shields file with its ending', 'a/b.shields.json', 'a/b.shields~2ejson'],
    ['the page of a folder', 'a/index.html', 'a/index~2ehtml'],
    ['the page of a folder, in a variant', 'a/b:index.html', 'a/b/index~2ehtml'],
    ['a file that servers hide', 'a/.htaccess', 'a/~2ehtaccess'],
    ['a last dot, which Windows drops', 'a/b.', 'a/b~2e'],
    ['a Windows device', 'con/aux', '~63on/~61ux'],
    ['a Windows device with an ending', 'a/nul.v1', 'a/~6eul.v1'],
    ['a Windows device by number', 'com1/lpt9:prn', '~63om1/~6cpt9/~70rn'],
    ['an alias of an author that reads as an escape', '~41b/x', '~7e41b/x'],
    ['an alias of an author that reads as an escaped device', '~63on/x', '~7e63on/x'],
  ])('escapes %s', (_, id, path) => {
    expect(addressOf(id).path).toBe(path);
    expect(idAt(path)).toBe(id);
  });

  const NOT_AN_ID = 'is not author/slug or author/slug:variant';
  it.each([
    ['', NOT_AN_ID],
    ['gpt-4', NOT_AN_ID],
    ['a//b', NOT_AN_ID],
    ['a/b/c', NOT_AN_ID],
    ['/b', NOT_AN_ID],
    ['a/', NOT_AN_ID],
    ['~/b', NOT_AN_ID],
    ['a/:free', NOT_AN_ID],
    ['a/b:', NOT_AN_ID],
    ['../../etc/passwd', NOT_AN_ID],
    ['../x', 'has the part "..", which would leave its folder'],
    ['a/..', 'has the part "..", which would leave its folder'],
    ['a/b:..', 'has the part "..", which would leave its folder'],
    ['./x', 'has the part ".", which would leave its folder'],
    ['by/price', 'has the author "by", whose address holds the sorted lists'],
    ['~by/latest', 'has the author "by", whose address holds the sorted lists'],
    ['a:b/c', 'has a colon in its author'],
    ['a/b\u0000c', 'has a control character'],
    ['a/b\nc', 'has a control character'],
    ['a/b\u007F', 'has a control character'],
    ['a/\uD800', 'has half a character (a lone surrogate)'],
    ['a/\u202Etpg', UNCLEAN],
    ['a\u200B/b', UNCLEAN],
    ['a/b:\u2066c', UNCLEAN],
    ['a/\uFEFFb', UNCLEAN],
    ['a/b\uFFFE', UNCLEAN],
    [`a/b${'\u0301'.repeat(5)}`, UNCLEAN],
    [`a/${'x'.repeat(201)}`, 'has a part that takes more than 200 characters in an address'],
    [`a/${'ｘ'.repeat(23)}`, 'has a part that takes more than 200 characters in an address'],
    [`${'x'.repeat(300)}/b`, 'has a part that takes more than 200 characters in an address'],
  ])('refuses %j with the reason', (id, problem) => {
    expect(addressOf(id)).toEqual({ path: null, problem });
    expect(() => pathOf(id)).toThrow(problem);
  });

  // Parts that are likely to collide: escapes, hex digits, tildes, dots, device names and file extensions.
  const part = fc
    .array(
      fc.oneof(
        fc.constantFrom('~', '~7e', '~41', '41', '7e', '2e', 'de', '.', '..', '-', '_', ':', '%', ' ', '/'),
        fc.constantFrom(
          'con',
          'nul',
          'com1',
          '.json',
          '.md',
          '.svg',
          '.shields',
          'index.html',
          'by',
          'A',
          'a',
          'ａ',
          'Þ',
          '\u07B0',
        ),
        fc.string({ unit: 'binary', maxLength: 3 }),
      ),
      { maxLength: 5 },
    )
    .map((pieces) => pieces.join(''));
  const id = fc
    .tuple(fc.constantFrom('', '~'), part, part, fc.option(part, { nil: null }))
    .map(
      ([tilde, author, slug, variant]) => `${tilde}${author}/${slug}${variant === null ? '' : `:${variant}`}`,
    );

  it('gives every valid id an address that leads back to that id only', () => {
    fc.assert(
      fc.property(id, (anId) => {
        const { path } = addressOf(anId);
        fc.pre(path !== null);
        expect(idAt(path)).toBe(anId);
      }),
      { numRuns: 5000 },
    );
  });

  it('makes only parts that every file system can hold and that meet no other file', () => {
    fc.assert(
      fc.property(id, (anId) => {
        const { path } = addressOf(anId);
        fc.pre(path !== null);
        const parts = path.split('/');
        expect(parts.length === 2 || parts.length === 3).toBe(true);
        expect(parts[0]).not.toBe('by');
        for (const name of parts) {
          expect(name).toMatch(/^[a-z0-9._~-]{1,200}$/);
          expect(name).not.toMatch(/^\.|\.$|\.(?:json|md|xml|atom|html|svg|shields)$/);
          expect(name).not.toMatch(/^(?:con|prn|aux|nul|com[0-9]|lpt[0-9])(?:\.|$)/);
        }
      }),
      { numRuns: 5000 },
    );
  });

  it('gives two ids no file in common, twins included', () => {
    const filesOf = (path: string): readonly string[] =>
      ['', '/index.html', '.json', '.md', '.svg', '.shields.json'].map((ending) => path + ending);
    fc.assert(
      fc.property(id, id, (one, other) => {
        const [a, b] = [addressOf(one).path, addressOf(other).path];
        fc.pre(one !== other);
        if (a === null || b === null) return;
        const files = new Set(filesOf(a));
        expect(filesOf(b).filter((file) => files.has(file))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
    expect(addressOf('a/b.shields').path).not.toBe(`${addressOf('a/b').path ?? ''}.shields`);
  });
});

describe('idAt', () => {
  it.each([
    '',
    'a',
    'a/b/c/d',
    'a/B',
    'a/~',
    'a/~4',
    'a/~4G',
    'a/~ff',
    'a/~61',
    'A/b',
    'by/price',
    'a/..',
    'a//c',
  ])('finds no id at %j', (path) => {
    expect(idAt(path)).toBeNull();
  });
});

describe('authorPathOf', () => {
  it('writes an author as in the addresses of its models', () => {
    expect(authorPathOf('z-ai')).toBe('z-ai');
    expect(authorPathOf('Con')).toBe('~43on');
    expect(authorPathOf('con')).toBe('~63on');
  });
});
