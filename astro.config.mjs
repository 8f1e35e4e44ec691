import tailwind from '@astrojs/tailwind';
import { defineConfig } from 'astro/config';
import { readConfig } from './src/config.ts';
import { buildReport } from './src/integrations/build-report.ts';
import { headers } from './src/integrations/headers.ts';
import { listedPagesSitemap } from './src/integrations/listed-pages.ts';
import { THEME_SCRIPT_HASH } from './src/site/theme.ts';
import { pagefind } from './src/integrations/pagefind.ts';

const config = readConfig();

export default defineConfig({
  site: config.siteUrl,
  base: config.basePath,
  trailingSlash: 'ignore',
  build: { format: 'directory', inlineStylesheets: 'never' },
  devToolbar: { enabled: false },
  security: {
    csp: {
      directives: [
        "default-src 'self'",
        "img-src 'self' data:",
        "object-src 'none'",
        "base-uri 'none'",
        "form-action 'self'",
      ],
      // Pagefind's index is read by WebAssembly.
      scriptDirective: { resources: ["'self'", "'wasm-unsafe-eval'"], hashes: [THEME_SCRIPT_HASH] },
      styleDirective: { resources: ["'self'"] },
    },
  },
  integrations: [
    tailwind({ applyBaseStyles: false }),
    ...listedPagesSitemap(config.basePath),
    pagefind(),
    headers(config.basePath),
    buildReport(),
  ],
});
