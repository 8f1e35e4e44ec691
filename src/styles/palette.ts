type Colors = Readonly<Record<string, readonly [light: string, dark: string]>>;

/**
 * The only list of colors, for the light and the dark theme. `tailwind.config.cjs` makes a CSS variable and
 * utilities from each. Text and the borders of controls meet WCAG AA on paper, sheets and tints.
 */
export const PALETTE = {
  /** The background of a page. */
  paper: ['#fbfaf6', '#131412'],
  /** The background of controls, popups and dialogs. */
  sheet: ['#fff', '#1a1b18'],
  /** Text, and two weaker shades of it. */
  ink: ['#1c1b18', '#ebe8df'],
  soft: ['#57534a', '#b3aea2'],
  faint: ['#6b665b', '#9d978a'],
  /** Thin separator lines. */
  line: ['#e5e1d6', '#2b2c27'],
  'line-strong': ['#cfc9ba', '#43443c'],
  /** Borders of controls and underlines of links: a contrast of 3:1 or more. */
  edge: ['#8a8475', '#74736a'],
  accent: ['#0b5d6b', '#7cc7d1'],
  'accent-soft': ['#e3eff0', '#1d2f32'],
  /** The background of a row under the pointer. */
  hover: ['#f0f5f3', '#172021'],
  /** Prices that fell or rose. */
  down: ['#1f6847', '#6fc397'],
  'down-soft': ['#e4f0e8', '#1b2c22'],
  up: ['#a03025', '#ee8d80'],
  'up-soft': ['#f8e8e4', '#361f1b'],
  /** Warnings that concern money or time. */
  warn: ['#7a4f00', '#e2b75a'],
  'warn-soft': ['#faf0d7', '#2e2616'],
  /** Bars and isolated points of charts. */
  bar: ['#548c95', '#478893'],
  point: ['#928e85', '#66645d'],
  /** The highlight of search hits. */
  mark: ['#fff1b8', '#4a3f10'],
  /** The backdrop of a dialog. */
  veil: ['rgb(29 28 26 / 45%)', 'rgb(5 5 4 / 60%)'],
  shade: ['rgb(0 0 0 / 35%)', 'rgb(0 0 0 / 60%)'],
} as const satisfies Colors;

/**
 * Colors of an author's monogram. They depend on `--hue` of the element itself, so they cannot be variables
 * of the page.
 */
export const TINTS = {
  tile: ['hsl(var(--hue) 45% 90%)', 'hsl(var(--hue) 25% 22%)'],
  'tile-ink': ['hsl(var(--hue) 45% 28%)', 'hsl(var(--hue) 45% 80%)'],
} as const satisfies Colors;
