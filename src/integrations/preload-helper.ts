import type { AstroIntegration } from 'astro';

/** Vite's name for the helper module of its dynamic imports. */
const VITE_HELPER = '\0vite/preload-helper.js';

/**
 * The same contract in a quarter of the bytes, because every page includes it: an import's dependencies are
 * requested at once, and a style that fails to load fails the import. If Vite stops using this module, its
 * own helper is used and the page weights grow.
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

/** Replaces Vite's helper for dynamic imports with a smaller one. */
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
