import { readFileSync } from 'node:fs';
import sitemap from '@astrojs/sitemap';
import type { AstroIntegration } from 'astro';
import { withoutTrailingSlash } from '../catalog/address.ts';

/**
 * The sitemap of the pages that search engines should list: those whose canonical address is their own.
 * Redirects and copies of other pages are recognized by their `<head>`.
 */
export function listedPagesSitemap(basePath: string): AstroIntegration[] {
  let folder: URL | undefined;
  const base = withoutTrailingSlash(basePath);
  const isListed = (address: string): boolean => {
    const path = new URL(address).pathname.slice(base.length + 1);
    const file = path === '' || path.endsWith('/') ? `${path}index.html` : `${path}/index.html`;
    return folder !== undefined && listsItself(readFileSync(new URL(file, folder), 'utf8'), address);
  };
  return [
    {
      name: 'listed-pages',
      hooks: {
        'astro:build:done': ({ dir }) => {
          folder = dir;
        },
      },
    },
    // Asks the filter in its own `astro:build:done`, which runs after the one above.
    sitemap({ filter: isListed }),
  ];
}

/** Whether a page's head names `address` as canonical and does not redirect. */
export function listsItself(html: string, address: string): boolean {
  const canonical = /<link rel="canonical" href="([^"]*)"/.exec(html)?.[1];
  return canonical === address && !/<meta http-equiv="refresh"/i.test(html);
}
