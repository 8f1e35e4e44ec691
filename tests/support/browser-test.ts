import { test as base } from '@playwright/test';
import { servedAt, type SiteName } from './sites.ts';

export interface SiteOptions {
  /** The site that addresses such as `./models/` are of. */
  site: SiteName;
  /** A part of addresses that are missing on purpose. */
  missing: string | null;
}

/**
 * Playwright's `test` on a built site: go to addresses relative to the site, `page.goto('./models/')`, so
 * that the test also runs under a base path. A page that throws or logs an error, or asks another origin for
 * anything, fails its test.
 */
export const test = base.extend<SiteOptions & { strict: undefined }>({
  site: ['plain', { option: true }],
  missing: [null, { option: true }],
  baseURL: async ({ site }, use) => {
    await use(servedAt(site));
  },
  strict: [
    async ({ context, baseURL, missing }, use) => {
      const origin = new URL(baseURL ?? '').origin;
      const wrongs: string[] = [];
      context.on('weberror', (error) => wrongs.push(error.error().message));
      context.on('console', (message) => {
        // What did not load is collected below, where a page that is missing on purpose is left out.
        if (message.type() === 'error' && !message.text().startsWith('Failed to load resource')) {
          wrongs.push(message.text());
        }
      });
      context.on('response', (response) => {
        const isMissing = missing !== null && response.url().includes(missing);
        if (response.status() >= 400 && !isMissing && !response.request().isNavigationRequest()) {
          wrongs.push(`${response.status()} for ${response.url()}`);
        }
      });
      context.on('requestfailed', (request) => {
        const why = request.failure()?.errorText ?? '';
        // A page that is left takes its open requests with it.
        if (why !== 'net::ERR_ABORTED') wrongs.push(`${why} for ${request.url()}`);
      });
      context.on('request', (request) => {
        const { protocol, origin: asked } = new URL(request.url());
        if (protocol.startsWith('http') && asked !== origin) wrongs.push(`asked ${request.url()}`);
      });
      await use(undefined);
      base.expect(wrongs, 'errors in the page').toEqual([]);
    },
    { auto: true },
  ],
});

export { expect } from '@playwright/test';
