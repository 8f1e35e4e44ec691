import { loadedFilesReader } from './loaded-files.ts';
import { cssOutput, fileOutput, rulesNamedIn, withoutUnreadVariables } from './tailwind.ts';

export interface StyleSources {
  /** The styles that come first. */
  readonly base: string;
  /** Tailwind's utilities: of these, a page gets what its files name. */
  readonly utilities: string;
  /** Styles that are made at build time, by the names that components import them by: `virtual:NAME.css`. */
  readonly made: ReadonlyMap<string, () => string>;
}

/** Makes the style sheets of pages, given as full paths. Each style file goes through Tailwind once. */
export function sheetMaker({ base, utilities, made }: StyleSources): (page: string) => Promise<string> {
  const loadedFiles = loadedFilesReader();
  const outputs = new Map<string, Promise<string>>();
  const outputOf = (name: string): Promise<string> => {
    const madeStyle = made.get(name);
    const output =
      outputs.get(name) ?? (madeStyle === undefined ? fileOutput(name) : cssOutput(madeStyle(), name));
    outputs.set(name, output);
    return output;
  };
  return async (page) => {
    const { texts, styles, adopted } = loadedFiles(page);
    if (styles.length === 0) return '';
    const first = [base, utilities].filter((name) => styles.includes(name));
    const parts = [...new Set([...first, ...styles])].map(async (name) => {
      const css = await outputOf(name);
      return name === utilities ? rulesNamedIn(texts, css) : css;
    });
    const sheet = (await Promise.all(parts)).join('\n');
    const others = await Promise.all(adopted.map(outputOf));
    return withoutUnreadVariables(sheet, [...texts, ...others]);
  };
}
