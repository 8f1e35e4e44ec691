import sitemap from '@astrojs/sitemap';
import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { readConfig } from './src/config.ts';
import { buildReport } from './src/integrations/build-report.ts';
import { headers } from './src/integrations/headers.ts';

const config = readConfig();

export default defineConfig({
  site: config.siteUrl,
  base: config.basePath,
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  integrations: [tailwind({ applyBaseStyles: false }), sitemap(), headers(config.basePath), buildReport()],
});
