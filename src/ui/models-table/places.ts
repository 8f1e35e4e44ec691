import { ROOMS } from './client/rooms.ts';
import { WIDTHS } from './column.ts';
import { COLUMNS } from './columns.ts';

/**
 * The styles of columns by their places, for `astro.config.mjs`: cells have no classes, so that
 * rows stay short. Classes of a table (`tableClasses` in column.ts) set variables, which the cells of that
 * place read: of the fourth place `--d4` is how it is shown, `--g4` where it stands in a card, `--l4` and
 * `--u4` the words around it there. Cells of the sorted column have a tint `--t`, a weight `--w` and, in a
 * card, a side `--s`.
 */

/** The list of all models has the most columns. Places count from 1, the name. */
export const MAX_COLUMNS = COLUMNS.length;
const PLACES = Array.from({ length: MAX_COLUMNS }, (_, index) => index + 2);

const each = (rule: (place: number) => string): string => PLACES.map(rule).join('\n');

const cells = (n: number): string => `tr > :nth-child(${n} of :not(.cost, .more))`;

const cell = (n: number): string =>
  `[data-models] ${cells(n)} { display: var(--d${n}, var(--cell)); --g: var(--g${n}, auto / 1 / auto / -1); ` +
  `--l: var(--l${n}); --u: var(--u${n}); }`;

/** The sorted column never leaves. On phones it is the figure beside the name. */
const sorted =
  `${PLACES.map((n) => `.s${n} ${cells(n)}`).join(', ')} { display: var(--sorted); ` +
  `--t: theme('colors.hover'); --w: 600; --g: 1 / 1 / auto / -1; --s: end; --l: ''; }`;

/** In less than this room, columns with its letter are hidden, and the line that says so is shown. */
const room = ([letter, rem]: readonly [string, number]): string =>
  `@container (width < ${rem}rem) { .unfit.${letter} { display: block; } ` +
  `${each((n) => `.${letter}${n} { --d${n}: none; }`)} }`;

export function placesCss(): string {
  return `
${WIDTHS.map((width) => `[data-models] .w${width} { width: calc(${width / 10}rem + var(--kept, 0rem)); }`).join('\n')}
${each(cell)}
@media (width >= theme('screens.md')) { ${Object.entries(ROOMS).map(room).join('\n')} }
@media (width < theme('screens.md')) and (scripting: enabled) {
  ${each((n) => `.k${n} { --d${n}: block; --g${n}: auto; }`)}
}
${sorted}
@media (width >= theme('screens.md')) {
  .room:has([data-whole]:checked) [data-models] { ${each((n) => `--d${n}: table-cell;`)} }
}
`;
}
