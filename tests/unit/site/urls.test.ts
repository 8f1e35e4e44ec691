import { afterEach, describe, expect, it, vi } from 'vitest';
import type * as Urls from '../../../src/site/urls.ts';

/** The addresses of a site under a base path, which the module reads once. */
function under(basePath: string): Promise<typeof Urls> {
  vi.resetModules();
  vi.stubEnv('BASE_URL', basePath);
  return import('../../../src/site/urls.ts');
}
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('url and absoluteUrl', () => {
  it.each([
    ['/', '/models/'],
    ['/catalog', '/catalog/models/'],
    ['/catalog/', '/catalog/models/'],
  ])('put the base path %s before a path: %s', async (basePath, address) => {
    const { url, absoluteUrl } = await under(basePath);
    expect(url('/models/')).toBe(address);
    expect(absoluteUrl('/models/', new URL('https://models.example'))).toBe(
      `https://models.example${address}`,
    );
  });
});

describe('webcalUrl', () => {
  it.each([
    ['https://models.example', '/catalog', 'webcal://models.example/catalog/feeds/retiring.ics'],
    ['http://models.example:8080', '/', 'webcal://models.example:8080/feeds/retiring.ics'],
    ['http://localhost:4321', '/', null],
  ])('of a calendar at %s under %s is %s', async (site, basePath, address) => {
    const { webcalUrl } = await under(basePath);
    expect(webcalUrl('/feeds/retiring.ics', new URL(site))).toBe(address);
  });

  it('is null for a site without an address', async () => {
    const { webcalUrl } = await under('/');
    expect(webcalUrl('/feeds/retiring.ics', undefined)).toBe(null);
  });
});

describe('modelIdAt', () => {
  it.each(['/', '/catalog/'])('finds the id at the address of its page under %s', async (basePath) => {
    const { modelIdAt, modelPath, url } = await under(basePath);
    for (const id of ['openai/gpt-4o', 'openai/gpt-oss-20b:free', '~z-ai/glm-latest', 'a/B c']) {
      expect(modelIdAt(url(modelPath(id)))).toBe(id);
      expect(modelIdAt(url(modelPath(id)).replace(/\/$/, ''))).toBe(id);
    }
  });

  it('is null for other pages and for addresses outside the base path', async () => {
    const { modelIdAt } = await under('/catalog/');
    for (const address of [
      '/catalog/',
      '/catalog/models/',
      '/catalog/authors/openai/',
      '/models/openai/gpt-4o/',
    ]) {
      expect(modelIdAt(address), address).toBeNull();
    }
  });
});

describe('searchPath', () => {
  it('leaves out the question mark without parameters, and escapes them', async () => {
    const { searchPath } = await under('/');
    expect(searchPath(new URLSearchParams())).toBe('/search/');
    expect(searchPath(new URLSearchParams({ q: 'gpt & co', author: 'openai' }))).toBe(
      '/search/?q=gpt+%26+co&author=openai',
    );
  });
});

describe('addresses on other hosts', () => {
  it('keep the slash and the colon of an id, and escape the rest', async () => {
    const { chatUrl, openRouterUrl, huggingFaceUrl } = await under('/');
    expect(chatUrl('a/m:free')).toBe('https://openrouter.ai/chat?models=a/m:free');
    expect(chatUrl('a/m&x')).toBe('https://openrouter.ai/chat?models=a/m%26x');
    expect(openRouterUrl('a/m <b>')).toBe('https://openrouter.ai/a/m%20%3Cb%3E');
    expect(openRouterUrl('a/m:free')).toBe('https://openrouter.ai/a/m:free');
    expect(huggingFaceUrl('Org/Model #1')).toBe('https://huggingface.co/Org/Model%20%231');
  });
});
