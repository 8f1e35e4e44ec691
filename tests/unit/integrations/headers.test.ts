import { describe, expect, it } from 'vitest';
import { headerRules, headersFile, headersFor } from '../../../src/integrations/headers.ts';

describe('headerRules', () => {
  it.each(['/', '/models/openai/gpt-4.1/', '/_astro/a.js', '/feeds/new.xml', '/api/v1/models.json'])(
    'forbid content sniffing for %s',
    (path) => {
      expect(headersFor(headerRules('/'), path)).toMatchObject({ 'X-Content-Type-Options': 'nosniff' });
    },
  );

  it.each(['/', '/embed/', '/models/', '/models/openai/gpt-4.1/', '/my/', '/about', '/catalog/'])(
    'forbid framing for %s',
    (path) => {
      const rules = headerRules(path.startsWith('/catalog') ? '/catalog' : '/');
      expect(headersFor(rules, path)['Content-Security-Policy']).toBe("frame-ancestors 'none'");
    },
  );

  it.each(['/embed/models/openai/gpt-4.1/', '/embed/table/', '/catalog/embed/table/'])(
    'allow framing for %s',
    (path) => {
      const rules = headerRules(path.startsWith('/catalog') ? '/catalog' : '/');
      expect(headersFor(rules, path)['X-Content-Type-Options']).toBe('nosniff');
      expect(headersFor(rules, path)['Content-Security-Policy']).toBeUndefined();
    },
  );

  it('are fewer than a hundred, which is what hosts read', () => {
    expect(headerRules('/').length).toBeLessThan(100);
  });

  it('let other sites read data files', () => {
    const origins = (path: string) => headersFor(headerRules('/'), path)['Access-Control-Allow-Origin'];
    expect(
      ['/api/v1/models.json', '/data/models.csv', '/feeds/new.xml', '/models/a/b.json'].map(origins),
    ).toEqual(Array(4).fill('*'));
    expect(origins('/')).toBeUndefined();
  });

  it('let browsers keep pictures that are named by their content', () => {
    expect(headersFor(headerRules('/'), '/og/0123456789abcdef.png')['Cache-Control']).toContain('immutable');
  });

  it('follow the base path', () => {
    const rules = headerRules('/catalog');
    expect(headersFor(rules, '/catalog/_astro/a.js')['Cache-Control']).toContain('immutable');
    expect(headersFor(rules, '/_astro/a.js')).toEqual({});
  });

  it('name no header twice for a path, because hosts would join the values', () => {
    const rules = headerRules('/');
    const samples = rules.map(({ pattern }) => pattern.replace('*', 'x'));
    for (const path of samples) {
      const applied = rules.filter(({ pattern }) =>
        pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern,
      );
      const names = applied.flatMap(({ headers }) => Object.keys(headers));
      expect(names).toEqual([...new Set(names)]);
    }
  });
});

it('headersFile writes rules in the form that hosts read', () => {
  const rules = [
    { pattern: '/*', headers: { 'X-One': '1', 'X-Two': 'a, b' } },
    { pattern: '/x/*', headers: { 'X-Three': '3' } },
  ];
  expect(headersFile(rules)).toBe('/*\n  X-One: 1\n  X-Two: a, b\n\n/x/*\n  X-Three: 3\n');
});
