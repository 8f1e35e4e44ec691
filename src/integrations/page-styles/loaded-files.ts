import { readFileSync } from 'node:fs';
import { dirname, isAbsolute, resolve } from 'node:path';

/** What a page can load. */
export interface LoadedFiles {
  /** The texts of its components and scripts. */
  readonly texts: readonly string[];
  /** The styles that they import, in their order: full paths, and names as they are written (`virtual:…`). */
  readonly styles: readonly string[];
  /** The styles that scripts adopt: full paths. */
  readonly adopted: readonly string[];
}

interface SourceFile {
  readonly text: string;
  readonly imports: readonly string[];
}

/**
 * A reader of pages, given as full paths: it follows the imports of components and of their scripts, also
 * those that scripts make later. Each file is read once.
 */
export function loadedFilesReader(): (page: string) => LoadedFiles {
  const known = new Map<string, SourceFile>();
  const read = (file: string): SourceFile => {
    const source = known.get(file) ?? readSource(file);
    known.set(file, source);
    return source;
  };
  return (page) => {
    const files = new Set([page]);
    const texts: string[] = [];
    const styles = new Set<string>();
    const adopted = new Set<string>();
    // Files added to a set during iteration are visited too.
    for (const file of files) {
      const { text, imports } = read(file);
      texts.push(text);
      for (const name of imports) {
        if (name.endsWith('.css')) styles.add(name);
        else if (name.endsWith('.css?inline')) adopted.add(name.replace(/\?inline$/, ''));
        else if (isAbsolute(name) && /\.(?:astro|ts)$/.test(name)) files.add(name);
      }
    }
    return { texts, styles: [...styles], adopted: [...adopted] };
  };
}

function readSource(file: string): SourceFile {
  const text = readFileSync(file, 'utf8');
  const code = text.replace(/^(?:import|export) type [^;]*;/gm, '');
  const imports = [...code.matchAll(/\b(?:from|import)\s*\(?\s*'([^']+)'/g)].map(([, name = '']) =>
    name.startsWith('.') ? resolve(dirname(file), name) : name,
  );
  return { text, imports };
}
