import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

/** The only files that may write colors, font sizes and breakpoints down: the scale. */
const SCALE = ['src/styles/palette.ts', 'tailwind.config.cjs'];

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.(?:astro|css|ts)$/.test(name))
  .map((name) => `src/${name}`)
  .filter((file) => !SCALE.includes(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));
const ending = (...endings: string[]) =>
  sources.filter(({ file }) => endings.some((end) => file.endsWith(end)));

/** What of the files matches, as `file: match`. */
const found = (files: typeof sources, pattern: RegExp) =>
  files.flatMap(({ file, text }) => (text.match(pattern) ?? []).map((match) => `${file}: ${match}`));

describe('the scale of styles', () => {
  it('holds every color: no style and no component writes one', () => {
    const inStyles = /#[0-9a-f]{3,8}\b|\b(?:rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(/gi;
    expect(found(ending('.css'), inStyles)).toEqual([]);
    const inCode = /["'`]#(?:[0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})["'`]|\b(?:rgb|hsl)a?\(/gi;
    expect(found(ending('.astro', '.ts'), inCode)).toEqual([]);
  });

  it('holds every font size: no style writes one', () => {
    expect(found(ending('.css', '.astro'), /\bfont(?:-size)?:(?:(?!theme\(|inherit)[^;{}])*;/g)).toEqual([]);
  });

  it('holds every breakpoint: no style writes one', () => {
    const length = /@(?:media|container)[^{]*\d(?:px|r?em)[^{]*\{/g;
    expect(found(ending('.css', '.astro'), length)).toEqual([]);
  });

  it('is used by every class: none has a color, a font size or a breakpoint of its own', () => {
    const classes = /\b(?:text|bg|border|fill|stroke|outline|decoration|min|max)-\[[^\]]*\]/g;
    const allowed = /(?:min|max)-\[/;
    expect(found(ending('.astro', '.ts'), classes).filter((match) => !allowed.test(match))).toEqual([]);
    expect(found(ending('.astro', '.ts'), /\b(?:min|max)-\[[^\]]*\]:/g)).toEqual([]);
  });
});

describe('the styles of components', () => {
  it('are utilities, not <style> blocks', () => {
    expect(found(ending('.astro'), /<style\b/g)).toEqual([]);
  });

  it('are no style attributes, which the content security policy forbids', () => {
    expect(found(ending('.astro'), /\sstyle=/g)).toEqual([]);
  });

  it('say in their first line why they are CSS of their own', () => {
    const own = ending('.css').filter(
      ({ file }) => !/^src\/styles\/(?:global|base|utilities)\.css$/.test(file),
    );
    expect(own.length).toBeGreaterThan(0);
    expect(own.filter(({ text }) => !text.startsWith('/* Own CSS: ')).map(({ file }) => file)).toEqual([]);
  });
});
