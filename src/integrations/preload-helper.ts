import type { AstroIntegration } from 'astro';

/** What Vite calls the module that its dynamic imports go through. */
const VITE_HELPER = '\0vite/preload-helper.js';

/**
 * The same contract in a quarter of the bytes, for every page carries it: what an import needs is asked for at once, and a style
 * that does not come fails the import. A Vite that no longer asks for this module gets its own helper back, and the weights grow.
 */
const SMALL_HELPER = `
export const __vitePreload = (load, needs = []) =>
  Promise.all(needs.map((need) => {
    const href = new URL(need, import.meta.url.replace(/[^/]*$/, '../')).href;
    const isStyle = href.endsWith('.css');
    if ([...document.querySelectorAll('head link')].some((link) => link.href === href)) return;
    const link = Object.assign(document.createElement('link'), { rel: isStyle ? 'stylesheet' : 'modulepreload', href });
    return new Promise((resolve, reject) => {
      if (isStyle) Object.assign(link, { onload: resolve, onerror: reject });
      else resolve();
      document.head.append(link);
    });
  })).then(load);
`;

/** Replaces Vite's helper for dynamic imports by a smaller one. */
export function smallPreloadHelper(): AstroIntegration {
  return {
    name: 'small-preload-helper',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'small-preload-helper',
                enforce: 'pre',
                apply: 'build',
                load: (id: string) => (id === VITE_HELPER ? SMALL_HELPER : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
