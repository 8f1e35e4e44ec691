const plugin = require('tailwindcss/plugin');
const { PALETTE, TINTS } = require('./src/styles/palette.ts');

const names = Object.keys(PALETTE);
const colors = Object.fromEntries(names.map((name) => [name, `var(--${name})`]));
const tints = Object.fromEntries(Object.keys(TINTS).map((name) => [name, `light-dark(${TINTS[name]})`]));
const variables = Object.fromEntries(names.map((name) => [`--${name}`, `light-dark(${PALETTE[name]})`]));

// No web fonts. `system-ui` is left out: on many Linux machines it is wide and dated.
const FONTS = {
  sans: "-apple-system, BlinkMacSystemFont, 'Segoe UI', Roboto, 'Noto Sans', Ubuntu, Cantarell, 'Liberation Sans', Arial, sans-serif",
  serif: "'Iowan Old Style', 'Palatino Linotype', Palatino, 'Noto Serif', 'Liberation Serif', Georgia, serif",
  mono: "ui-monospace, 'SF Mono', 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace",
};
const fonts = Object.fromEntries(Object.entries(FONTS).map(([name, stack]) => [`--${name}`, stack]));

const screens = { md: '48em', lg: '64em', xl: '80em' };

/**
 * The design system; docs/styles.md explains its use.
 * @type {import('tailwindcss').Config}
 */
module.exports = {
  content: [
    './src/{layouts,pages,ui}/**/*.astro',
    './src/ui/age/client/show-age.ts',
    './src/ui/base/client/{button,reason,sheet-looks}.ts',
    './src/ui/model-page/client/compared-looks.ts',
    './src/ui/workload/client/{form-markup,live-line}.ts',
  ],
  theme: {
    screens,
    colors: { transparent: 'transparent', current: 'currentColor', ...colors, ...tints },
    borderColor: { DEFAULT: colors.line, transparent: 'transparent', ...colors },
    // Pixels at a default font size of 16: 12, 13, 15 (16 on phones), 17, 20, 26, 34.
    fontSize: {
      xs: ['0.75rem', '1.35'],
      sm: ['0.8125rem', '1.4'],
      base: ['var(--text)', '1.5'],
      lg: ['1.0625rem', '1.5'],
      xl: ['1.25rem', '1.25'],
      '2xl': ['1.625rem', '1.2'],
      '3xl': ['2.125rem', '1.15'],
      // Scaled to look as large as the text around it.
      code: '0.9em',
    },
    // Pixels: 2, 4, 6, 8, 12, 16, 24, 32, 48, 64; and the heights of controls: 28, 36, 40.
    spacing: {
      0: '0',
      px: '1px',
      0.5: '0.125rem',
      1: '0.25rem',
      1.5: '0.375rem',
      2: '0.5rem',
      3: '0.75rem',
      4: '1rem',
      6: '1.5rem',
      7: '1.75rem',
      8: '2rem',
      9: '2.25rem',
      10: '2.5rem',
      12: '3rem',
      16: '4rem',
    },
    borderRadius: { none: '0', sm: '4px', DEFAULT: '6px', lg: '10px', full: '9999px' },
    maxWidth: { full: '100%', page: '80rem', wide: '108rem', prose: '66ch' },
    // The room in which a row of results becomes two lines.
    containers: { narrow: '36rem' },
    // The maximum width of a page, with its gutters.
    container: { center: true, padding: { DEFAULT: '1rem', md: '1.5rem' }, screens: { xl: '80rem' } },
    fontFamily: Object.fromEntries(Object.keys(FONTS).map((name) => [name, `var(--${name})`])),
    boxShadow: {
      menu: '0 0 0 1px var(--line-strong), 0 1rem 2.5rem -1rem var(--shade)',
      sheet: '0 0 3rem var(--shade)',
    },
    extend: {
      // As many columns as fit.
      gridTemplateColumns: {
        cards: 'repeat(auto-fill, minmax(min(18rem, 100%), 1fr))',
        facts: 'repeat(auto-fit, minmax(8rem, 1fr))',
        'small-cards': 'repeat(auto-fill, minmax(16rem, 1fr))',
        'name-value': 'minmax(0, 1fr) auto',
      },
    },
  },
  // src/styles/reset.css stands for preflight. The others add variables to every element.
  corePlugins: Object.fromEntries(
    ['preflight', 'backdropFilter', 'borderSpacing', 'boxShadow', 'contain', 'filter', 'fontVariantNumeric']
      .concat(['gradientColorStops', 'ringWidth', 'scrollSnapType', 'touchAction', 'transform'])
      .map((name) => [name, false]),
  ),
  plugins: [
    plugin(({ addBase, addUtilities, addVariant }) => {
      addBase({
        ':root': { ...variables, ...fonts, '--text': '0.9375rem' },
        [`@media not all and (min-width: ${screens.md})`]: { ':root': { '--text': '1rem' } },
      });
      addUtilities({
        // Aligns digits in columns of figures.
        '.figures': { 'font-variant-numeric': 'tabular-nums lining-nums' },
        '.num': {
          'text-align': 'right',
          'white-space': 'nowrap',
          'font-variant-numeric': 'tabular-nums lining-nums',
        },
        '.wrap-anywhere': { 'overflow-wrap': 'anywhere' },
        // A link among many similar ones is underlined only on hover.
        '.quiet': { 'text-decoration-color': 'transparent' },
      });
      addVariant('script', '@media (scripting: enabled)');
      addVariant('no-script', '@media (scripting: none)');
      // The state without filters.
      addVariant('unfiltered', ':is(model-explorer, change-filter):not([data-filtered]) &');
      // Where a workload is set, from the first paint on (site/first-script.ts).
      addVariant('workload', '[data-workload] &');
    }),
  ],
};
