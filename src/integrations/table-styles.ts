import type { AstroIntegration } from 'astro';
import { placesCss } from '../ui/models-table/places.ts';

const STYLES = 'virtual:table-places.css';

/** Makes the styles of columns by their places from the lists of the tables. */
export function tableStyles(): AstroIntegration {
  return {
    name: 'table-styles',
    hooks: {
      'astro:config:setup': ({ updateConfig }) => {
        updateConfig({
          vite: {
            plugins: [
              {
                name: 'table-styles',
                resolveId: (id: string) => (id === STYLES ? STYLES : undefined),
                load: (id: string) => (id === STYLES ? placesCss() : undefined),
              },
            ],
          },
        });
      },
    },
  };
}
