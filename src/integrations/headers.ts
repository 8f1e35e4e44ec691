import { writeFile } from 'node:fs/promises';
import type { AstroIntegration } from 'astro';
import { withoutTrailingSlash } from '../catalog/address.ts';

/** Headers for every path that matches. A pattern is a path, or a path that ends in `*`. */
interface HeaderRule {
  readonly pattern: string;
  readonly headers: Readonly<Record<string, string>>;
}

const A_YEAR = 31_536_000;

const EVERY_FILE = {
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Permissions-Policy':
    'accelerometer=(), camera=(), geolocation=(), gyroscope=(), magnetometer=(), microphone=(), payment=(), usb=()',
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
};
/** The pages have their own policy in a <meta>, which cannot contain this. */
const UNFRAMED = { 'Content-Security-Policy': "frame-ancestors 'none'" };
/**
 * Folders of pages that no other site may put into a frame. They are listed because hosts would join the
 * rules of `/*` and of the pages that are made for frames, which are all others: those below `/embed/`.
 */
const UNFRAMED_FOLDERS = [
  ...['about', 'api', 'authors', 'categories', 'changes', 'charts', 'compare', 'cross-check', 'data'],
  ...['families', 'feeds', 'models', 'my', 'outputs', 'retired', 'retiring', 'search'],
];
const UNFRAMED_PAGES = ['/', '/index.html', '/404.html', '/embed', '/embed/', '/embed/index.html'];
const HASHED = { 'Cache-Control': `public, max-age=${A_YEAR}, immutable` };
/** RFC 9727. Hosts cannot tell it from the address, which has no ending. */
const API_CATALOG = {
  'Content-Type': 'application/linkset+json; profile="https://www.rfc-editor.org/info/rfc9727"',
};
const FOR_ANY_SITE = { 'Access-Control-Allow-Origin': '*' };

/**
 * The headers that hosts should send with the site's files. No two rules for one path set the same header,
 * because hosts would join both values.
 */
export function headerRules(basePath: string): readonly HeaderRule[] {
  const base = withoutTrailingSlash(basePath);
  const rule = (path: string, headers: HeaderRule['headers']) => ({ pattern: `${base}${path}`, headers });
  return [
    rule('/*', EVERY_FILE),
    // Some hosts serve a page without its last slash.
    ...[...UNFRAMED_PAGES, ...UNFRAMED_FOLDERS.flatMap((name) => [`/${name}`, `/${name}/*`])].map((path) =>
      rule(path, UNFRAMED),
    ),
    ...['/_astro/*', '/og/*', '/pagefind/fragment/*', '/pagefind/index/*'].map((path) => rule(path, HASHED)),
    ...['/api/*', '/data/*', '/feeds/*', '/models/*', '/llms.txt', '/llms-full.txt'].map((path) =>
      rule(path, FOR_ANY_SITE),
    ),
    rule('/.well-known/api-catalog', { ...API_CATALOG, ...FOR_ANY_SITE }),
  ];
}

/** The rules as a `_headers` file, which Netlify, Cloudflare Pages and others read. */
export function headersFile(rules: readonly HeaderRule[]): string {
  return rules
    .map(({ pattern, headers }) => [
      pattern,
      ...Object.entries(headers).map(([name, value]) => `  ${name}: ${value}`),
    ])
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n');
}

/** The headers for one path, as a host would send them. */
export function headersFor(rules: readonly HeaderRule[], path: string): Readonly<Record<string, string>> {
  return Object.assign(
    {},
    ...rules.filter(({ pattern }) => fits(pattern, path)).map(({ headers }) => headers),
  ) as Record<string, string>;
}

/** Writes `_headers` into the built site. */
export function headers(basePath: string): AstroIntegration {
  return {
    name: 'headers',
    hooks: {
      'astro:build:done': ({ dir }) =>
        writeFile(new URL('_headers', dir), headersFile(headerRules(basePath))),
    },
  };
}

function fits(pattern: string, path: string): boolean {
  return pattern.endsWith('*') ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
}
