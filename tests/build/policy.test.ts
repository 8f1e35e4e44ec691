import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ALL_PAGES, attributes, fromPages, isRedirect, type BuiltPage } from '../support/built-site.ts';
import { SITE_URL } from '../support/sites.ts';

/** What no page may hold: the policy would block it, or it would ask somebody else. */
const FORBIDDEN = [
  'iframe:not([src^="/embed/"], [src^="/catalog/embed/"]), object, embed, base',
  '[style]',
  'link[rel="preconnect"], link[rel="dns-prefetch"]',
].join(', ');

describe.each(['plain', 'base-path', 'hostile'] as const)(
  'the content security policy of the site "%s"',
  (name) => {
    it('is on every page and allows exactly the inline code of the page', () => {
      const problems = fromPages(name, ALL_PAGES, (page) =>
        (isRedirect(page) ? [] : problemsOf(page)).map((problem) => `${page.path}: ${problem}`),
      );
      expect(problems.slice(0, 20)).toEqual([]);
    });
  },
);

function problemsOf(page: BuiltPage): string[] {
  const policies = attributes(page, 'meta[http-equiv="content-security-policy" i]', 'content');
  const [policy = ''] = policies;
  const problems: string[] = [];
  if (policies.length !== 1) problems.push(`${policies.length} policies`);
  for (const name of ['script-src', 'style-src', 'default-src']) {
    const allowed = directive(policy, name);
    if (allowed === null) problems.push(`no ${name}`);
    for (const word of allowed ?? []) {
      if (['*', "'unsafe-inline'", "'unsafe-eval'", 'http:', 'https:', 'data:'].includes(word)) {
        problems.push(`${name} ${word}`);
      }
    }
  }
  for (const [tag, name] of [
    ['script:not([src])', 'script-src'],
    ['style', 'style-src'],
  ] as const) {
    for (const element of page.$(tag).toArray()) {
      if (page.$(element).attr('type') === 'application/ld+json') continue;
      const hash = createHash('sha256').update(page.$(element).text()).digest('base64');
      if (!directive(policy, name)?.includes(`'sha256-${hash}'`)) problems.push(`a ${tag} without its hash`);
    }
  }
  page.$(FORBIDDEN).each((_, element) => {
    problems.push(`${page.$.html(element).slice(0, 80)} is there`);
  });
  page.$('*').each((_, element) => {
    const handlers = Object.keys('attribs' in element ? element.attribs : {}).filter((name) =>
      name.startsWith('on'),
    );
    problems.push(...handlers.map((name) => `an attribute ${name}`));
  });
  const parts = [
    ...attributes(page, 'script[src], img[src], source[src], video[src], audio[src]', 'src'),
    ...attributes(page, 'link[rel="stylesheet"], link[rel="icon"], link[rel="modulepreload"]', 'href'),
  ];
  for (const part of parts) {
    if (new URL(part, page.url).origin !== SITE_URL) problems.push(`loads ${part}`);
  }
  return problems;
}

function directive(policy: string, name: string): string[] | null {
  const found = policy.split(';').map((text) => text.trim().split(/\s+/));
  return found.find(([first]) => first === name)?.slice(1) ?? null;
}
