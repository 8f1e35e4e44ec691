import type { AstroIntegration } from 'astro';
import { SCRIPT_FILES } from './script-files.ts';

/** Vite's name for the helper module of its dynamic imports. */
const VITE_HELPER = '\0vite/preload-helper.js';

/** Vite calls it for each dynamic import. If Vite stops using this module, the page weights grow. */
const NO_PRELOAD = 'export const __vitePreload = (load) => load();';

/**
 * Leaves out the list of files that Vite adds to each dynamic import, and its helper that requests them.
 * Every page would carry the names of all files of search, which weigh more than the script that opens it.
 * The browser finds the files by their imports instead, a step or two later: `SCRIPT_FILES` keeps them few.
 */
export function plainImports(): AstroIntegration {
  return {
    name: 'plain-imports',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            environments: {
              client: {
                build: { rolldownOptions: { output: { codeSplitting: { groups: SCRIPT_FILES } } } },
              },
            },
            plugins: [
              {
                name: 'plain-imports',
                enforce: 'pre',
                apply: 'build',
                // Astro's own settings would replace those given beside the plugin.
                config: () => ({ build: { modulePreload: { polyfill: false, resolveDependencies } } }),
                load: (id: string) => (id === VITE_HELPER ? NO_PRELOAD : undefined),
              },
            ],
          },
        });
      },
    },
  };
}

/** Nothing would load the styles of such an import. */
function resolveDependencies(file: string, needs: readonly string[]): string[] {
  const style = needs.find((need) => need.endsWith('.css'));
  if (style !== undefined) throw new Error(`${file} needs ${style}: import it with "?inline" and adopt it.`);
  return [];
}
