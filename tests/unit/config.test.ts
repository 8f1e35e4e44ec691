import { describe, expect, it } from 'vitest';
import { ConfigError, readConfig } from '../../src/config.ts';

const DEFAULTS = {
  source: 'auto',
  capturePath: null,
  guard: true,
  outputs: 'all',
  apiUrl: 'https://openrouter.ai/api/v1',
  apiKey: null,
  siteUrl: 'http://localhost:4321',
  basePath: '/',
  showBenchmarks: true,
  showDescriptions: true,
  pictures: true,
};

function messageOf(env: Record<string, string>): string {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    return (error as ConfigError).message;
  }
  throw new Error('no error');
}

describe('readConfig', () => {
  it('gives a default for every variable', () => {
    expect(readConfig({})).toEqual(DEFAULTS);
  });

  it('treats an empty variable as not set, and ignores other variables', () => {
    const names = ['CATALOG_SOURCE', 'CATALOG_CAPTURE', 'CATALOG_GUARD', 'OPENROUTER_API_KEY', 'BASE_PATH'];
    expect(readConfig({ ...Object.fromEntries(names.map((name) => [name, ''])), HOME: '/x' })).toEqual(
      DEFAULTS,
    );
  });

  it.each<[Record<string, string>, Partial<ReturnType<typeof readConfig>>]>([
    [{ CATALOG_SOURCE: 'live' }, { source: 'live' }],
    [
      { CATALOG_SOURCE: 'capture', CATALOG_CAPTURE: 'a.json' },
      { source: 'capture', capturePath: 'a.json' },
    ],
    [{ CATALOG_GUARD: 'off' }, { guard: false }],
    [{ CATALOG_OUTPUTS: 'text' }, { outputs: 'text' }],
    [{ OPENROUTER_API_URL: 'http://127.0.0.1:4400/api/v1/' }, { apiUrl: 'http://127.0.0.1:4400/api/v1' }],
    [{ OPENROUTER_API_KEY: 'sk-or-1' }, { apiKey: 'sk-or-1' }],
    [{ SITE_URL: 'https://models.example/' }, { siteUrl: 'https://models.example' }],
    [{ SITE_URL: 'http://[::1]:8080' }, { siteUrl: 'http://[::1]:8080' }],
    [{ SITE_URL: 'http://my_host' }, { siteUrl: 'http://my_host' }],
    [{ SITE_URL: 'https://bücher.example' }, { siteUrl: 'https://bücher.example' }],
    [{ BASE_PATH: '/catalog/' }, { basePath: '/catalog' }],
    [{ BASE_PATH: '/~me/catalog.v1' }, { basePath: '/~me/catalog.v1' }],
    [
      { SHOW_BENCHMARKS: 'off', SHOW_DESCRIPTIONS: 'off' },
      { showBenchmarks: false, showDescriptions: false },
    ],
    [{ OG_PICTURES: 'off' }, { pictures: false }],
  ])('reads %j', (env, expected) => {
    expect(readConfig(env)).toEqual({ ...DEFAULTS, ...expected });
  });

  const ADDRESS = 'an http or https address without password, "?" or "#"';
  const HOST = 'an address with the name of one host, such as https://models.example';
  const PATH = 'a path that starts with a slash, such as /catalog';
  it.each([
    ['CATALOG_SOURCE', 'Live', '"auto" or "live" or "capture"'],
    ['CATALOG_GUARD', 'false', '"on" or "off"'],
    ['CATALOG_OUTPUTS', 'image', '"all" or "text"'],
    ['SHOW_BENCHMARKS', '1', '"on" or "off"'],
    ['SHOW_DESCRIPTIONS', 'no', '"on" or "off"'],
    ['OG_PICTURES', 'none', '"on" or "off"'],
    ['OPENROUTER_API_URL', 'openrouter.ai', ADDRESS],
    ['OPENROUTER_API_URL', 'file:///etc/passwd', ADDRESS],
    ['OPENROUTER_API_URL', 'https://openrouter.ai/api/v1\t', ADDRESS],
    ['SITE_URL', 'models.example', ADDRESS],
    ['SITE_URL', 'https://models.example\n', ADDRESS],
    ['SITE_URL', ' https://models.example', ADDRESS],
    ['SITE_URL', 'https://models.example\\', HOST],
    ['SITE_URL', 'https://models.example/..', HOST],
    ['SITE_URL', 'https://"onload="x', HOST],
    ['SITE_URL', 'https://*.example', HOST],
    ['SITE_URL', 'https://models.example/catalog', 'an address without a path, which goes into BASE_PATH'],
    ['BASE_PATH', 'catalog', PATH],
    ['BASE_PATH', '//elsewhere.example', PATH],
    ['BASE_PATH', '/a/../b', PATH],
    ['BASE_PATH', '/a b', PATH],
  ])('names the variable %s, its wrong value (%j) and what it may be', (name, value, mayBe) => {
    expect(messageOf({ [name]: value })).toBe(
      `${name} is ${JSON.stringify(value)}, but it may only be ${mayBe}. Set it so, or leave it out.`,
    );
  });

  it.each([
    ['OPENROUTER_API_URL', 'https://me:secret@openrouter.ai/api/v1'],
    ['OPENROUTER_API_URL', 'me:secret@openrouter.ai'],
    ['OPENROUTER_API_URL', 'https://me:secret/with?signs#in@openrouter.ai'],
    ['OPENROUTER_API_URL', 'https://openrouter.ai/api/v1?key=secret'],
    ['SITE_URL', 'https://me:secret@models.example'],
    ['SITE_URL', 'https://models.example/#secret'],
    ['BASE_PATH', 'https://me:secret@models.example'],
  ])('refuses %s=%s without repeating the secret in it', (name, value) => {
    const message = messageOf({ [name]: value });
    expect(message).toMatch(
      new RegExp(`^${name} is .*, but it may only be an? .*Set it so, or leave it out`),
    );
    expect(message).not.toContain('secret');
  });

  it('never repeats the API key', () => {
    const message = messageOf({ OPENROUTER_API_KEY: 'sk-or-1\nsk-or-2' });
    expect(message).toContain('OPENROUTER_API_KEY is something else, but it may only be one word');
    expect(message).not.toContain('sk-or');
  });

  it('names every wrong variable on a line of its own', () => {
    const lines = messageOf({ CATALOG_SOURCE: 'x', BASE_PATH: 'x' }).split('\n');
    expect(lines.map((line) => line.split(' ')[0])).toEqual(['CATALOG_SOURCE', 'BASE_PATH']);
  });
});
