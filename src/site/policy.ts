import { FIRST_SCRIPT_HASH } from './first-script.ts';

/**
 * The content security policy of every page. All scripts and styles are files of the site, except the one
 * script that must run before the first paint. Hosts that read `_headers` add the directives that a `<meta>`
 * cannot contain.
 */
export const CONTENT_SECURITY_POLICY = [
  "default-src 'self'",
  // Pagefind uses WebAssembly.
  `script-src 'self' 'wasm-unsafe-eval' '${FIRST_SCRIPT_HASH}'`,
  "style-src 'self'",
  "img-src 'self' data:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
].join('; ');

/** The policy of pages that other sites put into a frame: they run nothing and send nothing. */
export const FRAMED_PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'none'",
  "style-src 'self'",
  "img-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
].join('; ');
