import type { AstroIntegration } from 'astro';

/** Styles that are made at build time, by the names that pages import them by: `virtual:table-places.css`. */
export function madeStyles(made: Readonly<Record<`virtual:${string}.css`, () => string>>): AstroIntegration {
  const styles = new Map(Object.entries(made));
  return {
    name: 'made-styles',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'made-styles',
                resolveId: (id: string) => (styles.has(id) ? id : undefined),
                load: (id: string) => styles.get(id)?.(),
              },
            ],
          },
        });
      },
    },
  };
}
