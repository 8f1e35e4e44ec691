import { readFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { transform } from 'lightningcss';
import postcss from 'postcss';
import tailwindcss from 'tailwindcss';

/** What Tailwind makes of a style file and of the files that it imports. */
export function fileOutput(file: string): Promise<string> {
  return cssOutput(withImports(file), file);
}

/** What Tailwind makes of CSS that stands in no file. */
export async function cssOutput(css: string, name: string): Promise<string> {
  const { css: output } = await postcss([tailwindcss]).process(css, { from: name });
  return output;
}

function withImports(file: string): string {
  return readFileSync(file, 'utf8').replace(/^@import '(.+)';$/gm, (_, name: string) =>
    withImports(resolve(dirname(file), name)),
  );
}

/** The names of all classes in the selectors. */
export function classesIn(css: string): ReadonlySet<string> {
  const classes = new Set<string>();
  transform({
    filename: 'classes.css',
    code: Buffer.from(css),
    visitor: {
      Selector: (parts) => {
        for (const part of parts) if (part.type === 'class') classes.add(part.name);
      },
    },
  });
  return classes;
}

/** The rules whose classes are all named in the texts, as Tailwind finds names: anywhere, also in code. */
export function rulesNamedIn(texts: readonly string[], css: string): string {
  const words = new Set(texts.flatMap(wordsOf));
  const unusedSymbols = [...classesIn(css)].filter((name) => !words.has(name));
  return transform({ filename: 'rules.css', code: Buffer.from(css), unusedSymbols }).code.toString();
}

/** The style sheet without the variables that neither it nor the other texts read. */
export function withoutUnreadVariables(css: string, others: readonly string[]): string {
  const all = [css, ...others].join('\n');
  const variables = new Set(Array.from(css.matchAll(/(--[\w-]+)\s*:/g), ([, name = '']) => name));
  const unusedSymbols = [...variables].filter((name) => !all.includes(`var(${name}`));
  return transform({ filename: 'variables.css', code: Buffer.from(css), unusedSymbols }).code.toString();
}

/** What stands between spaces or quotes, and every word without signs: keys of objects have no quotes. */
function wordsOf(text: string): string[] {
  return [...text.split(/[\s"'`]+/), ...(text.match(/[\w-]+/g) ?? [])];
}
