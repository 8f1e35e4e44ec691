import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { readConfig } from './src/config.ts';
import { buildReport } from './src/integrations/build-report.ts';
import { headers } from './src/integrations/headers.ts';
import { listedPagesSitemap } from './src/integrations/listed-pages.ts';
import { pageStyles } from './src/integrations/page-styles.ts';
import { pictures } from './src/integrations/pictures.ts';
import { plainImports } from './src/integrations/plain-imports.ts';
import { placesCss } from './src/ui/models-table/places.ts';

const config = readConfig();

export default defineConfig({
  site: config.siteUrl,
  base: config.basePath,
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  vite: {
    build: {
      // Scripts stay files of their own: shared by pages, and allowed by the policy without a hash.
      assetsInlineLimit: 0,
      // The tokenizer has 2.4 MB, and is loaded when a text is pasted.
      chunkSizeWarningLimit: 2_500,
      // The oldest browsers that know light-dark().
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'],
    },
  },
  integrations: [
    tailwind({ applyBaseStyles: false }),
    ...listedPagesSitemap(config.basePath),
    plainImports(),
    pageStyles({
      base: 'styles/global.css',
      utilities: 'styles/utilities.css',
      made: new Map([['virtual:table-places.css', placesCss]]),
    }),
    headers(config.basePath),
    pictures(config.pictures),
    buildReport(),
  ],
});
