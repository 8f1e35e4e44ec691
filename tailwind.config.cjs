/** The palette lives once, as CSS variables for light and dark in src/styles/global.css. */
const token = (name) => `var(--${name})`;

/** @type {import('tailwindcss').Config} */
module.exports = {
  content: {
    files: ['./src/{layouts,pages}/**/*.astro', './src/ui/**/*.{astro,ts}'],
    // What a style applies is in its rule already; only class names in markup need rules of their own.
    transform: { astro: (source) => source.replace(/<style\b[\s\S]*?<\/style>/g, '') },
  },
  // Words of the code that happen to be utilities.
  blocklist: ['!head', '!table', 'filter', 'static', 'table', 'transform'],
  theme: {
    colors: {
      transparent: 'transparent',
      current: 'currentColor',
      paper: token('paper'),
      sheet: token('sheet'),
      ink: token('ink'),
      soft: token('soft'),
      faint: token('faint'),
      line: token('line'),
      'line-strong': token('line-strong'),
      accent: token('accent'),
      'accent-soft': token('accent-soft'),
      down: token('down'),
      up: token('up'),
      warn: token('warn'),
      'warn-soft': token('warn-soft'),
      bar: token('bar'),
      mark: token('mark'),
    },
    screens: { xs: '32rem', sm: '44rem', md: '54rem', lg: '66rem', xl: '82rem' },
    fontFamily: { serif: token('serif'), sans: token('sans'), mono: token('mono') },
    extend: {
      maxWidth: { page: '82rem', prose: '66ch' },
    },
  },
  corePlugins: { preflight: false },
};
