import { fileURLToPath } from 'node:url';
import type { AstroIntegration } from 'astro';
import { sheetMaker, type StyleSources } from './page-styles/sheets.ts';

/** What a component gets for a style that it imports: the sheet of its page has it. */
const IN_SHEET = '\0in-sheet';

/**
 * Gives each file of `src/pages/` one style sheet of its own in the built site (docs/styles.md): all styles
 * that its components import, and of Tailwind's utilities those that its files name. The development server
 * serves every style as it is imported.
 *
 * `base` and `utilities` are paths below the folder of sources.
 */
export function pageStyles({ base, utilities, made }: StyleSources): AstroIntegration {
  return {
    name: 'page-styles',
    hooks: {
      'astro:config:setup': ({ config, command, updateConfig }) => {
        const source = (path: string): string => fileURLToPath(new URL(path, config.srcDir));
        const pages = source('pages/');
        const isPage = (id: string) => id.startsWith(pages) && id.endsWith('.astro');
        const sheetOf = sheetMaker({ base: source(base), utilities: source(utilities), made });
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'made-styles',
                resolveId: (id: string) => (made.has(id) ? id : undefined),
                load: (id: string) => made.get(id)?.(),
              },
              ...(command === 'build'
                ? [
                    {
                      name: 'page-styles',
                      enforce: 'pre' as const,
                      resolveId: (id: string, importer = '') => {
                        if (!id.endsWith('.css') || !importer.endsWith('.astro')) return undefined;
                        return id === `${importer}.css` ? id : IN_SHEET;
                      },
                      load: (id: string) => {
                        if (id === IN_SHEET) return '';
                        const page = id.slice(0, -'.css'.length);
                        return id.endsWith('.css') && isPage(page) ? sheetOf(page) : undefined;
                      },
                    },
                    {
                      name: 'page-styles-import',
                      transform: (code: string, id: string) =>
                        isPage(id)
                          ? { code: `import ${JSON.stringify(`${id}.css`)};\n${code}`, map: null }
                          : undefined,
                    },
                  ]
                : []),
            ],
          },
        });
      },
    },
  };
}
